#!/bin/sh
# Python's generators as Brython 3.14.3 has them, which are made of JavaScript's.
#
# Guess: send() into a generator that has not begun is a TypeError, close() of one
# that yields again a RuntimeError, and so is a StopIteration that leaves a body
# (PEP 342, PEP 479); raise alone raises again what is handled, also behind a yield.
# Seen: the first two pass, a StopIteration with a value ends the generator as if it had
# returned, and the handled exception is lost at the yield.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . brython@3.14.3 >&2
cat >rules.py <<'PY'
def begun():
    yield 1

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

def stopped():
    yield 1
    raise StopIteration(2)

def again():
    try:
        raise ValueError("kept")
    except ValueError:
        yield 1
        raise

def close_stubborn():
    generator = stubborn()
    next(generator)
    generator.close()

def tell(name, action):
    try:
        action()
        print(name + ": passes")
    except Exception as error:
        print(name + ":", type(error).__name__)

tell("send into the unstarted", lambda: begun().send(2))
tell("close of the stubborn", close_stubborn)
tell("StopIteration inside", lambda: list(stopped()))
tell("raise behind a yield", lambda: list(again()))
PY
cat >rules.js <<'JS'
// The few parts of a page that Brython asks for when it is loaded.
globalThis.window = globalThis.self = globalThis;
globalThis.location = { href: 'http://localhost/', origin: 'http://localhost', pathname: '/', search: '' };
globalThis.document = {
	currentScript: { src: 'http://localhost/brython.js' }, location,
	getElementsByTagName: () => [], querySelectorAll: () => [], addEventListener() {},
	createElement: () => ({}), dispatchEvent() {}, body: {}, head: {},
};
globalThis.addEventListener = () => {};
globalThis.MutationObserver = class { observe() {} disconnect() {} };
Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'node', language: 'en' }, configurable: true });
const { __BRYTHON__ } = require('brython/brython.js');
globalThis.__BRYTHON__ = globalThis.$B = __BRYTHON__;
__BRYTHON__.runPythonSource(require('fs').readFileSync('rules.py', 'utf8'), 'rules');
JS
node rules.js | grep . | tee seen
diff - seen <<'SEEN'
send into the unstarted: passes
close of the stubborn: passes
StopIteration inside: passes
raise behind a yield: RuntimeError
SEEN
