import { mkdir, rm } from 'node:fs/promises';
import { Demo } from './demo.mjs';

export const SEED = new URL('../target/end2end/seed', import.meta.url).pathname;

/** Seeds the demonstration organisation once; every worker starts from a copy of its folder. */
export default async function seed() {
  await rm(SEED, { recursive: true, force: true });
  await mkdir(SEED, { recursive: true });
  const demo = await Demo.start(SEED);
  await demo.stop();
}
