# %% [markdown]
# # "Its locals are lost when it gives way"
# The belief: when control leaves a function, its variables are gone.
#
# So it is with a return: on the right each call has a new score, and what
# lasts must be handed in and out. A coroutine that gives way keeps its frame
# with all that is in it. Look at score while main runs.
#
# To try: add a second local, best, on both sides.
#
# teaches: preserved-locals
# point: coroutine 12 game#1 goes on at ◆1: its yield gives 3; score=0 was kept.
# compare: output

# %% coroutine
def game():
    score = 0
    while True:
        points = yield score #> score is kept while others run.
        score += points

g = game()
next(g)
print(g.send(3))
print(g.send(4))

# %% subroutine
def play(score, points):
    score += points     #> This score lives for one call.
    return score

score = play(0, 3)
print(score)
score = play(score, 4)  #> Handed in, since play has lost it.
print(score)
