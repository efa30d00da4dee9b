# %% [markdown]
# # A conversation
# Who asks and who answers? In a dialogue each waits for the other, and what
# comes next depends on what was said before. interview is written as the
# talk goes: a question, an answer, another question.
#
# The object on the right is called anew for each answer. It has to know how
# far the talk has come, and looks at its state first, every time.
#
# To try: ask for the town when the name is "Ada", and only then. How many
# states does the right side need now?
#
# teaches: send, re-entry, give-way
# compare: output

# %% coroutine
def interview():
    name = yield "Name?"
    food = yield "Food?"    #> name is still here when the food comes.
    yield f"{name}: {food}"

talk = interview()
for said in None, "Ada", "figs":
    print(talk.send(said)) #> The first send must be None: nobody waits.

# %% subroutine
class Interview:
    def __init__(self):
        self.state = "begin"

    def send(self, said):
        if self.state == "begin":
            self.state = "name"
            return "Name?"
        if self.state == "name":
            self.name = said #> Put away: this frame will be gone.
            self.state = "food"
            return "Food?"
        name = self.name
        return f"{name}: {said}"

talk = Interview()
for said in None, "Ada", "figs":
    print(talk.send(said))
