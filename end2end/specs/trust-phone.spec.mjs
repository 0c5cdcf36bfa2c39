import { test, expect, PHONE, DESK } from '../fixtures.mjs';
import { BoardMonth, thisMonth } from '../pages/board.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Finish } from '../pages/finish.mjs';
import { Receipt } from '../pages/receipt.mjs';
import { Step } from '../pages/step.mjs';
import { Today } from '../pages/today.mjs';
import { place } from '../pages/phone.mjs';
import { factsOnPhone, putOnPhone } from '../on-phone.mjs';
import { EN } from '../words.mjs';

const NO_SIGNAL = { name: 'no signal', up: { how: 'cut', at: () => 0 } };
const YEAR_MS = 365 * 86_400_000;

test.describe('TRUST 33: one poison record does not block the rest', () => {
  test('a fact the server refuses is shown, saved as a file and removed; all else is sent', async ({ demo, openAs, leader }) => {
    const someone = await openAs(demo.people('leader', 'Cwm Health Board')[0], PHONE);
    const { walks: [theirs] } = await (await someone.request.get('/api/v1/briefing')).json();
    const page = await openAs(leader, PHONE);
    await new Today(page).startWalk();
    const poison = fact(theirs, 'step_opened', { step: 0 });
    await putOnPhone(page, [{ id: poison.id, walk: theirs, json: JSON.stringify(poison), state: 'saved' }]);
    await page.reload();
    await feel(page, EN.asked);
    await page.goto('/walk');
    await expect(page.getByText('1 item could not be sent')).toBeVisible();
    await expect.poll(async () => states(page)).toEqual({ refused: 1 });

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: EN.saveAsFile }).tap();
    expect((await read(await download))).toContain(poison.id);
    await page.getByRole('button', { name: EN.removeHere }).tap();
    await expect(page.getByText('could not be sent')).toHaveCount(0);
    expect(await states(page)).toEqual({});
  });

  for (const [what, spoil] of [['half a fact', json => json.slice(0, 40)], ['a time that is none', json => json.replace(/"at":\d+/, '"at":"noon"')]]) {
    test(`a row of the store that cannot be read (${what}) hides nothing, holds nothing back and is shown`, async ({ network, openAs, leader }) => {
      const page = await openAs(leader, { ...PHONE, baseURL: network.url });
      const step = await new Today(page).startWalk();
      await step.readyForNoSignal();
      network.trouble(() => NO_SIGNAL);
      await feel(page, EN.asked);
      const poison = fact(place(page).split('/')[2], 'step_opened', { step: 0 });
      await putOnPhone(page, [{ id: poison.id, walk: poison.walk, json: spoil(JSON.stringify(poison)), state: 'saved' }]);
      await page.reload();
      await step.shown();
      await expect(page.getByRole('main').getByText(EN.asked)).toBeVisible();
      await feel(page, EN.broken);
      await network.heal();
      await lookedAt(page, async () => expect(await onServer(page, 'friction_felt')).toBe(2));
      await page.goto('/walk');
      await expect(page.getByText('1 item could not be sent')).toBeVisible();
      expect((await factsOnPhone(page)).some(({ id }) => id === poison.id), 'it is kept').toBe(true);
      await page.getByRole('button', { name: EN.removeHere }).tap();
      await expect(page.getByText('could not be sent')).toHaveCount(0);
    });
  }
});

