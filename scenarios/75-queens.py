# %% [markdown]
# # Eight queens, on a small board
# Place queens so that none attacks another, one in each row. A row tries its
# columns one by one; when it has found none, the row above has to go on with
# its next. On the left each row is a coroutine: it yields what is possible
# and goes on when it is asked for more. Going back is simply a resume.
#
# On the right going back is written out: cols is the stack, and its last
# number is taken away and raised by one.
#
# To try: call queens(8). How many frames are suspended in each other at the
# end, and how long is cols then?
#
# teaches: yield-from, re-entry, preserved-locals
# compare: output

# %% both
def safe(cols, col):
    row = len(cols)
    for r, c in enumerate(cols):
        gap = abs(c - col)
        if gap in (0, row - r):
            return False
    return True

# %% coroutine
def queens(rows, cols=()):
    if len(cols) == rows:
        yield cols
        return
    for col in range(rows):
        if safe(cols, col):
            more = cols + (col,)
            yield from queens(
                rows, more)

print(*next(queens(4)))

# %% subroutine
def queens(rows):
    cols, col = [], 0
    while len(cols) < rows:
        if col == rows: #> None fits: go back one row.
            col = cols.pop() + 1
        elif safe(cols, col):
            cols.append(col)
            col = 0
        else:
            col += 1
    return cols

print(*queens(4))
