#!/bin/sh
# An async generator whose finally awaits, closed by break in a for await: compiled
# for ES2015 by esbuild 0.28.2 and by @swc/core 1.16.22.
#
# Guess: as ECMAScript has it: return() runs the whole finally, then the loop ends.
# Seen: both helpers resume the finally from its await with return() once more, so
# that it ends there: a resource that is released behind the await never is.
# TypeScript 5.9.3 and @babel/preset-env 7.29.14 run it to its end.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . esbuild@0.28.2 @swc/core@1.16.22 typescript@5.9.3 \
	@babel/core@7.29.13 @babel/preset-env@7.29.14 >&2
cat >break.js <<'JS'
const text = `module.exports = async function () {
	const order = [];
	async function* lines() {
		try { yield 1; yield 2; } finally { order.push('closing'); await null; order.push('closed'); }
	}
	for await (const line of lines()) break;
	order.push('after the loop');
	await new Promise((done) => setTimeout(done, 50));
	return order.join(', ');
};`;
function load(code) {
	const module = { exports: {} };
	new Function('module', 'exports', 'require', code)(module, module.exports, require);
	return module.exports;
}
const makers = {
	none: () => text,
	typescript: () => require('typescript').transpileModule(text, { compilerOptions: { target: 'ES2015' } }).outputText,
	babel: () => require('@babel/core').transformSync(text, {
		configFile: false, sourceType: 'script',
		presets: [['@babel/preset-env', { targets: { chrome: '50' }, modules: false }]],
	}).code,
	esbuild: () => require('esbuild').transformSync(text, { target: 'es2015' }).code,
	swc: () => require('@swc/core').transformSync(text, { jsc: { target: 'es2015' }, module: { type: 'commonjs' } }).code,
};
(async () => {
	for (const name in makers)
		console.log(`${name}: ${await load(makers[name]())()}`);
})();
JS
node break.js | tee seen
diff - seen <<'SEEN'
none: closing, closed, after the loop
typescript: closing, closed, after the loop
babel: closing, closed, after the loop
esbuild: closing, after the loop
swc: closing, after the loop
SEEN
