def place(row, size, columns, rising, falling):
    if row == size:
        yield 1
        return
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.append(column)
        rising.append(row + column)
        falling.append(row - column)
        yield from place(row + 1, size, columns, rising, falling)
        columns.pop()
        rising.pop()
        falling.pop()


for turn in range(int(input())):
    found = sum(place(0, 6, [], [], []))
print(found)
