import asyncio
class Noted(asyncio.Future):
    def get_loop(self):
        print("get_loop"); return super().get_loop()
    def add_done_callback(self, *a, **k):
        print("add_done_callback", len(a), list(k)); return super().add_done_callback(*a, **k)
    def cancel(self, msg=None):
        print("cancel", msg); return super().cancel(msg)
    def result(self):
        print("result"); return super().result()
    def exception(self):
        print("exception"); return super().exception()
    def done(self):
        print("done"); return super().done()
    def cancelled(self):
        print("cancelled"); return super().cancelled()
    def set_result(self, r):
        print("set_result"); return super().set_result(r)
    def remove_done_callback(self, f):
        print("remove_done_callback"); return super().remove_done_callback(f)


class Duck:
    _asyncio_future_blocking = False
    def __init__(self, loop): self.loop = loop; self.cbs = []; self.v = None
    def get_loop(self): print("duck get_loop"); return self.loop
    def add_done_callback(self, cb, *, context=None): print("duck add", context is not None); self.cbs.append(cb)
    def cancel(self, msg=None): print("duck cancel", msg); return False
    def done(self): print("duck done"); return self.v is not None
    def result(self): print("duck result"); return self.v
    def finish(self, v):
        self.v = v
        for cb in self.cbs: self.loop.call_soon(cb, self)
    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.v
async def waits(f):
    try: return await f
    except asyncio.CancelledError as e: print("cancelled", e); return "c"
async def main():
    loop = asyncio.get_running_loop()
    print("-- await")
    f = Noted(); loop.call_soon(f.set_result, 3); print(await f)
    print("-- await done")
    f = Noted(); f.set_result(4); print(await f)
    print("-- task cancel")
    f = Noted(); t = asyncio.create_task(waits(f)); await asyncio.sleep(0); t.cancel("m"); print(await t)
    print("-- gather")
    f = Noted(); g = Noted(); loop.call_soon(f.set_result, 3); loop.call_soon(g.set_result, 3); print(await asyncio.gather(f, g))
    print("-- wait_for")
    f = Noted(); loop.call_soon(f.set_result, 3); print(await asyncio.wait_for(f, 1))
    print("-- wait_for none")
    f = Noted(); loop.call_soon(f.set_result, 3); print(await asyncio.wait_for(f, None))
    print("-- wait_for late")
    f = Noted()
    try: print(await asyncio.wait_for(f, 0.1))
    except asyncio.TimeoutError: print("timeout")
    print("-- shield")
    f = Noted(); loop.call_soon(f.set_result, 3); print(await asyncio.shield(f))
    print("-- wait")
    f = Noted(); loop.call_soon(f.set_result, 3); d, p = await asyncio.wait([f]); print(len(d), len(p))
    print("-- as_completed")
    f = Noted(); loop.call_soon(f.set_result, 3)
    for c in asyncio.as_completed([f]): print(await c)
    print("-- ensure")
    f = Noted(); print(asyncio.ensure_future(f) is f, asyncio.isfuture(f))
    print("-- duck")
    d = Duck(loop); loop.call_soon(d.finish, 5); print(await d, asyncio.isfuture(d))
    d = Duck(loop); t = asyncio.create_task(waits(d)); await asyncio.sleep(0); t.cancel("x"); loop.call_soon(d.finish, 6); print(await t)
    class Sub(asyncio.Task):
        def add_done_callback(self, *a, **k):
            print("Sub add"); return super().add_done_callback(*a, **k)
    s = Sub(waits(asyncio.sleep(0)), loop=loop)
    print(await s)
asyncio.run(main())
