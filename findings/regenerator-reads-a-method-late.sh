#!/bin/sh
# A call whose argument is a yield, in a generator that is made a state machine
# by regenerator-transform 0.15.2 (@babel/plugin-transform-regenerator 7.25.9).
#
# Guess: the machine keeps what was evaluated before the yield, as a generator
# does: in o.m(yield) the method, in o[k.n] = yield the key.
# Seen: both are read after the resumption, so that who suspended it can change
# which method is called.  A local that is bound to o.m before the yield is kept.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --prefix . @babel/core@7.26.0 \
	@babel/plugin-transform-regenerator@7.25.9 regenerator-transform@0.15.2 regenerator-runtime@0.14.1 >&2
cat >late.js <<'JS'
const babel = require('@babel/core');
const text = `module.exports = {
	call: function* (o) { return o.m(yield); },
	key: function* (o) { o[o.name] = yield; return Object.keys(o).join(); },
	kept: function* (o) { const m = o.m; return m(yield); },
};`;
function load(code) {
	const module = { exports: {} };
	new Function('module', 'require', 'regeneratorRuntime', code)(module, require, require('regenerator-runtime'));
	return module.exports;
}
function run(generator) {
	const o = { m: () => 'first', name: 'a' };
	const g = generator(o);
	g.next();
	o.m = () => 'second';
	o.name = 'b';
	return g.next(1).value;
}
const machine = babel.transformSync(text, { configFile: false, plugins: ['@babel/plugin-transform-regenerator'] }).code;
for (const [who, made] of [['generator', load(text)], ['machine', load(machine)]])
	console.log(who, run(made.call), run(made.key), run(made.kept));
JS
node late.js | tee seen
printf 'generator first m,name,a first\nmachine second m,name,b first\n' | diff - seen
