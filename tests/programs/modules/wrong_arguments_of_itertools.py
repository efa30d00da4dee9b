# Which mistake in a call is told, and how, depends on how CPython's C takes
# its arguments.
import itertools


def attempt(f, *args, **keywords):
    try:
        f(*args, **keywords)
        print("  taken")
    except (TypeError, ValueError) as e:
        print(" ", type(e).__name__, e)


for f in (
    itertools.count, itertools.cycle, itertools.repeat, itertools.chain, itertools.islice, itertools.takewhile,
    itertools.zip_longest, itertools.product, itertools.permutations, itertools.combinations, itertools.accumulate,
    itertools.tee, itertools.starmap, itertools.groupby, itertools.pairwise, itertools.compress,
):
    print(f.__name__)
    attempt(f)
    attempt(f, "ab", 2, None, None, None, None)
    attempt(f, "ab", colour=1)
attempt(itertools.repeat, 1, "b")
attempt(itertools.repeat, object=1, times=None)
attempt(itertools.permutations, "ab", "b")
attempt(itertools.combinations, "ab", "b")
attempt(itertools.combinations, "ab", r=-1)
attempt(itertools.combinations, "ab", iterable="cd")
attempt(itertools.accumulate, [1], None, 5)
attempt(itertools.tee, [1], -1)
try:
    itertools.count(1).colour
except AttributeError as e:
    print(e)
try:
    itertools.count(1) + 1
except TypeError as e:
    print(e)
attempt(itertools.product, "ab", "cd", repeat=2)
