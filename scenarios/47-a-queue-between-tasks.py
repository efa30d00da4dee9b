# %% [markdown]
# # A queue between tasks
# A cook and a guest, each with a loop, and a table with room for one dish
# between them. put waits while the table is full, get waits while it is empty.
# Neither knows the other: both know the queue.
#
# Follow one dish. Who waits, and who wakes him? On the right both loops have
# become one, and it belongs to neither: what the cook cooks next and when the
# guest has had enough is all decided there.
#
# To try: make room for two dishes, Queue(2). In which order is it printed?
#
# teaches: queue, task, gather
# compare: output

# %% coroutine
from asyncio import Queue
from asyncio import gather, run

async def cook(table):
    for dish in "soup", "rice":
        await table.put(dish) #> Waits while the table is full.
        print("cooked", dish)
    await table.put(None)

async def guest(table):
    dish = await table.get()
    while dish:
        print("ate", dish)
        dish = await table.get()

async def main():
    table = Queue(1)
    await gather(cook(table),
                 guest(table))

run(main())

# %% subroutine
def cook(dish):
    print("cooked", dish)
    return dish

def guest(dish):
    print("ate", dish)

for dish in "soup", "rice":
    guest(cook(dish))   #> The only loop, and it is neither's.
