import { cp, mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { Demo } from './demo.mjs';
import { Pocket, PHONE } from './pocket.mjs';
import { SEED } from './seed.mjs';
import { Proxy } from './faults/proxy.mjs';
import { SignIn } from './pages/sign-in.mjs';

export { expect, PHONE };

/** A screen on a desk. */
export const DESK = { viewport: { width: 1280, height: 900 } };

export const test = base.extend({
  /** A demonstration server of this worker's own, on its own copy of the seeded data. */
  demo: [async ({}, use) => {
    const parent = join(SEED, '..', 'workers');
    await mkdir(parent, { recursive: true });
    const data = await mkdtemp(join(parent, 'demo-'));
    await cp(SEED, data, { recursive: true });
    const demo = await Demo.start(data);
    await use(demo);
    await demo.stop();
    await rm(data, { recursive: true, force: true });
  }, { scope: 'worker' }],

  /** Sessions already signed in, by the address that was spent on them. */
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],

  /** What the pages complained of during the test: console errors, exceptions, refused content. */
  complaints: [async ({}, use) => {
    const complaints = [];
    await use(complaints);
    expect(complaints, 'no page complains').toEqual([]);
  }, { auto: true }],

  /** A leader of the council nobody else walks as: a walk that is not finished waits for its leader on every phone. */
  leader: async ({ demo }, use) => {
    const leader = demo.people('leader').find(person => !demo.busy.has(person.name)) ?? (await demo.newLeader());
    demo.busy.add(leader.name);
    await use(leader);
  },

  /** A network of this test's own before the server: with `baseURL: network.url` a phone is on it. */
  network: async ({ demo }, use) => {
    const network = await Proxy.start(() => demo.url);
    await use(network);
    await network.stop();
  },

  /** `openAs(person, options)`: a page of that person's own browser, signed in. */
  openAs: async ({ browser, demo, sessions, complaints }, use) => {
    const contexts = [];
    await use(async (person, options = {}) => {
      const key = `${person.organisation}/${person.name}/${person.role}`;
      if (!sessions.has(key)) sessions.set(key, await signIn(browser, demo, person));
      const context = await browser.newContext({ storageState: sessions.get(key), baseURL: demo.url, locale: 'en-GB', ...options });
      contexts.push(context);
      context.on('page', page => listen(page, complaints, () => demo.running && !options.baseURL));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  /** A leader's own phone, never used before. */
  pocket: async ({ demo, complaints }, use) => {
    const pocket = await Pocket.fresh(demo, {}, page => listen(page, complaints, () => demo.running && !pocket.outOfReach));
    await use(pocket);
    await pocket.throwAway();
  },
});

async function signIn(browser, demo, person) {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await new SignIn(page).with(await demo.address(person));
  const state = await context.storageState();
  await context.close();
  return state;
}

/** With `reachable` false, requests that fail are what the test is about. */
function listen(page, complaints, reachable) {
  page.on('pageerror', error => complaints.push(`${page.url()}: ${error}`));
  page.on('console', message => {
    if (message.type() !== 'error') return;
    if (!reachable() && /^Failed to load resource|net::ERR_/.test(message.text())) return;
    // Told a moment late, of a request made before the signal was back: there is no such error with a signal.
    if (message.text().includes('net::ERR_INTERNET_DISCONNECTED')) return;
    complaints.push(`${page.url()}: ${message.text()}`);
  });
}
