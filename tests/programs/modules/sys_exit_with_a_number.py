import sys


def finish():
    try:
        print("leaving")
        sys.exit(3)
    finally:
        print("finally")


try:
    sys.exit("caught")
except SystemExit as e:
    print(e.code, repr(e))
finish()
print("never")
