#!/bin/sh
# try { return rejectedPromise; } catch in an async generator, compiled for ES2017
# by esbuild 0.28.2, @swc/core 1.16.22 and @babel/preset-env 7.29.14.
#
# Guess: as ECMAScript has it, return awaits inside the try (in an async generator,
# not in an async function), so that the catch beside it gets the rejection.
# Seen: the three await it when the generator has ended: the catch is passed over
# and the consumer's next() is rejected.  TypeScript 5.9.3 does as the standard says.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . typescript@5.9.3 @swc/core@1.16.22 esbuild@0.28.2 \
	@babel/core@7.29.13 @babel/preset-env@7.29.14 >&2
cat >rejected.js <<'JS'
const text = `module.exports = async function* () {
	try { return Promise.reject('lost'); } catch (error) { return 'caught ' + error; }
};`;
function load(code) {
	const module = { exports: {} };
	new Function('module', 'exports', 'require', code)(module, module.exports, require);
	return module.exports;
}
const makers = {
	none: () => text,
	typescript: () => require('typescript').transpileModule(text, { compilerOptions: { target: 'ES2017' } }).outputText,
	babel: () => require('@babel/core').transformSync(text, {
		configFile: false, sourceType: 'script',
		presets: [['@babel/preset-env', { targets: { chrome: '55' }, modules: false }]],
	}).code,
	esbuild: () => require('esbuild').transformSync(text, { target: 'es2017' }).code,
	swc: () => require('@swc/core').transformSync(text, { jsc: { target: 'es2017' }, module: { type: 'commonjs' } }).code,
};
(async () => {
	for (const name in makers)
		console.log(`${name}: ${await load(makers[name]())().next().then((end) => end.value, (error) => 'rejected ' + error)}`);
})();
JS
node rejected.js | tee seen
diff - seen <<'SEEN'
none: caught lost
typescript: caught lost
babel: rejected lost
esbuild: rejected lost
swc: rejected lost
SEEN
