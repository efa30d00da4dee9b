def player():
    ball = yield
    while True:
        ball = yield ball + 1


def play(n):
    ping, pong = player(), player()
    next(ping)
    next(pong)
    ball = 0
    for turn in range(n):
        ball = ping.send(ball)
        ball = pong.send(ball)
    return ball


print(play(int(input())))
