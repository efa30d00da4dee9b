# %% [markdown]
# # The caller waits
# Who calls a subroutine waits until it returns. The last one called is the
# first one done: the caller is the master, the called one its slave.
# Coroutines take turns instead: each gives way before it is done.
#
# Watch the frames. On the right cook cannot go on while boil runs, and no
# dish is begun before the one in hand is done. On the left two dishes are
# begun and neither is done, and still only one frame runs at any step.
#
# To try: let the cook on the left do a third thing to each dish, "serve".
# Where must the next yield stand, and who must resume it?
#
# teaches: subroutine, caller-suspended, quasi-concurrent, master-slave
# compare: lines

# %% coroutine
def cook(dish):
    print("wash", dish)
    yield               #> The dish is half done while others run.
    print("boil", dish)

rice = cook("rice")
peas = cook("peas")
next(rice)
next(peas)              #> Peas are begun although rice is not done.
next(rice, None)        #> None: what to give when the cook has ended.
next(peas, None)

# %% subroutine
def boil(dish):
    print("boil", dish) #> Two frames wait for this one.

def cook(dish):
    print("wash", dish)
    boil(dish)          #> cook waits here until boil returns.

cook("rice")
cook("peas")            #> Not before the rice is done.
