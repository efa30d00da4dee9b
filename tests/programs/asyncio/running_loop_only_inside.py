import asyncio
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.all_tasks()
except RuntimeError as e:
    print(e)
async def f():
    pass
c = f()
try:
    asyncio.create_task(c)
except RuntimeError as e:
    print(e)
c.close()
async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop())
    c = main()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
asyncio.run(main())
try:
    asyncio.run(main)
except ValueError as e:
    print(str(e)[:35])
