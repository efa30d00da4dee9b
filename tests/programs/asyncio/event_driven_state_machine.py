import asyncio
class Light:
    def __init__(self):
        self.state = "red"
        self.changed = asyncio.Event()
    async def run(self, rounds):
        for state, t in [("green", 3), ("yellow", 1), ("red", 2)] * rounds:
            self.state = state
            self.changed.set()
            self.changed.clear()
            await asyncio.sleep(t)
    async def wait_until(self, state):
        while self.state != state:
            await self.changed.wait()
async def car(light, name, arrive):
    await asyncio.sleep(arrive)
    await light.wait_until("green")
    print(f"{asyncio.get_running_loop().time():g} {name} drives")
async def main():
    light = Light()
    run = asyncio.create_task(light.run(2))
    await asyncio.gather(car(light, "a", 0), car(light, "b", 3.5), car(light, "c", 4), car(light, "d", 7))
    await run
    print(light.state)
asyncio.run(main())
