ages = {"ann": 3, "bob": None}
names = sorted(ages, key=lambda n: ages[n] + 1)
print(names)
