# %% [markdown]
# # Knuth's two coroutines
# Knuth's example reads a code in which a digit says how often more the next
# letter comes: 2ab is aaab. What comes out is written in groups of three.
# The decoder has a loop, the writer has a loop, and neither is the slave of
# the other: each hands over where it pleases.
#
# Follow one letter from decode to write. On the right the writer is the
# master and keeps its loop; so the decoder had to become an object, with its
# place in two fields.
#
# To try: groups of two. Which line changes? Does decode notice?
#
# teaches: peers, master-slave, re-entry
# compare: output

# %% coroutine
from greenlet import greenlet

def decode(code):
    times = 1
    for c in code:
        if c.isdigit():
            times = int(c) + 1
            continue
        for _ in range(times):
            writer.switch(c) #> Hand over in the middle of two loops.
        times = 1
    writer.switch("")

def write(c):
    while c:
        out = ""
        while c and not out[2:]:
            out += c
            c = decoder.switch()
        print(out)

decoder = greenlet(decode)
writer = greenlet(write)
decoder.switch("a2b1cd")

# %% subroutine
class Decoder:
    def __init__(self, code):
        self.code = list(code)
        self.more = 0

    def get(self):
        if not self.code:
            return ""
        c = self.code[0]
        if c.isdigit():
            del self.code[0]
            self.more = int(c)
            c = self.code[0]
        if self.more:
            self.more -= 1
        else:
            del self.code[0]
        return c

d = Decoder("a2b1cd")
c = d.get()
while c:
    out = ""
    while c and not out[2:]:
        out += c
        c = d.get()
    print(out)
