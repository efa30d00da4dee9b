import asyncio
async def main():
    fut = asyncio.Future()
    fut.set_result(1)
    for act in (lambda: fut.set_result(2), lambda: fut.set_exception(ValueError())):
        try:
            act()
        except asyncio.InvalidStateError as e:
            print(repr(e), type(e).__mro__[1].__name__)
    print(fut.cancel(), fut.result())
    fut = asyncio.Future()
    print(fut.cancel("msg"), fut.cancel(), fut.cancelled(), fut.done())
    for act in (lambda: fut.set_result(2), fut.result, fut.exception):
        try:
            act()
        except (asyncio.InvalidStateError, asyncio.CancelledError) as e:
            print(repr(e))
asyncio.run(main())
