x = 3
items = ["a"]
print(f"{x=} {x = } {x + 1=} {items=!s} {x=:>4}")
print(f"{x!r}{{literal}}{x:{x}}|")
print(f"{'nested ' + f'{x}'} {[i for i in range(x)]} {(lambda v: v * 2)(x)}")
print(f"{x:d}" f" and {x}" " plain {x}")
print(f"""multi
{x}
line""")
