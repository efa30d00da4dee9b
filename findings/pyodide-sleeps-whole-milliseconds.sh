#!/bin/sh
# asyncio.sleep() with fractions of a millisecond in Pyodide 314.0.7 (CPython 3.14),
# whose event loop is made of setTimeout().
#
# Guess: who sleeps shorter wakes first, as in CPython's loop, which keeps a heap by
# time: 100.1, 100.5, 100.9 ms.
# Seen: a delay is cut to whole milliseconds, and within one of them who went to sleep
# first wakes first.  0.9 and 0 ms are not one: sleep(0) waits for no timer.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . pyodide@314.0.7 >&2
cat >sleep.py <<'PY'
import asyncio

async def sleeper(milliseconds, woken):
    await asyncio.sleep(milliseconds / 1000)
    woken.append(milliseconds)

async def order(*times):
    woken = []
    await asyncio.gather(*(sleeper(time, woken) for time in times))
    print(*woken)

await order(100.9, 100.5, 100.1)
await order(102, 100.9, 100.1)
await order(0.9, 0.1, 0)
PY
cat >sleep.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
await (await loadPyodide()).runPythonAsync(readFileSync('sleep.py', 'utf8'));
JS
node sleep.mjs | tee seen
diff - seen <<'SEEN'
100.9 100.5 100.1
100.9 100.1 102
0 0.9 0.1
SEEN
