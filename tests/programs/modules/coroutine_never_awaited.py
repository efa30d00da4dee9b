async def forgotten():
    print("never runs")


forgotten()
print("after")
c = forgotten()
c.close()
del c
print("end")
