print("tab\there", "nl\\n", "quote\"", 'single\'', "\x41\u0042\U00000043\101", "bell" "\a" == "bell\x07")
print(r"raw\n\t", len(r"\n"), "line\
continued", """triple
"quoted" 'text'""", '''other''')
print("\u2022", "a" "b" 'c', rf"{1 + 1}\n", f"\t{'x'}\\")
print(repr("\r\n\t\\\'\""), repr('"'), repr("'"), len("\0\0"), "\u00e9" == "é")
