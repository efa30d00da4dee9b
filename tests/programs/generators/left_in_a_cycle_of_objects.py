import sys
def g(n):
    try:
        yield n
    finally:
        print("closing", n, other, sys)
def mk(n):
    x = g(n)
    next(x)
    return x
other = [1]
class Node:
    def __init__(self, n):
        self.g = mk(n)
        self.next = None
n1 = Node("1"); n2 = Node("2"); n1.next = n2; n2.next = n1
del n1, n2
