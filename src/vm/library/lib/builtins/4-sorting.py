# ---- sorting: the comparisons of CPython 3.11's list.sort, in their order ----
# The same in C, for items that need no code of the program, is vm/kind/list_sort.c;
# what runs, powers and leaps are stands there.

LONG_WIN = 7


def sorted_list(iterable, key, reverse):
    items = list(iterable)
    sorted_by(items, key, reverse)
    return items


def sorted_by(items, key, reverse):
    # While it is being sorted the list is empty, as a key function can see.
    values = items[:]
    items[:] = []
    try:
        sort_values(values, key, reverse)
    finally:
        changed = bool(items)
        items[:] = values
    if changed:
        raise ValueError("list modified during sort")


def sort_values(values, key, reverse):
    if key is None:
        keys = values[:]
    else:
        keys = []
        for x in values:
            keys.append(key(x))
    if reverse:
        keys.reverse()
        values.reverse()
    try:
        if not __cosub_sort_plain(keys, values):
            sort_runs(keys, values)
    finally:
        if reverse:
            values.reverse()


def sort_runs(keys, values):
    n = len(keys)
    shortest, odd = n, 0
    while shortest >= 64:
        odd |= shortest & 1
        shortest >>= 1
    shortest += odd
    runs, patience, low = [], [LONG_WIN], 0
    while low < n:
        high = first_run(keys, values, low, n)
        if high < low + shortest:
            start, high = high, min(low + shortest, n)
            insert_all(keys, values, low, high, start)
        if runs:
            power = power_of(runs[-1], high - low, n)
            while len(runs) > 1 and runs[-2][2] > power:
                merge_runs(keys, values, runs, len(runs) - 2, patience)
            runs[-1][2] = power
        runs.append([low, high - low, 0])
        low = high
    while len(runs) > 1:
        i = len(runs) - 2
        if i > 0 and runs[i - 1][1] < runs[i + 1][1]:
            i -= 1
        merge_runs(keys, values, runs, i, patience)


def first_run(keys, values, low, n):
    # Where the run that begins at low ends; one that goes down is turned around.
    i = low + 2
    if i > n:
        return n
    if keys[low + 1] < keys[low]:
        while i < n and keys[i] < keys[i - 1]:
            i += 1
        keys[low:i] = keys[low:i][::-1]
        values[low:i] = values[low:i][::-1]
    else:
        while i < n and not keys[i] < keys[i - 1]:
            i += 1
    return i


def insert_all(keys, values, low, high, start):
    for i in range(start, high):
        pivot = keys[i]
        left, right = low, i
        while left < right:
            middle = left + (right - left >> 1)
            if pivot < keys[middle]:
                right = middle
            else:
                left = middle + 1
        keys.insert(left, keys.pop(i))
        values.insert(left, values.pop(i))


def power_of(run, length, n):
    a = 2 * run[0] + run[1]
    b = a + run[1] + length
    power = 1
    while a >= n or b < n:
        if a >= n:
            a -= n
            b -= n
        a *= 2
        b *= 2
        power += 1
    return power


def goes_behind(key, other, after):
    if after:
        return not key < other
    return other < key


def find_place(key, at, low, n, hint, after):
    # How many of the n sorted keys from low on the key goes behind.
    leap, last = 1, 0
    if goes_behind(key, at[low + hint], after):
        most = n - hint
        while leap < most and goes_behind(key, at[low + hint + leap], after):
            leap, last = 2 * leap + 1, leap
        first, end = hint + last + 1, hint + min(leap, most)
    else:
        most = hint + 1
        while leap < most and not goes_behind(key, at[low + hint - leap], after):
            leap, last = 2 * leap + 1, leap
        first, end = hint - min(leap, most) + 1, hint - last
    while first < end:
        middle = first + (end - first >> 1)
        if goes_behind(key, at[low + middle], after):
            first = middle + 1
        else:
            end = middle
    return end


def merge_runs(keys, values, runs, i, patience):
    low, n, power = runs[i]
    middle, m, power = runs.pop(i + 1)
    runs[i][1] += m
    low += find_place(keys[middle], keys, low, n, 0, True)
    if low == middle:
        return
    m = find_place(keys[middle - 1], keys, middle, m, m - 1, False)
    if m == 0:
        return
    if middle - low <= m:
        merge_up(keys, values, low, middle, middle + m, patience)
    else:
        merge_down(keys, values, low, middle, middle + m, patience)


