_generic_alias = type(list[int])


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class ABC:
    _abc_methods = _abc_members = ()

    @classmethod
    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            members = cls.__dict__.get("_abc_members", ())
            cls._abc_members = members + (subclass,)
        return subclass

    @classmethod
    def __class_getitem__(cls, items):
        return _generic_alias(cls, items if isinstance(items, tuple) else (items,))


__cosub_abstract(ABC)
