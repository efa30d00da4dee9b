#!/bin/sh
# return(5) on an async generator that stands in yield* of another one, compiled by
# TypeScript 5.9.3 for ES2015.
#
# Guess: both finally blocks run and { value: 5, done: true } comes back.
# Seen: both run, the value is undefined; without yield* it is 5.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . typescript@5.9.3 >&2
cat >value.js <<'JS'
const text = `async function* inner() { try { yield 1; } finally { module.exports.log.push('inner'); } }
async function* outer() { try { yield* inner(); } finally { module.exports.log.push('outer'); } }
module.exports = { log: [], inner, outer };`;
function load(code) {
	const module = { exports: {} };
	new Function('module', 'exports', 'require', code)(module, module.exports, require);
	return module.exports;
}
async function run(made, name) {
	made.log.length = 0;
	const g = made[name]();
	await g.next();
	return JSON.stringify([await g.return(5), made.log]);
}
const { outputText } = require('typescript').transpileModule(text, { compilerOptions: { target: 'ES2015' } });
(async () => {
	for (const name of ['inner', 'outer'])
		console.log(name, await run(load(text), name), await run(load(outputText), name));
})();
JS
node value.js | tee seen
diff - seen <<'SEEN'
inner [{"value":5,"done":true},["inner"]] [{"value":5,"done":true},["inner"]]
outer [{"value":5,"done":true},["inner","outer"]] [{"done":true},["inner","outer"]]
SEEN
