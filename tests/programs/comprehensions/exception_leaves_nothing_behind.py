def items():
    try:
        yield 1
        yield 0
        yield 2
    finally:
        print("items closed")


result = "before"
try:
    result = [10 // x for x in items()]
except ZeroDivisionError as e:
    print(e)
print(result)
try:
    {k: v for k, v in [(1, 2), (3,)]}
except ValueError as e:
    print(e)
