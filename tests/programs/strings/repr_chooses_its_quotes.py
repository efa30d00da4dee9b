print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("plain"))
print(repr("tab\tnew\nret\rback\\nul\0bell\a"), repr("é\x7f\x80\xa0"))
print(repr("\u200b\u3042\U0001f600"), ascii("é\u3042\U0001f600'"))
print(["it's", "a"], {"k": "v\n"})
