import sys

sys.stdout.write("written\n")
print("to stderr", file=sys.stderr)
print(sys.maxsize, sys.version_info[0] >= 3)
sys.exit("goodbye")
