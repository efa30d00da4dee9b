from greenlet import greenlet


def ping(x):
    print("ping got", x)
    while True:
        x = pong_g.switch(x + 1)
        print("ping got", x)


def pong(x):
    for _ in range(2):
        print("pong got", x)
        x = ping_g.switch(x * 10)
    return "pong ends with", x


ping_g, pong_g = greenlet(ping), greenlet(pong)
print(ping_g.switch(1))
print(ping_g.dead, pong_g.dead)
