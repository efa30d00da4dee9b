class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        print("len")
        return len(self.cards)

    def __getitem__(self, i):
        print("get", i)
        return self.cards[i]

    def __setitem__(self, i, v):
        self.cards[i] = v

    def __delitem__(self, i):
        del self.cards[i]

    def __contains__(self, c):
        print("contains")
        return c in self.cards


d = Deck("abc")
print(len(d), d[0], d[-1], d[0:2], "b" in d, "z" not in d, bool(d))
d[1] = "B"
del d[0]
print(d.cards, [c for c in d], list(reversed(d)))
print(d[1:5:2], bool(Deck("")))
