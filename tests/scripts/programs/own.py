# %% coroutine
import math
from collections import deque

LIMIT = 10
calls = []


class Account:
    bank = "B"

    def __init__(self, owner, money):
        self.owner = owner
        self.money = money
        self.log = deque()

    def pay(self, amount):
        if amount > self.money:
            raise ValueError(f"{self.owner} has only {self.money}")
        self.money -= amount
        self.log.append(amount)
        calls.append(amount)
        print("paid", amount)
        return self.money

    def for_ever(self):
        while True:
            pass

    @property
    def rich(self):
        return self.money > LIMIT

    def __eq__(self, other):
        return isinstance(other, Account) and self.money == other.money

    def __len__(self):
        return len(self.log)

    def parts(self, n):
        for i in range(n):
            yield self.money / n


class Saver(Account):
    def __repr__(self):
        return f"Saver({self.owner!r}, {self.money})"


def twice(x):
    return double(x) + LIMIT


def double(x):
    calls.append(x)
    return 2 * x


def make():
    def inner(x):
        return x + k
    k = 5
    return inner


def work(account):
    for amount in (1, 2, 3):
        yield account.pay(amount)


inner = make()
account = Account("Ann", 12)
saver = Saver("Bob", 9)
for left in work(account):
    LIMIT -= 1
late = math.sqrt(16)


def last():
    return 1
