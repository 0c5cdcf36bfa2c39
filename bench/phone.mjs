import { mkdir, rm } from 'node:fs/promises';
import { Demo } from '../end2end/demo.mjs';
import { Pocket } from '../end2end/pocket.mjs';
import { Today } from '../end2end/pages/today.mjs';
import { FrictionSheet } from '../end2end/pages/friction-sheet.mjs';
import { EN } from '../end2end/words.mjs';
import { KB, add, firstVisit } from './bytes.mjs';
import { timeUntilUsable, timeTransactions } from './probes.mjs';

const RUNS = 5;
const DATA = new URL('../target/bench', import.meta.url).pathname;
// A mid-range phone, and Lighthouse's slow 4G.
const CPU_SLOWDOWN = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** Measures the leader's app in a real browser and passes each figure to `note`. */
export async function measurePhone(note) {
  await rm(DATA, { recursive: true, force: true });
  await mkdir(DATA, { recursive: true });
  const demo = await Demo.start(DATA);
  // A walk that is not finished waits for its leader on every phone, so each measurement that walks has its own.
  const sessions = await Promise.all(demo.people('leader').slice(0, 3).map(leader => signedIn(demo, leader)));
  try {
    const bytes = add(await firstVisit(demo.url));
    note({ name: 'phone.bytes.wasm_js', value: bytes.wasmJs / KB });
    note({ name: 'phone.bytes.all', value: bytes.all / KB });
    note({ name: 'phone.first_visit.usable_s', value: await firstVisitUsable(demo, sessions[0]) });
    note({ name: 'phone.friction_taps', value: await frictionTaps(demo, sessions[1]) });
    note({ name: 'phone.tap_to_durable_p95_ms', value: await tapToDurable(demo, sessions[2]) });
    note({ name: 'phone.home_screen.usable_s', value: await homeScreenUsable(demo, sessions[0]) });
  } finally {
    await demo.stop();
  }
}

/** Cold cache, slow 4G, slow processor: from the address to the first tap that does something. Median, seconds. */
async function firstVisitUsable(demo, session) {
  return median(await repeat(RUNS, async () => {
    // The browser does not throttle what a service worker fetches, so for this figure there is none.
    const phone = await signedInPhone(demo, session, { serviceWorkers: 'block' });
    const page = await phone.page();
    await slow(page, SLOW_4G);
    const seconds = await timeUntilUsable(page, '/walk', EN.readTheBrief);
    await phone.throwAway();
    return seconds;
  }));
}

/** Kept on the phone, the server stopped, slow processor: the same. Median, seconds. */
async function homeScreenUsable(demo, session) {
  const phone = await signedInPhone(demo, session);
  const first = await phone.page();
  await (await new Today(first).open()).readyForNoSignal();
  await first.close();
  await demo.stop();
  const times = await repeat(RUNS, async () => {
    const page = await phone.page();
    await slow(page);
    const seconds = await timeUntilUsable(page, '/walk', EN.readTheBrief);
    await page.close();
    return seconds;
  });
  await phone.throwAway();
  return median(times);
}

/** From the tap to the end of the strict transaction that holds it, slow processor. 95th percentile, milliseconds. */
async function tapToDurable(demo, session) {
  const phone = await signedInPhone(demo, session);
  const page = await phone.page();
  const durable = await timeTransactions(page);
  const { step, sheet } = await firstStep(page);
  await slow(page);
  const times = [];
  for (let round = 0; round < 15; round += 1) {
    await step.friction();
    await sheet.shown();
    for (const choice of [EN.asked, EN.stoppedMe, EN.confused]) times.push(await durable(() => sheet.pick(choice)));
    await sheet.save();
  }
  await phone.throwAway();
  return percentile(times, 95);
}

/** Taps from *Friction*, that one included, to a friction point that is durable. */
async function frictionTaps(demo, session) {
  const phone = await signedInPhone(demo, session);
  const page = await phone.page();
  const durable = await timeTransactions(page);
  const { step, sheet } = await firstStep(page);
  await page.evaluate(() => { window.taps = 0; });
  await step.friction();
  await sheet.shown();
  await durable(() => sheet.pick(EN.asked));
  const taps = await page.evaluate(() => window.taps);
  await phone.throwAway();
  return taps;
}

async function firstStep(page) {
  const step = await new Today(page).startWalk();
  return { step, sheet: new FrictionSheet(page) };
}

/** The cookies of a leader who has signed in; every run takes a new phone with the same session. */
async function signedIn(demo, leader) {
  const phone = await Pocket.fresh(demo);
  await phone.signIn(leader);
  const cookies = await phone.context.cookies();
  await phone.throwAway();
  return cookies;
}

async function signedInPhone(demo, session, options) {
  const phone = await Pocket.fresh(demo, options);
  await phone.context.addCookies(session);
  return phone;
}

async function slow(page, network) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  if (network) {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
  }
}

async function repeat(times, measure) {
  const all = [];
  for (let run = 0; run < times; run += 1) all.push(await measure());
  return all;
}

function median(values) {
  return percentile(values, 50);
}

function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}
