for e in (ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(), KeyError("a", "b"), OSError("o"), StopIteration(5)):
    print(str(e), "|", repr(e), e.args)
print(StopIteration(5).value, StopIteration().value)
e = ValueError("x")
e.args = (1, 2)
print(e, e.args, isinstance(e, Exception), issubclass(KeyError, LookupError), issubclass(StopIteration, Exception))
print(issubclass(GeneratorExit, Exception), issubclass(KeyboardInterrupt, Exception), issubclass(RecursionError, RuntimeError))
