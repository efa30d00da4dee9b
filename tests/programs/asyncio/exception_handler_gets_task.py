import asyncio
async def bad():
    raise ValueError("task")
def handler(loop, context):
    task = context.get("future") or context.get("task")
    print(context["message"], "|", task.get_name(), "|", repr(context["exception"]), loop is asyncio.get_event_loop())
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(bad(), name="culprit")
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.1)
    print("end")
asyncio.run(main())
