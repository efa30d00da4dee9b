import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.choice("abcdef"), random.randrange(0, 100, 5))
deck = list(range(8))
random.shuffle(deck)
print(deck, random.sample(range(50), 4), round(random.uniform(1, 2), 6))
random.seed("text")
print(random.random())
r = random.Random(7)
print(r.random(), r.randint(0, 9))
random.seed(42)
print(random.random())