test.describe('TRUST 37: a phone that keeps nothing says so, and loses nothing that it can help', () => {
  test('full: said plainly, sent from memory, kept again once there is room', async ({ network, openAs, leader }) => {
    const page = await openAs(leader, { ...PHONE, baseURL: network.url });
    await new Today(page).startWalk();
    await page.evaluate(fillUp);
    network.trouble(() => NO_SIGNAL);
    const sheet = await openSheet(page);
    await sheet.pick(EN.asked);
    await expect(sheet.status).toContainText(EN.onlyThisPage);
    await page.keyboard.press('Escape');
    await expect(page.getByText(EN.phoneFull)).toBeVisible();
    await network.heal();
    await lookedAt(page, async () => expect(await onServer(page, 'friction_felt')).toBe(1));
    await page.evaluate(() => globalThis.makeRoom());
    await feel(page, EN.broken);
    await expect(page.getByText(EN.phoneFull)).toHaveCount(0);
    await lookedAt(page, async () => expect(await onServer(page, 'friction_felt')).toBe(2));
  });

  test('no store at all: the shell says so', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
    await page.goto('/walk');
    await expect(page.getByRole('alert')).toBeVisible();
  });

  test('the store is closed and cleared under the app: what is on the screen still reaches the server', async ({ demo, network, openAs, leader }) => {
    const page = await openAs(leader, { ...PHONE, baseURL: network.url });
    await new Today(page).startWalk();
    network.trouble(() => NO_SIGNAL);
    await feel(page, EN.asked);
    const browser = await page.context().newCDPSession(page);
    await browser.send('Storage.clearDataForOrigin', { origin: network.url, storageTypes: 'indexeddb' });
    await feel(page, EN.broken);
    await network.heal();
    await lookedAt(page, async () => expect(await onServer(page, 'friction_felt')).toBe(2));
    expect(await onServer(page, 'started')).toBe(1);
    expect(demo.running).toBe(true);
  });
});

test('TRUST 38: a store made by a newer version is left as it is, and goes on being read and written', async ({ openAs, leader }) => {
  const page = await openAs(leader, PHONE);
  await new Today(page).startWalk();
  await feel(page, EN.asked);
  const where = place(page);
  await page.goto('/demo/service/pals');
  await page.evaluate(makeNewer);
  await page.goto(where);
  await expect(page.getByRole('main').getByText(EN.asked)).toBeVisible();
  await feel(page, EN.broken);
  await expect(page.locator('.banner.risk')).toHaveCount(0);
  await page.goto('/demo/service/pals');
  const facts = (await factsOnPhone(page)).filter(({ walk }) => where.includes(walk));
  expect(facts.filter(({ json }) => JSON.parse(json).kind === 'friction_felt')).toHaveLength(2);
  expect(await page.evaluate(() => indexedDB.databases())).toContainEqual(expect.objectContaining({ version: 99 }));
});

test('TRUST 38: an old draft that was never recorded is there after the new version has started', async ({ openAs, leader }) => {
  const page = await openAs(leader, PHONE);
  await new Today(page).startWalk();
  const walk = place(page).split('/')[2];
  const felt = fact(walk, 'friction_felt', { step: 0, category: 'asked' });
  const described = fact(walk, 'friction_described', { friction: felt.id, note: 'From the version before.', of_the_future: 1 });
  await page.evaluate(keepDraft, { key: `draft-note-${walk}`, value: JSON.stringify([felt, described]) });
  await page.reload();
  await expect(page.getByRole('main').getByText(EN.asked)).toBeVisible();
  await lookedAt(page, async () => expect(await onServer(page, 'friction_described')).toBe(1));
});

for (const [when, by] of [['a year behind', -YEAR_MS], ['a year ahead', YEAR_MS]]) {
  test(`TRUST 39: a phone ${when}: no absurd time on the screen, and the server's month`, async ({ demo, openAs, leader }) => {
    const before = await attempts(openAs, demo, leader);
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    await page.evaluate(moveClock, by);
    await feel(page, EN.asked);
    await expectSaneTimes(page);
    await step.walkToTheEnd();
    await expectSaneTimes(page);
    await new Finish(page).complete();
    const receipt = await new Receipt(page).shown();
    await receipt.says(EN.sent);
    await expectSaneTimes(page);
    await page.goto('/walk/history');
    await expectSaneTimes(page);
    expect(await attempts(openAs, demo, leader)).toBe(before + 1);
  });
}