def merge_up(keys, values, low, middle, high, patience):
    # The left side is set aside: from i on; the right: from j on.  At any time
    # there is room between to and j for what is left of the left side.
    left, left_values, n = keys[low:middle], values[low:middle], middle - low
    keys[low], values[low] = keys[middle], values[middle]
    i, j, to = 0, middle + 1, low + 1
    decided = n == 1 or j == high
    leaping = False
    lefts = rights = 0
    try:
        while not decided:
            if not leaping:
                if keys[j] < left[i]:
                    lefts, rights = 0, rights + 1
                    keys[to], values[to] = keys[j], values[j]
                    j += 1
                    decided = j == high
                else:
                    lefts, rights = lefts + 1, 0
                    keys[to], values[to] = left[i], left_values[i]
                    i += 1
                    decided = i == n - 1
                to += 1
                if not decided and (lefts >= patience[0] or rights >= patience[0]):
                    leaping = True
                    patience[0] += 1
                continue
            patience[0] -= patience[0] > 1
            lefts = find_place(keys[j], left, i, n - i, 0, True)
            keys[to:to + lefts], values[to:to + lefts] = left[i:i + lefts], left_values[i:i + lefts]
            to, i = to + lefts, i + lefts
            if i >= n - 1:
                break
            keys[to], values[to] = keys[j], values[j]
            to, j = to + 1, j + 1
            if j == high:
                break
            rights = find_place(left[i], keys, j, high - j, 0, False)
            keys[to:to + rights], values[to:to + rights] = keys[j:j + rights], values[j:j + rights]
            to, j = to + rights, j + rights
            if j == high:
                break
            keys[to], values[to] = left[i], left_values[i]
            to, i = to + 1, i + 1
            if i == n - 1:
                break
            if lefts < LONG_WIN and rights < LONG_WIN:
                leaping = False
                lefts = rights = 0
                patience[0] += 1
        if i == n - 1:
            keys[to:to + high - j], values[to:to + high - j] = keys[j:high], values[j:high]
            to, j = to + high - j, high
    finally:
        keys[to:j], values[to:j] = left[i:], left_values[i:]


def merge_down(keys, values, low, middle, high, patience):
    # The right side is set aside: before j; the left: before i.  At any time
    # there is room between i and to for what is left of the right side.
    right, right_values = keys[middle:high], values[middle:high]
    i, j, to = middle - 1, high - middle, high - 1
    keys[to], values[to] = keys[i], values[i]
    decided = i == low or j == 1
    leaping = False
    lefts = rights = 0
    try:
        while not decided:
            if not leaping:
                if right[j - 1] < keys[i - 1]:
                    lefts, rights = lefts + 1, 0
                    i -= 1
                    keys[to - 1], values[to - 1] = keys[i], values[i]
                    decided = i == low
                else:
                    lefts, rights = 0, rights + 1
                    j -= 1
                    keys[to - 1], values[to - 1] = right[j], right_values[j]
                    decided = j == 1
                to -= 1
                if not decided and (lefts >= patience[0] or rights >= patience[0]):
                    leaping = True
                    patience[0] += 1
                continue
            patience[0] -= patience[0] > 1
            lefts = i - low - find_place(right[j - 1], keys, low, i - low, i - low - 1, True)
            keys[to - lefts:to], values[to - lefts:to] = keys[i - lefts:i], values[i - lefts:i]
            to, i = to - lefts, i - lefts
            if i == low:
                break
            to, j = to - 1, j - 1
            keys[to], values[to] = right[j], right_values[j]
            if j == 1:
                break
            rights = j - find_place(keys[i - 1], right, 0, j, j - 1, False)
            keys[to - rights:to], values[to - rights:to] = right[j - rights:j], right_values[j - rights:j]
            to, j = to - rights, j - rights
            if j <= 1:
                break
            to, i = to - 1, i - 1
            keys[to], values[to] = keys[i], values[i]
            if i == low:
                break
            if lefts < LONG_WIN and rights < LONG_WIN:
                leaping = False
                lefts = rights = 0
                patience[0] += 1
        if j == 1:
            keys[to - (i - low):to], values[to - (i - low):to] = keys[low:i], values[low:i]
            to, i = to - (i - low), low
    finally:
        keys[i:to], values[i:to] = right[:j], right_values[:j]
