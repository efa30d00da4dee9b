# %% [markdown]
# # A future by hand
# Under every task that waits there is a future: a box that is empty now. Who
# awaits it is suspended until somebody sets a result. A callback can be left
# with it as well. Setting the result runs nobody: it puts all who wait in the
# line of the event loop.
#
# Watch the line after set_result: main goes on first. Then come those who
# wait, in the order in which they came to the box.
#
# To try: set a result twice. What is the error called?
#
# teaches: future, callback, await, awaitable
# compare: output

# %% coroutine
from asyncio import (
    Future, create_task,
    run, sleep)

def bell(box):
    print("bell:", box.result())

async def read(box):
    print("read:", await box) #> Suspended while the box is empty.

async def main():
    box = Future()
    box.add_done_callback(bell)
    job = create_task(read(box))
    await sleep(0)      #> Lets read come to its await.
    box.set_result("mail")
    print("main: sent")
    await job

run(main())

# %% subroutine
def bell(text):
    print("bell:", text)

def read(text):
    print("read:", text)

waiting = [bell, read]
ready = []

def send(text):
    for function in waiting:
        job = function, text
        ready.append(job) #> In line: nobody is called here.

send("mail")
print("main: sent")
for function, text in ready:
    function(text)
