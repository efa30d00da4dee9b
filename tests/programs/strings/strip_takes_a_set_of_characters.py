print("  x ".strip() + "|", "xxyxx".strip("x"), "abcba".strip("ab"))
print("mississippi".lstrip("ims"), "mississippi".rstrip("ip"))
print("prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "name".removesuffix(".c"))
print("\t\n x".lstrip(), repr("x \n".rstrip()))
