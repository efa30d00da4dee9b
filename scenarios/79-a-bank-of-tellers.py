# %% [markdown]
# # A bank of tellers
# Three customers, two tellers, one line. Each teller takes the next customer,
# serves as long as it takes, and takes the next. As coroutines the tellers
# are told as they work, and the virtual clock says who is free when.
#
# On the right the same bank is worked out: for each customer we look which
# teller is free first. It is short, too. But no teller can be found in it,
# and what is printed comes in the order of the customers.
#
# To try: let there be one teller, then three. When does the last one leave?
#
# teaches: queue, task, virtual-time, quasi-concurrent
# compare: lines

# %% coroutine
from asyncio import gather, run
from asyncio import sleep

line = [("Ann", 3), ("Bob", 1),
        ("Cy", 1)]

async def teller(number):
    while line:
        who, time = line.pop(0)
        await sleep(time) #> The other teller works meanwhile.
        print(who, "at", number)

async def main():
    a, b = teller(1), teller(2)
    await gather(a, b)

run(main())

# %% subroutine
line = [("Ann", 3), ("Bob", 1),
        ("Cy", 1)]
free = {1: 0, 2: 0}

def serve(who, time):
    number = 1
    if free[2] < free[1]:
        number = 2
    free[number] += time
    print(who, "at", number)

for who, time in line:
    serve(who, time)
