// Measures what the README promises and writes target/bench.json. Needs `make build` before it.
// Parts named as arguments (phone, sync, month, pages) are measured alone, and put in place of what the file had of them.
import { readFile, writeFile } from 'node:fs/promises';
import { figure } from './goals.mjs';
import { measurePhone } from './phone.mjs';
import { measureServer } from './server.mjs';

const file = new URL('../target/bench.json', import.meta.url);
const parts = process.argv.slice(2);
const ofServer = parts.filter(part => part !== 'phone');
const figures = [];
const note = measured => {
  const line = figure(measured);
  figures.push(line);
  console.log(row(line));
};

console.log(row({ name: 'figure', value: 'value', unit: '', goal: 'goal', met: null, against: 'against', ratio: null }));
if (parts.length === 0 || parts.includes('phone')) await measurePhone(note);
if (parts.length === 0 || ofServer.length > 0) await measureServer(note, ofServer);
if (parts.length > 0) figures.unshift(...(await measuredBefore()));
await writeFile(file, JSON.stringify(figures, null, 2) + '\n');
console.log(`written to target/bench.json: ${figures.filter(f => f.met).length} of ${figures.filter(f => f.met != null).length} goals met`);

async function measuredBefore() {
  const before = await readFile(file, 'utf8').then(JSON.parse, () => []);
  return before.filter(old => !figures.some(({ name }) => name === old.name));
}

function row({ name, value, unit, goal, met, against, ratio }) {
  const measured = typeof value === 'number' ? Number(value.toPrecision(4)) : value;
  return [
    name.padEnd(30),
    `${measured} ${unit}`.trim().padStart(16),
    String(goal ?? '').padStart(8),
    (met == null ? '' : met ? 'met' : 'NOT met').padEnd(8),
    ratio == null ? '' : `${ratio} of ${against}`,
  ].join('  ').trimEnd();
}
