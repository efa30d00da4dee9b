from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return 4


print(Square().area())
try:
    Shape()
except TypeError as e:
    print(e)


class Reader(ABC):
    @property
    @abstractmethod
    def size(self): ...

    @staticmethod
    @abstractmethod
    def kind(): ...

    @abstractmethod
    def read(self):
        return "base"


class Half(Reader):
    size = 3

    def read(self):
        return super().read() + " and half"


class Whole(Half):
    @staticmethod
    def kind():
        return "whole"


for cls in (Reader, Half, Whole):
    try:
        r = cls()
        print(r.size, r.kind(), r.read())
    except TypeError as e:
        print(e)
print(sorted(Half.__abstractmethods__), Whole.__abstractmethods__)
print(isinstance(r, Reader), Reader.register(int), isinstance(1, Reader), issubclass(bool, Reader))


class Plain:
    @abstractmethod
    def f(self):
        return "no ABC: it can be made"


print(Plain().f())
