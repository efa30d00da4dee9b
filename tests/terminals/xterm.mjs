// xterm.mjs PACKAGE COLUMNS ROWS: reads what demo_pictures tells and shows it to
// xterm.js's headless terminal (the npm package @xterm/headless in the folder
// PACKAGE); says which cells differ.  The last line is "N passed, N failed".
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [folder, cols, rows] = [process.argv[2], +process.argv[3], +process.argv[4]];
const { Terminal } = createRequire(import.meta.url)(folder);
const terminal = new Terminal({ cols, rows, allowProposedApi: true });
const lines = readFileSync(0, "utf8").split("\n");
const write = (bytes) => new Promise((done) => terminal.write(bytes, done));

function shown(row) {
  const line = terminal.buffer.active.getLine(row);
  const cells = [];
  for (let col = 0; col < cols; col++) {
    const cell = line.getCell(col);
    const text = cell.getChars() || " ";
    const bold = cell.isBold() && text !== " " ? "b" : "";
    const looks = `${bold}${cell.isUnderline() ? "u" : ""}${cell.isInverse() ? "r" : ""}`;
    cells.push(cell.getWidth() === 0 ? "" : `${text}/${looks}`); // 0: the right half of a wide one
  }
  return cells;
}

let passed = 0;
let failed = 0;
for (let at = 0; at + rows < lines.length; at += rows + 1) {
  for (const byte of Buffer.from(lines[at], "hex")) terminal.write(Uint8Array.of(byte));
  await write("");
  let fine = true;
  for (let row = 0; row < rows; row++) {
    const got = shown(row).join("|");
    const wanted = lines[at + 1 + row].split("\t").join("|");
    if (got !== wanted && fine && failed < 5) {
      console.log(`picture ${at / (rows + 1) + 1}, row ${row + 1}:\n  is     ${got}\n  wanted ${wanted}`);
    }
    fine = fine && got === wanted;
  }
  fine ? passed++ : failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
