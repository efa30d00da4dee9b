import asyncio
async def flaky(state):
    state["calls"] += 1
    await asyncio.sleep(0.1)
    if state["calls"] < 4:
        raise ConnectionError(f"try {state['calls']}")
    return "ok"
async def retry(f, *args, delay=0.5):
    while True:
        try:
            return await f(*args)
        except ConnectionError as e:
            print(e, asyncio.get_running_loop().time())
            await asyncio.sleep(delay)
            delay *= 2
print(asyncio.run(retry(flaky, {"calls": 0})))
