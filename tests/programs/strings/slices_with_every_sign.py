s = "abcdefg"
print(s[2:5], s[:3], s[3:], s[-3:], s[:-3], s[-5:-2])
print(s[::2], s[1::2], s[::-1], s[5:1:-1], s[-2:-6:-2])
print(s[10:], s[:100], s[3:3], s[5:2] == "")
print(s[slice(1, 4)], s[slice(None, None, -2)])
try:
    s[::0]
except ValueError as e:
    print(e)
try:
    s[7]
except IndexError as e:
    print(e)
