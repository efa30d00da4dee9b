class Player:
    def __init__(self, name, moves):
        self.name = name
        self.script = self.play(moves)
        next(self.script)

    def play(self, moves):
        seen = []
        for m in moves:
            other = yield m
            seen.append(other)
        print(self.name, "saw", seen)

    def move(self, other):
        try:
            return self.script.send(other)
        except StopIteration:
            return None


a, b = Player("a", "xyz"), Player("b", "123")
m = "start"
turn = [a, b]
while m is not None:
    m = turn[0].move(m)
    print(turn[0].name, "plays", m)
    turn.reverse()
