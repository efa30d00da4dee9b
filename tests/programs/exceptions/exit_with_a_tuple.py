# sys.exit() with what is no number.
import sys

for status in (1, 2), (), "text", [3], True, None:
    try:
        sys.exit(status)
    except SystemExit as e:
        print(repr(e), e.args, e.code)
