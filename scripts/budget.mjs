// Fails when the leader's first visit would fetch more than its ceiling. Needs `make build` before it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from '../end2end/demo.mjs';
import { CEILINGS, KB, add, firstVisit } from '../bench/bytes.mjs';

const data = await mkdtemp(join(tmpdir(), 'firsthand-budget-'));
const server = await Server.start(data);
try {
  const files = await firstVisit(server.url);
  const total = add(files);
  for (const { path, bytes } of files.sort((a, b) => b.bytes - a.bytes)) console.log(`${kb(bytes)}  ${path}`);
  check('WebAssembly and JavaScript', total.wasmJs, CEILINGS.wasmJs);
  check('everything', total.all, CEILINGS.all);
} finally {
  await server.stop();
  await rm(data, { recursive: true, force: true });
}

function check(what, bytes, limit) {
  const over = bytes > limit;
  console.log(`${kb(bytes)}  ${what}, of ${kb(limit).trim()} allowed${over ? ': over the budget' : ''}`);
  if (over) process.exitCode = 1;
}

function kb(bytes) {
  return `${(bytes / KB).toFixed(1)} KB`.padStart(9);
}
