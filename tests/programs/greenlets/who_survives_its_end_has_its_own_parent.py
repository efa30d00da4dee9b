from greenlet import greenlet, getcurrent, GreenletExit

main = getcurrent()
kept = []


def hub():
    while True:
        print("hub has", main.switch())


def worker(name):
    try:
        main.switch(name)
    except GreenletExit as e:
        print(name, "is to end; its parent is main:", getcurrent().parent is main)
        kept.append(getcurrent())
        print(name, "goes on with", h.switch(name + " survives"))
        return name + " ends"


h = greenlet(hub)
h.switch()
for name in "one", "two":
    w = greenlet(worker, parent=h)
    w.switch(name)
    del w
    print("killed", name, len(kept), kept[-1].dead, kept[-1].parent is h)
print(kept[0].switch("a word"))
print(kept[0].dead, kept[0].parent is h)


def ends_at_once():
    try:
        main.switch()
    finally:
        print("parent is main:", getcurrent().parent is main)
        for_later.append(getcurrent())


for_later = []
g = greenlet(ends_at_once, parent=h)
g.switch()
g = None
print(for_later[0].dead, for_later[0].parent is h)