test('TRUST 40: a friction point changed on two devices reads the same everywhere, and both words are kept', async ({ openAs, leader }) => {
  const first = await openAs(leader, PHONE);
  await new Today(first).startWalk();
  await feel(first, EN.asked);
  await lookedAt(first, async () => expect(await onServer(first, 'friction_felt')).toBe(1));
  const second = await openAs(leader, PHONE);
  await second.goto('/walk');
  await second.getByRole('link', { name: EN.carryOn }).tap();
  await expect(second.getByRole('main').getByText(EN.asked)).toBeVisible();

  for (const [page, note] of [[first, 'From the first phone.'], [second, 'From the second phone.']]) {
    await page.getByRole('button', { name: /1 friction point/ }).tap();
    const sheet = await new FrictionSheet(page).shown();
    await sheet.write(note);
    await sheet.save();
  }
  await lookedAt(second, async () => expect(await onServer(second, 'friction_described')).toBe(2));
  await lookedAt(first, async () => expect(await onServer(first, 'friction_described')).toBe(2));
  const third = await openAs(leader, PHONE);
  await third.goto(place(first));
  await third.getByRole('button', { name: /1 friction point/ }).tap();
  const sheet = await new FrictionSheet(third).shown();
  await expect(sheet.note).toHaveValue('From the second phone.');
});

function openSheet(page) {
  return new Step(page).friction().then(() => new FrictionSheet(page).shown());
}

async function feel(page, kind) {
  const sheet = await openSheet(page);
  await sheet.pick(kind);
  await sheet.saysSaved();
  await page.keyboard.press('Escape');
  await expect(sheet.sheet).toBeHidden();
}

/** How many facts on this phone are in each state but sent and private. */
async function states(page) {
  const counted = {};
  for (const { state } of await factsOnPhone(page)) {
    if (state !== 'sent' && state !== 'private') counted[state] = (counted[state] ?? 0) + 1;
  }
  return counted;
}

/** Looks at the phone now and then until `check` holds. */
async function lookedAt(page, check) {
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await check();
  }).toPass({ timeout: 20_000 });
}

/** How many facts of a kind the server has of the walk on the screen. */
async function onServer(page, kind) {
  const { facts } = await (await page.request.get(`/api/v1/walks/${place(page).split('/')[2]}`)).json();
  return facts.filter(fact => fact.kind === kind).length;
}

function fact(walk, kind, data) {
  return { id: uuid(), walk, at: Date.now(), kind, data };
}

/** Ids follow each other in time, as the app's do. */
function uuid() {
  const [time, random] = [Date.now().toString(16).padStart(12, '0'), crypto.randomUUID().slice(15)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}`;
}

async function read(download) {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function attempts(openAs, demo, { organisation }) {
  const page = await openAs(demo.people('board', organisation)[0], DESK);
  const { of } = await (await new BoardMonth(page).open(thisMonth())).outcome();
  await page.close();
  return of;
}

/** Nothing below zero, and no walk of days. */
async function expectSaneTimes(page) {
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/[-\u2212]\d+(:|\s(s|min|h)\b)|NaN|\b\d{3,}(:\d\d|\sh\b)|\b\d{4,}\smin\b|\b\d+\sdays? away/);
}

// Run in the page.

// Chromium looks at its own limit only now and then; here every transaction that writes meets it.
function fillUp() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function () {
    if (this.transaction.error) return;
    Object.defineProperty(this.transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
    this.transaction.abort();
  };
  globalThis.makeRoom = () => { IDBObjectStore.prototype.put = put; };
}

function moveClock(by) {
  const now = Date.now.bind(Date);
  Date.now = () => now() + by;
}

async function makeNewer() {
  const { name } = (await indexedDB.databases()).find(it => it.name.startsWith('firsthand-'));
  await new Promise((done, failed) => {
    const request = indexedDB.open(name, 99);
    request.onsuccess = () => { request.result.close(); done(); };
    request.onerror = () => failed(request.error);
  });
}

async function keepDraft(row) {
  const { name } = (await indexedDB.databases()).find(it => it.name.startsWith('firsthand-'));
  await new Promise((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      const tx = request.result.transaction('kept', 'readwrite');
      tx.objectStore('kept').put(row);
      tx.oncomplete = () => { request.result.close(); done(); };
      tx.onabort = () => failed(tx.error);
    };
  });
}
