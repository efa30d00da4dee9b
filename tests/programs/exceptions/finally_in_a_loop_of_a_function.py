def search(rows, wanted):
    for r, row in enumerate(rows):
        try:
            for c, x in enumerate(row):
                if x == wanted:
                    return r, c
        finally:
            print("row", r, "done")
    return None


print(search([[1, 2], [3, 4]], 3))
print(search([[1]], 9))
