class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __repr__(self):
        return "Stack" + super().__repr__()


s = Stack([1])
print(s.push(2), len(s), s[0], s == [1, 2], isinstance(s, list), s + [3], list(s), sum(s))


class Default(dict):
    def __getitem__(self, k):
        return super().__getitem__(k) if k in self else "?"


d = Default(a=1)
print(d["a"], d["b"], d, d.get("b"), len(d), {**d})
