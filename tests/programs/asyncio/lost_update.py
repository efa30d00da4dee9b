import asyncio
balance = 100
async def withdraw(amount):
    global balance
    seen = balance
    await asyncio.sleep(0)
    balance = seen - amount
async def safe(lock, amount):
    async with lock:
        await withdraw(amount)
async def main():
    global balance
    await asyncio.gather(withdraw(30), withdraw(50))
    print("without a lock", balance)
    balance = 100
    lock = asyncio.Lock()
    await asyncio.gather(safe(lock, 30), safe(lock, 50))
    print("with a lock", balance)
asyncio.run(main())
