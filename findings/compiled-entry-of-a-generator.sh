#!/bin/sh
# What a generator function does at the call, before the first next(), compiled for
# ES5 by @swc/core 1.16.22 and TypeScript 5.9.3.
#
# Guess: the defaults of parameters are evaluated at the call, as ECMAScript has it,
# and arguments are those of the call.
# Seen: swc's evaluates defaults at the first next(), so that an error in one comes
# late or never; TypeScript's async generator sees the arguments of its own helper,
# of which there is one.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . typescript@5.9.3 @swc/core@1.16.22 >&2
cat >entry.js <<'JS'
const text = `module.exports = {
	*late(log, value = log.push('default')) { yield value; },
	count: async function* () { yield arguments.length; },
};`;
function load(code) {
	const module = { exports: {} };
	new Function('module', 'exports', 'require', code)(module, module.exports, require);
	return module.exports;
}
async function run({ late, count }) {
	const log = [];
	const g = late(log);
	log.push('next');
	g.next();
	return `${log.join(' before ')}, ${(await count(1, 2, 3).next()).value} arguments`;
}
const es5 = { target: 'ES5', downlevelIteration: true };
const makers = {
	none: () => text,
	typescript: () => require('typescript').transpileModule(text, { compilerOptions: es5 }).outputText,
	swc: () => require('@swc/core').transformSync(text, { jsc: { target: 'es5' }, module: { type: 'commonjs' } }).code,
};
(async () => {
	for (const name in makers)
		console.log(`${name}: ${await run(load(makers[name]()))}`);
})();
JS
node entry.js | tee seen
diff - seen <<'SEEN'
none: default before next, 3 arguments
typescript: default before next, 1 arguments
swc: next before default, 3 arguments
SEEN
