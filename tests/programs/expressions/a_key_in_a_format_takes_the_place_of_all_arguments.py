class Words:
    def __getitem__(self, key):
        print("looked up", key)
        return len(key)


for form, args in (("%(a)s %s", {"a": 1}), ("%s %(a)s", {"a": 1}), ("%(a)*d", {"a": 3}), ("%(a)s %(b)s", {"a": 1}),
                   ("%(a)% %(a)d", {"a": 2}), ("%(word)3d|%(no)-4d|", Words()), ("%(word)s %s", Words()),
                   ("%(a)q", Words()), ("%(a", Words()), ("%(a)", Words()), ("%%%(a)s", {"a": (1, 2)})):
    try:
        print(repr(form % args))
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)


class Key:
    hashes = equals = 0

    def __hash__(self):
        Key.hashes += 1
        return 1

    def __eq__(self, other):
        Key.equals += 1
        return self is other


one, other = Key(), Key()
kept = {one: "one"}
Key.hashes = Key.equals = 0
print(kept.setdefault(other, "other"), Key.hashes, Key.equals)
print(kept.setdefault(one), Key.hashes, Key.equals, len(kept))
