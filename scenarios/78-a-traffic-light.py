# %% [markdown]
# # A traffic light
# Red, then green for as long as cars may go, then yellow. On the left this is
# a text that can be read from top to bottom: the place in it is the state.
#
# On the right it is a state machine, as it is drawn in books: a table of
# what follows what. Small machines are fine in this way. Count what you need
# when green shall last for two turns.
#
# To try: let somebody press a button: send("walk") makes the next light red.
#
# teaches: re-entry, multiple-re-entry, entry
# compare: output

# %% coroutine
def light():
    while True:
        yield "red"
        for turn in range(2):
            yield "green" #> turn knows how long it has been green.
        yield "yellow"

lamp = light()
for second in range(6):
    print(next(lamp))

# %% subroutine
after = {
    "red": "green 1",
    "green 1": "green 2",
    "green 2": "yellow",
    "yellow": "red",
}

class Light:
    def __init__(self):
        self.state = "yellow"

    def next(self):
        state = after[self.state]
        self.state = state
        return state.split()[0]

lamp = Light()
for second in range(6):
    print(lamp.next())
