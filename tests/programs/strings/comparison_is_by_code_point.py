words = ["banana", "Apple", "cherry", "apple", "Éclair", "zoo", ""]
print(sorted(words), min(words[:-1]), max(words))
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "é" > "z")
print(ord("a"), chr(8364), ord("\U0001f600"), chr(0x41))
print("abc" == "abc", "abc" != "abd", "1" == 1)
