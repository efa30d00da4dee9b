def parse(text):
    try:
        return int(text)
    except ValueError:
        raise KeyError(text) from None


print(parse("5"))
parse("five")
