e = ValueError("base")
e.add_note("a note")
e.add_note("another")
print(e, e.__notes__, repr(e))
try:
    raise e
except ValueError as got:
    print(got.__traceback__ is not None, got.with_traceback(None) is got, got.__traceback__)
raise e
