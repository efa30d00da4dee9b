import asyncio
async def main():
    f = asyncio.Future()
    for ask in (f.result, f.exception):
        try:
            ask()
        except asyncio.InvalidStateError as e:
            print(e)
    f.set_result(1)
    for tell in (f.set_result, f.set_exception):
        try:
            tell(ValueError())
        except asyncio.InvalidStateError as e:
            print(e)
    print(f.cancel(), f.cancelled(), f.result())
asyncio.run(main())
