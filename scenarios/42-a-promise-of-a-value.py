# %% [markdown]
# # A promise of a value
# A future stands for a value that is not there yet. Who wants to know when it
# comes leaves a callback with it: a function to be called then.
#
# On the right the customer is cut in two at the place where it waits: what
# is to be done later is a function of its own. On the left the customer
# yields the future and stays whole. step leaves the callback, and the
# callback takes one step more. This is what await does in asyncio.
#
# To try: let the customer order a second time. How many functions are new?
#
# teaches: future, callback, event-loop
# compare: output

# %% both
class Future:
    def __init__(self):
        self.later = []

    def set(self, value):
        for call in self.later:
            call(value)

# %% coroutine
def customer(order):
    print("orders")
    meal = yield order  #> Waits for what the future stands for.
    print("eats", meal)

def step(job, value=None):
    try:
        future = job.send(value)
    except StopIteration:
        return
    go = lambda v: step(job, v)
    future.later.append(go)

order = Future()
step(customer(order))
print("kitchen cooks")
order.set("soup")

# %% subroutine
def customer(order):
    print("orders")
    order.later.append(eat) #> The rest of the customer.

def eat(meal):
    print("eats", meal)

order = Future()
customer(order)
print("kitchen cooks")
order.set("soup")
