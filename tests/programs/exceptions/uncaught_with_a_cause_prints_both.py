class StorageError(Exception):
    pass


def load(key):
    table = {"a": 1}
    try:
        return table[key]
    except KeyError as e:
        raise StorageError(f"no {key}") from e


print(load("a"))
load("b")
