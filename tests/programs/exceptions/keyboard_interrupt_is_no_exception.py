def run(exc):
    try:
        raise exc
    except Exception as e:
        return f"Exception caught {e!r}"
    except BaseException as e:
        return f"BaseException caught {e!r}"


for exc in (ValueError("v"), KeyboardInterrupt(), SystemExit(2), GeneratorExit("g")):
    print(run(exc))
print(ValueError.__mro__[1:] == (Exception, BaseException, object))
print([c.__name__ for c in ZeroDivisionError.__mro__])
