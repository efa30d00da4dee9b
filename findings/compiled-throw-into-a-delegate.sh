#!/bin/sh
# throw() into a generator that stands in yield* of an iterator without throw(),
# compiled by TypeScript 5.9.3 and @swc/core 1.16.22 for ES5 (generators) and by
# esbuild 0.28.2 for ES2017 (async generators).
#
# Guess: as ECMAScript has it (yield*): the iterator is closed by its return(), and
# the generator gets a TypeError, for its delegate lacks a method.
# Seen: the generator gets the error that was thrown, and may handle it, so that the
# mistake stays hidden; esbuild's leaves the iterator open besides.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . typescript@5.9.3 @swc/core@1.16.22 esbuild@0.28.2 >&2
cat >delegate.js <<'JS'
const body = '(inner) { try { yield* inner; } catch (error) { return error.constructor.name; } };';
const sync = 'module.exports = function* ' + body;
const async = 'module.exports = async function* ' + body;
function load(code) {
	const module = { exports: {} };
	new Function('module', 'exports', 'require', code)(module, module.exports, require);
	return module.exports;
}
async function run(generator) {
	let state = 'open';
	const inner = {
		[Symbol.iterator]() { return this; },
		[Symbol.asyncIterator]() { return this; },
		next() { return { value: 1, done: false }; },
		return() { state = 'closed'; return {}; },
	};
	const g = generator(inner);
	await g.next();
	return `${(await g.throw(new RangeError('mine'))).value}, delegate ${state}`;
}
const es5 = { target: 'ES5', downlevelIteration: true };
const makers = {
	'none, sync': () => sync,
	'none, async': () => async,
	'typescript, sync': () => require('typescript').transpileModule(sync, { compilerOptions: es5 }).outputText,
	'swc, sync': () => require('@swc/core').transformSync(sync, { jsc: { target: 'es5' }, module: { type: 'commonjs' } }).code,
	'esbuild, async': () => require('esbuild').transformSync(async, { target: 'es2017' }).code,
};
(async () => {
	for (const name in makers)
		console.log(`${name}: ${await run(load(makers[name]()))}`);
})();
JS
node delegate.js | tee seen
diff - seen <<'SEEN'
none, sync: TypeError, delegate closed
none, async: TypeError, delegate closed
typescript, sync: RangeError, delegate closed
swc, sync: RangeError, delegate closed
esbuild, async: RangeError, delegate open
SEEN
