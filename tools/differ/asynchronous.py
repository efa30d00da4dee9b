"""Programs of coroutines, async generators and asyncio's tasks."""

from prelude import ASYNC, TELL
from statements import MOST_DEPTH, Body, Statements


class AsyncStatements(Statements):
    """The statements of a coroutine or an async generator; in a function those of Statements."""

    def __init__(self, seed):
        super().__init__(seed)
        self.coroutines = []
        self.async_generators = []

    def rows(self):
        rows = super().rows()
        if not self.body.coroutine:
            return rows
        rows = [(w * 0.5, f) for w, f in rows if f not in (self.delegate, self.leave)]
        rows += [(5, self.sleep), (2, self.get_item), (3, self.async_consume), (3, self.async_move), (2, self.signal)]
        if self.coroutines:
            rows += [(4, self.await_one), (5, self.start_task), (3, self.gather), (3, self.wait_for)]
        if self.body.depth < MOST_DEPTH:
            rows += [(3, self.time_out), (3, self.async_manage), (3, self.async_iterate), (1.5, self.lock)]
            if self.coroutines:
                rows += [(3, self.group_of_tasks)]
        return rows

    def delay(self):
        return self.choose("0", "0", "0.01", "0.02", "0.03", "0.05")

    def coroutine(self):
        return f"{self.choose(*self.coroutines)}({self.number() % 4})"

    def async_iterator(self):
        options = [f"AsyncCount({self.number() % 3})", f"AsyncCount({self.number() % 3}, {self.delay()})"]
        if self.async_generators:
            options += [f"{self.choose(*self.async_generators)}({self.number() % 4})"] * 4
        return self.choose(*options)

    def handler(self, kind):
        if self.body.coroutine and self.chance(0.3):
            kind = self.choose("asyncio.CancelledError", "TimeoutError", "BaseException")
        super().handler(kind)

    # -- waiting

    def sleep(self):
        self.put(f"await asyncio.sleep({self.delay()})")

    def await_one(self):
        self.put(f'print("{self.place()}", await {self.coroutine()})')

    def gather(self):
        both = f"{self.coroutine()}, {self.coroutine()}"
        keep = ", return_exceptions=True" if self.chance(0.4) else ""
        if keep:
            self.put(f"for r in await asyncio.gather({both}{keep}):")
            self.put(f'    print("{self.place()}", tell(r) if isinstance(r, BaseException) else r)')
        else:
            self.put(f'print("{self.place()}", await asyncio.gather({both}))')

    def wait_for(self):
        self.put(f'print("{self.place()}", await asyncio.wait_for({self.coroutine()}, {self.delay()}))')

    def time_out(self):
        self.suite(f"async with asyncio.timeout({self.delay()}):")

    # -- tasks

    def start_task(self):
        name = self.fresh("t")
        self.put(f"{name} = asyncio.create_task({self.coroutine()})")
        if self.chance(0.6):
            self.sleep()
        if self.chance(0.6):
            self.put(self.choose(f"{name}.cancel()", f'{name}.cancel("why")', f'print("{self.place()}", {name}.done())'))
        if self.chance(0.8):
            with self.block("try:"):
                self.put(f'print("{self.place()}", await {name})')
            with self.block(f"except {self.choose('BaseException', 'Exception', 'asyncio.CancelledError')} as e:"):
                self.put(f'show("{self.place()}", e)')

    def group_of_tasks(self):
        name = self.fresh("tg")
        with self.block("try:"):
            with self.block(f"async with asyncio.TaskGroup() as {name}:"):
                for _ in range(1 + self.number() % 3):
                    self.put(f"{name}.create_task({self.coroutine()})")
                if self.chance(0.5):
                    self.statements(2)
        self.handler("Exception")

    # -- queues, locks, events

    def get_item(self):
        self.put(self.choose(
            f"await asyncio.wait_for(queue.put({self.number()}), 0.02)",
            f'print("{self.place()}", await asyncio.wait_for(queue.get(), 0.02))',
            f"queue.put_nowait({self.number()})", "print(queue.get_nowait())", "print(queue.qsize())"))

    def signal(self):
        self.put(self.choose("event.set()", "event.clear()", "await asyncio.wait_for(event.wait(), 0.03)",
                             "await asyncio.shield(asyncio.sleep(0.01))"))

    def lock(self):
        what = self.choose("lock", "lock", "semaphore", "condition")
        with self.block(f"async with {what}:"):
            if what == "condition":
                self.put(self.choose("condition.notify_all()", "await asyncio.wait_for(condition.wait(), 0.02)"))
            else:
                self.statements(2)

    # -- async with, async for, async generators

    def async_manage(self):
        parts = [f'"{self.fresh("m")}"', str(self.chance(0.3))]
        parts += [f"{part}={self.delay()}" for part in ("enter", "leave") if self.chance(0.5)]
        if self.chance(0.15):
            parts.append(f"fail={self.error()}")
        self.suite(f"async with AsyncManager({', '.join(parts)}):")

    def async_iterate(self):
        b = self.body
        b.loops += 1
        star, b.star = b.star, 0
        self.suite(f"async for i in {self.async_iterator()}:", 2)
        b.star = star
        b.loops -= 1

    def async_consume(self):
        it = self.async_iterator()
        self.put(self.choose(f"print([i async for i in {it}])", f"print(await anext({it}, None))"))

    def async_move(self):
        if not self.async_generators:
            self.async_consume()
            return
        name = self.fresh("a")
        self.put(f"{name} = {self.choose(*self.async_generators)}({self.number() % 4})")
        for _ in range(1 + self.number() % 3):
            move = self.choose(f"await anext({name})", f"await {name}.asend(None)", f"await {name}.asend({self.number()})",
                               f"await {name}.athrow({self.thrown()})", f"await {name}.aclose()",
                               f"await asyncio.wait_for(anext({name}), 0.02)")
            with self.block("try:"):
                self.put(f'print("{self.place()}", {move})')
            with self.block(f"except {self.choose('BaseException', 'Exception')} as e:"):
                self.put(f'show("{self.place()}", e)')
        if self.chance(0.4):
            self.put(f"{name} = None")

    # -- functions

    def define_async(self, name, generator):
        self.body = Body(name, generator, coroutine=True)
        with self.block(f"async def {name}(n):"):
            self.statements(4)
            self.put("yield n" if generator else "return n")
        (self.async_generators if generator else self.coroutines).append(name)


