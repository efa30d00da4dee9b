"""Statements of functions and generators: each method puts one, with random parts, into the source."""

from source import Source

MOST_DEPTH = 4          # of statements in each other


class Body:
    """What a statement may use where it stands."""

    def __init__(self, name, generator=False, coroutine=False):
        self.name = name
        self.generator = generator
        self.coroutine = coroutine
        self.depth = 0
        self.loops = 0
        self.handlers = 0
        self.star = 0               # except* allows no break, continue
        self.no_return = 0          # nor return, not even from a loop in it
        self.held = []              # variables that hold a generator


class Statements(Source):
    def __init__(self, seed):
        super().__init__(seed)
        self.generators = []        # functions defined so far, which later ones may call
        self.functions = []
        self.body = None

    # -- the rows: how often each statement comes

    def rows(self):
        b = self.body
        rows = [(3, self.say), (3, self.fail), (2, self.fail_by_itself), (3, self.iterate), (2, self.consume),
                (2, self.call), (1.5, self.closure)]
        if b.handlers:
            rows += [(1, self.raise_again)]
        if self.generators:
            rows += [(5, self.drive), (2, self.hold), (1, self.drop)]
        if b.generator:
            rows += [(6, self.give), (4, self.delegate)]
        if b.loops and not b.star:
            rows += [(1, self.leave_loop)]
        if not b.no_return:
            rows += [(0.4, self.leave)]
        if b.depth < MOST_DEPTH:
            rows += [(7, self.attempt), (1, self.attempt_star), (2, self.manage), (1, self.decide)]
        return rows

    def statement(self):
        self.weighted(self.rows())()

    def statements(self, most=3):
        self.body.depth += 1
        for _ in range(1 + int(self.random.random() * most)):
            self.statement()
        self.body.depth -= 1

    def suite(self, header, most=3):
        with self.block(header):
            self.statements(most)

    def place(self):
        return self.fresh("p")

    # -- simple ones

    def say(self):
        self.put(f'print("{self.place()}", n)')

    def fail(self):
        self.put("raise " + self.error() + self.choose("", "", "", " from " + self.error(), " from None"))

    def fail_by_itself(self):
        self.put(self.implicit())

    def raise_again(self):
        self.put(self.choose("raise", "raise e", "raise " + self.error() + " from e"))

    def leave_loop(self):
        self.put(self.choose("break", "continue"))

    def leave(self):
        self.put(f"return {self.number()}")

    def decide(self):
        self.suite(f"if n % {2 + self.number() % 3}:")
        if self.chance(0.5):
            self.suite("else:")

    def call(self):
        if self.functions:
            self.put(f"print({self.choose(*self.functions)}({self.number() % 4}))")
        else:
            self.say()

    def closure(self):
        name = self.fresh("inner")
        with self.block(f"def {name}():"):
            self.put("nonlocal n")
            self.put("n += 1")
            self.put(self.choose("return n", self.implicit(), "raise " + self.error(), self.attempted()))
        self.put(f"{name}()")

    def attempted(self):
        """Text of a small try statement."""
        return f"try:\n    {self.implicit()}\nexcept Exception as e:\n    show('{self.place()}', e)"

    # -- try and with

    def handler(self, kind):
        b = self.body
        b.handlers += 1
        with self.block(f"except {kind} as e:"):
            self.put(f'show("{self.place()}", e)')
            if self.chance(0.6):
                self.statements(2)
        b.handlers -= 1

    def attempt(self):
        self.suite("try:")
        form = self.choose("except", "except", "except", "finally", "both")
        if form != "finally":
            if self.chance(0.3):
                self.handler(self.choose("KeyError", "(ValueError, TypeError)", "GeneratorExit", "StopIteration"))
            self.handler(self.choose("Exception", "Exception", "BaseException", "LookupError", "(ValueError, OSError)"))
            if self.chance(0.2):
                self.suite("else:", 2)
        if form != "except":
            self.suite("finally:", 2)

    def group(self, depth=0):
        parts = [self.error() for _ in range(1 + self.number() % 3)]
        if depth < 2 and self.chance(0.3):
            parts.append(self.group(depth + 1))
        return f'ExceptionGroup("group{self.number()}", [{", ".join(parts)}])'

    def attempt_star(self):
        with self.block("try:"):
            if self.chance(0.3):
                self.statement()
            self.put("raise " + self.group() + self.choose("", "", " from " + self.error(), " from None"))
        b = self.body
        b.star += 1
        b.no_return += 1
        for kind in self.choose(("ValueError",), ("ValueError", "Exception"), ("(KeyError, OSError)", "TypeError")):
            with self.block(f"except* {kind} as e:"):
                self.put(f'show("{self.place()}", e)')
                if self.chance(0.5):
                    self.statements(2)
        b.star -= 1
        b.no_return -= 1

    def manage(self):
        fail = f", fail={self.error()}" if self.chance(0.15) else ""
        self.suite(f'with Manager("{self.fresh("m")}", {self.chance(0.4)}{fail}):')

    # -- iterators

    def iterator(self):
        """An expression that gives an iterator that ends."""
        options = [f"Count({self.number() % 4})", f"Count({self.number() % 3}, {self.error()})",
                   f"Thrown({self.number() % 4})", f"range({self.number() % 3})", f"iter([{self.number()}, 2])",
                   f"(x * n for x in Count({self.number() % 3}))"]
        if self.generators:
            options += [f"{self.choose(*self.generators)}({self.number() % 4})"] * 5
        return self.choose(*options)

    def iterate(self):
        b = self.body
        if b.depth >= MOST_DEPTH:
            self.consume()
            return
        b.loops += 1
        star, b.star = b.star, 0
        self.suite(f"for i in {self.iterator()}:", 2)
        b.star = star
        b.loops -= 1
        if self.chance(0.15):
            self.suite("else:", 1)

    def consume(self):
        it = self.iterator()
        self.put(self.choose(
            f"print(list({it}))", f"print(sum(1 for i in {it}))", f"print(next({it}, None))",
            f"a, *b = {it}", f"print(3 in {it})", f"print([i for i in {it} if i])", f"print(tuple(zip({it}, Count(2))))",
            f"print(list(map(str, {it})))", f"print(any({it}))", f"print(*{it})"))

    # -- generators

    def give(self):
        self.put(self.choose("yield n", f"n = yield {self.number()}", f'print("{self.place()}", (yield {self.number()}))'))

    def delegate(self):
        it = self.iterator()
        if self.body.held and self.chance(0.2):
            it = self.choose(*self.body.held)
        self.put(self.choose(f"yield from {it}", f'print("{self.place()}", (yield from {it}))'))

    def hold(self):
        name = self.fresh("g")
        self.body.held.append(name)
        self.put(f"{name} = {self.choose(*self.generators)}({self.number() % 4})")
        if self.chance(0.7):
            self.put(f"print(next({name}, None))")

    def drop(self):
        if not self.body.held:
            self.hold()
            return
        name = self.choose(*self.body.held)
        self.put(self.choose(f"{name} = None", f"{name} = {self.choose(*self.generators)}({self.number() % 4})",
                             f"{name} = [{name}, {self.choose(*self.generators)}(1)]"))

    def thrown(self):
        return self.choose(self.error(), self.choose("ValueError", "KeyError", "Custom"),
                           f"ValueError, {self.number()}", f"Custom, Custom({self.number()})", "GeneratorExit",
                           "GeneratorExit(1)", "StopIteration(5)", "BaseException(3)", "7", "int")

    def move(self, name):
        """A step of the generator in the variable."""
        return self.choose(f'print("{self.place()}", next({name}))', f'print("{self.place()}", next({name}))',
                           f'print("{self.place()}", {name}.send({self.number()}))',
                           f'print("{self.place()}", {name}.send(None))',
                           f'print("{self.place()}", {name}.throw({self.thrown()}))',
                           f'print("{self.place()}", {name}.close())')

    def drive(self):
        name = self.choose(*self.body.held) if self.body.held and self.chance(0.3) else self.fresh("g")
        if name not in self.body.held:
            self.put(f"{name} = {self.choose(*self.generators)}({self.number() % 4})")
            self.body.held.append(name)
        for _ in range(1 + self.number() % 4):
            guarded = self.chance(0.7)
            if not guarded:
                self.put(self.move(name))
                continue
            with self.block("try:"):
                self.put(self.move(name))
            with self.block(f"except {self.choose('BaseException', 'Exception', 'StopIteration')} as e:"):
                self.put(f'show("{self.place()}", e)')
        if self.chance(0.3):
            self.put(self.choose(f"del {name}", f"{name} = None"))
            self.body.held.remove(name)

    # -- functions

    def define(self, name, generator):
        self.body = Body(name, generator)
        with self.block(f"def {name}(n):"):
            self.statements(4)
            if generator:
                self.put(self.choose("yield n", "yield 1\nreturn n", "yield"))
        (self.generators if generator else self.functions).append(name)
