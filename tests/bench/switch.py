from greenlet import getcurrent, greenlet


def player(ball):
    while ball < turns:
        ball = other[getcurrent()].switch(ball + 1)
    return ball


turns = int(input())
ping, pong = greenlet(player), greenlet(player)
other = {ping: pong, pong: ping}
print(ping.switch(0))
