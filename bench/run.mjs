// Measures what the README promises and writes target/bench.json. Needs `make build` before it.
import { writeFile } from 'node:fs/promises';
import { figure } from './goals.mjs';
import { measurePhone } from './phone.mjs';
import { measureServer } from './server.mjs';

const figures = [];
const note = measured => {
  const line = figure(measured);
  figures.push(line);
  console.log(row(line));
};

console.log(row({ name: 'figure', value: 'value', unit: '', goal: 'goal', met: null, against: 'against', ratio: null }));
await measurePhone(note);
await measureServer(note);
await writeFile(new URL('../target/bench.json', import.meta.url), JSON.stringify(figures, null, 2) + '\n');
console.log(`written to target/bench.json: ${figures.filter(f => f.met).length} of ${figures.filter(f => f.met != null).length} goals met`);

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
