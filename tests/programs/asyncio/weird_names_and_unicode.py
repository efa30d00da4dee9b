import asyncio
async def grüße(wer):
    await asyncio.sleep(0)
    return f"grüß {wer} ✓"
async def main():
    t = asyncio.create_task(grüße("Zoë"), name="Aufgabe №1")
    print(t.get_name(), await t)
asyncio.run(main())
