for i in range(4):
    for j in range(4):
        if j == i:
            continue
        if j > 2:
            break
        print(i, j, end=";")
    else:
        print("full", i, end=";")
    if i == 2:
        break
print()
print(i, j)
for i in []:
    pass
print(i)
