import { test, expect, PHONE } from '../fixtures.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Step } from '../pages/step.mjs';
import { Today } from '../pages/today.mjs';
import { place } from '../pages/phone.mjs';
import { factsOnPhone } from '../on-phone.mjs';
import { GOES_THROUGH, PLACES } from '../faults/fates.mjs';
import { KINDS } from '../faults/noted.mjs';

const NO_SIGNAL = { name: 'no signal', up: { how: 'cut', at: () => 0 } };

test('TRUST 29: one walk sent by two tabs and fifty times more at once, in any order, is one walk', async ({ demo, network, openAs, leader }) => {
  const page = await openAs(leader, { ...PHONE, baseURL: network.url });
  const step = await new Today(page).startWalk();
  network.trouble(() => NO_SIGNAL);
  await feel(page, 'asked');
  const other = await page.context().newPage();
  await other.goto(place(page));
  await feel(other, 'broken');
  await step.done();

  const walk = place(page).split('/')[2];
  const facts = (await factsOnPhone(page)).filter(row => row.walk === walk).map(row => JSON.parse(row.json));
  const cookie = await cookieOf(page);
  await network.heal();
  network.trouble(() => ({ name: 'twice', twice: 'at once' }));
  const [replies] = await Promise.all([
    Promise.all(Array.from({ length: 50 }, (_, at) => send(demo, cookie, turned(facts, at * 7)))),
    allSent(page),
    allSent(other),
  ]);
  for (const { items } of replies) expect(items.every(({ status }) => ['stored', 'known'].includes(status))).toBe(true);
  const stored = replies.flatMap(({ items }) => items.filter(({ status }) => status === 'stored').map(({ id }) => id));
  expect(new Set(stored).size, 'each is new once').toBe(stored.length);
  expect(sorted(await logOf(demo, cookie, walk))).toEqual(sorted(facts));
});

test('TRUST 30: the server commits and the reply is lost: the next try clears the queue', async ({ demo, network, openAs, leader }) => {
  const page = await openAs(leader, { ...PHONE, baseURL: network.url });
  await new Today(page).startWalk();
  await allSent(page);
  once(network, { name: 'reply lost', lost: true });
  await feel(page, 'asked');
  await expect.poll(() => network.told).toContain('POST /api/v1/sync: reply lost');
  expect(await rowsWaiting(page)).not.toEqual([]);
  await allSent(page);
  await expectOnce(demo, page, 'asked');
});

test('TRUST 30: the reply comes long after the phone has given up waiting for it', async ({ demo, network, openAs, leader }) => {
  const page = await openAs(leader, { ...PHONE, baseURL: network.url });
  await new Today(page).startWalk();
  await allSent(page);
  await page.evaluate(fortyTimesAsFast);
  once(network, { name: 'reply held', held: true });
  await feel(page, 'asked');
  await expect.poll(() => network.told).toContain('POST /api/v1/sync: reply held');
  await allSent(page);
  await network.heal();
  await expectOnce(demo, page, 'asked');
});

test('TRUST 30: a sending that breaks off anywhere on its way is sent again, and taken for no refusal', async ({ demo, network, openAs, leader }) => {
  const page = await openAs(leader, { ...PHONE, baseURL: network.url });
  await new Today(page).startWalk();
  await allSent(page);
  const chance = { whole: (low, high) => Math.floor((low + high) / 2) };
  for (const [at, where] of Object.keys(PLACES).entries()) {
    network.clear();
    once(network, { name: 'broke off', up: { how: 'short', at: request => PLACES[where](request, chance) } });
    await feelKind(page, at);
    await expect.poll(() => network.told, where).toContain('POST /api/v1/sync: broke off');
    await allSent(page);
    await expect(page.getByText('could not be sent'), where).toHaveCount(0);
    await expectOnce(demo, page, KINDS[at]);
  }
});

/** The next sync meets `fate`; all else goes through. */
function once(network, fate) {
  network.trouble(({ line }) => {
    if (!line.startsWith('POST')) return GOES_THROUGH;
    network.trouble(() => GOES_THROUGH);
    return fate;
  });
}

function feel(page, kind) {
  return feelKind(page, KINDS.indexOf(kind));
}

async function feelKind(page, kind) {
  await new Step(page).friction();
  const sheet = await new FrictionSheet(page).shown();
  await sheet.kind(kind).tap();
  await sheet.saysSaved();
  await page.keyboard.press('Escape');
  await expect(sheet.sheet).toBeHidden();
}

/** What on this phone waits to be sent. */
async function rowsWaiting(page) {
  return (await factsOnPhone(page)).filter(({ state }) => state === 'saved');
}

/** Looks at the phone until nothing waits; whoever holds it does no more. */
async function allSent(page) {
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    expect(await rowsWaiting(page)).toEqual([]);
  }).toPass({ timeout: 20_000 });
}

async function expectOnce(demo, page, category) {
  const facts = await logOf(demo, await cookieOf(page), place(page).split('/')[2]);
  expect(facts.filter(({ kind, data }) => kind === 'friction_felt' && data.category === category)).toHaveLength(1);
}

async function cookieOf(page) {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function logOf(demo, cookie, walk) {
  return (await (await fetch(`${demo.url}/api/v1/walks/${walk}`, { headers: { cookie } })).json()).facts;
}

async function send(demo, cookie, facts) {
  const headers = { cookie, origin: demo.url, 'content-type': 'application/json' };
  const answer = await fetch(`${demo.url}/api/v1/sync`, { method: 'POST', headers, body: JSON.stringify({ sent_at: Date.now(), facts }) });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** The same facts, beginning with another one and some the other way round. */
function turned(facts, by) {
  const at = by % facts.length;
  const all = [...facts.slice(at), ...facts.slice(0, at)];
  return by % 2 ? all.reverse() : all;
}

function sorted(facts) {
  return facts.map(fact => JSON.stringify(fact)).toSorted();
}

// Runs in the page: what it waits for takes a fortieth of the time.
function fortyTimesAsFast() {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = ms => timeout(ms / 40);
}
