class Widget:
    made = []

    def __init__(self, name, *, size=1):
        self.name, self.size = name, size
        type(self).made.append(name)

    @classmethod
    def reset(cls):
        cls.made = []
        return cls


class Button(Widget):
    pass


Widget("a"), Button("b", size=2)
print(Widget.made, Button.made is Widget.made)
Button.reset()
Button("c")
print(Widget.made, Button.made, [getattr(Button("d"), k) for k in ("name", "size")])