def program(seed):
    """The text of one program."""
    s = AsyncStatements(seed)
    s.put(TELL)
    s.put(ASYNC)
    if s.chance(0.5):
        s.define(s.fresh("gen"), True)
    for _ in range(int(s.random.random() * 3)):
        s.define_async(s.fresh("agen"), True)
    for _ in range(1 + int(s.random.random() * 3)):
        s.define_async(s.fresh("coro"), False)
    s.define_async("body", False)
    with s.block("async def main():"):
        s.put("global queue, event, lock, semaphore, condition")
        s.put("queue, event, lock = asyncio.Queue(1), asyncio.Event(), asyncio.Lock()")
        s.put("semaphore, condition = asyncio.Semaphore(1), asyncio.Condition()")
        s.put(s.choose("return await body(1)", "print(await asyncio.wait_for(body(1), 0.5))",
                       "t = asyncio.create_task(body(1))\nawait asyncio.sleep(0.02)\nt.cancel()\nawait t",
                       "print(await asyncio.gather(body(1), body(2), return_exceptions=True) and 1)"))
    with s.block("try:"):
        s.put("asyncio.run(main())")
    with s.block("except BaseException as e:"):
        s.put('show("end", e)')
        if s.chance(0.3):
            s.put("raise")
    s.put('print("over")')
    return s.text()
