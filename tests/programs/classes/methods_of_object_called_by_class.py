# object's own methods, called on the class with an instance.


class Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Named({self.name!r}) {object.__repr__(self).split(' at ')[0]}"

    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)

    def __eq__(self, other):
        print("eq")
        return object.__eq__(self, other) is True


n = Named("n")
print(n)
print(n == n, n == Named("n"))
print(object.__str__(n).split(" at ")[0])
