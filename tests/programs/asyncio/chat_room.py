import asyncio
class Room:
    def __init__(self):
        self.members = {}
    def join(self, name):
        self.members[name] = asyncio.Queue()
        self.say("*", f"{name} joined")
    def leave(self, name):
        del self.members[name]
        self.say("*", f"{name} left")
    def say(self, who, text):
        for name, q in self.members.items():
            if name != who:
                q.put_nowait((who, text))
async def member(room, name, lines, delay):
    room.join(name)
    log = []
    async def listen():
        while True:
            log.append(await room.members[name].get())
    ear = asyncio.create_task(listen(), name=f"{name}-ear")
    try:
        for line in lines:
            await asyncio.sleep(delay)
            room.say(name, line)
        await asyncio.sleep(delay)
    finally:
        ear.cancel()
        room.leave(name)
    return name, log
async def main():
    room = Room()
    for name, log in await asyncio.gather(
            member(room, "ann", ["hi", "bye"], 1), member(room, "bob", ["hello"], 1.5), member(room, "cy", [], 2)):
        print(name)
        for who, text in log:
            print("   ", who, text)
asyncio.run(main())
