class A:
    __secret = "A"

    def __init__(self):
        self.__x = 1

    def get(self):
        return self.__x, self.__secret

    def __hidden(self):
        return "hidden A"

    def call(self):
        return self.__hidden()


class B(A):
    __secret = "B"

    def __hidden(self):
        return "hidden B"

    def mine(self):
        return self.__secret, self.__hidden()


b = B()
print(b.get(), b.call(), b.mine(), sorted(vars(b)), b._A__x, b._B__secret)
try:
    b.__x
except AttributeError as e:
    print(e)
