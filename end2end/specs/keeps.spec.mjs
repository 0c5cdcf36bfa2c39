import { readFile } from 'node:fs/promises';
import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { Back } from '../pages/back.mjs';
import { Noted } from '../pages/noted.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Finish } from '../pages/finish.mjs';
import { Receipt } from '../pages/receipt.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectBigEnoughTargets, expectFits, expectLargeTextFits } from '../layout.mjs';
import { place } from '../pages/phone.mjs';
import { factsOnPhone } from '../on-phone.mjs';
import { EN } from '../words.mjs';

const DAY_MS = 86_400_000;
const said = text => text.replace('{n} ', '');

test.describe('what the phone keeps', () => {
  test('two pages on one walk are one walk', async ({ openAs, leader }) => {
    const one = await openAs(leader, PHONE);
    await new Today(one).startWalk();
    const two = await one.context().newPage();
    await two.goto(place(one));
    await new Step(two).shown();
    await new Step(one).friction();
    await new FrictionSheet(one).pick(EN.asked);
    await expect(two.getByRole('main').getByText(EN.asked)).toBeVisible();
    await new Noted(two).mark(EN.unsure);
    await new FrictionSheet(one).save();
    await expect(new Noted(one).moments).toBeVisible();
    await new Step(two).done();
    await expect(one.getByRole('main').getByText(/Step 2 of/)).toBeVisible();
  });

  test('what one page is in the middle of is not taken up by another, until it is gone', async ({ openAs, leader }) => {
    const one = await openAs(leader, PHONE);
    await (await new Today(one).startWalk()).visitTheService(60_000);
    await new Back(one).chooseDone();
    await one.waitForFunction(keptDraft, 'step_finished');
    const two = await one.context().newPage();
    await two.goto(place(one));
    await new Back(two).shown();
    await one.close();
    await new Step(two).shown();
    expect(await new Step(two).number()).toBe(2);
  });

  test('a note cut off in the middle is there again, in its open sheet', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    await step.friction();
    await new FrictionSheet(page).note.pressSequentially('It asked twi');
    const context = page.context();
    const where = place(page);
    await page.waitForFunction(keptDraft, 'It asked twi');
    await page.close();
    const again = await context.newPage();
    await again.goto(where);
    await expect(new FrictionSheet(again).note).toHaveValue('It asked twi');
    await new FrictionSheet(again).saysSaved();
  });

  test('a clock moved by a year, either way, gives no absurd time', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    for (const days of [366, -800]) {
      await page.evaluate(moveClock, days * DAY_MS);
      await expect(page.getByRole('timer')).toHaveText(/^[0-5]?\d:[0-5]\d$/);
      await new Noted(page).mark(EN.unsure);
    }
    await step.walkToTheEnd();
    // Seconds or minutes, never hours or less than nothing.
    await expect(page.getByText(/^([0-5]?\d\smin\s)?\d+\ss, \d of \d steps$/)).toBeVisible();
  });

  test('a choice cut off before the clock was set back is taken up, and the walk goes on after it', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    await (await new Today(page).startWalk()).visitTheService(DAY_MS);
    await new Back(page).chooseDone();
    await page.waitForFunction(keptDraft, 'step_finished');
    const [context, where] = [page.context(), place(page)];
    await page.close();
    const again = await context.newPage();
    await again.goto(where);
    const step = await new Step(again).shown();
    expect(await step.number()).toBe(2);
    await step.done();
    await expect(again.getByRole('main').getByText(/Step 3 of/)).toBeVisible();
  });

  test('says what has waited for five days, and what was cleared before it was sent', async ({ demo, pocket, leader }) => {
    await pocket.signIn(leader);
    const page = await pocket.page();
    const step = await new Today(page).startWalk();
    await step.readyForNoSignal();
    await pocket.loseSignal(demo);
    await new Noted(page).mark(EN.question);
    await new Noted(page).mark(EN.unsure);
    await page.evaluate(moveClock, 6 * DAY_MS);
    await expect(page.getByText(said(EN.waitedLong))).toBeVisible();
    await expectAccessible(page, 'five days unsent');

    await page.close();
    const other = await pocket.page();
    await other.goto('/walk/me');
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    await other.evaluate(clearDatabases);
    await other.reload();
    await expect(other.getByText(EN.lost)).toBeVisible();
    await pocket.findSignal(demo);
    await other.reload();
    await expect(other.getByText(EN.lost)).toBeVisible();
    await other.getByRole('button', { name: EN.haveRead }).tap();
    await expect(other.getByText(EN.lost)).toBeHidden();
  });

  test('cleared while it was closed, with something unsent: the next start says so, and the walk goes on', async ({ demo, pocket, leader }) => {
    await pocket.signIn(leader);
    const page = await pocket.page();
    const step = await new Today(page).startWalk();
    const where = place(page);
    await step.readyForNoSignal();
    await expect.poll(() => unsent(page)).toEqual([]);
    await pocket.loseSignal(demo);
    await feel(page, EN.asked);
    await page.close();
    await pocket.shutDown();

    await pocket.start();
    const elsewhere = await pocket.page();
    const browser = await pocket.context.newCDPSession(elsewhere);
    await browser.send('Storage.clearDataForOrigin', { origin: demo.url, storageTypes: 'indexeddb' });
    await pocket.context.setOffline(true);
    const again = await pocket.page();
    await again.goto('/walk');
    await expect(again.getByRole('status').filter({ hasText: EN.lost })).toBeVisible();
    await expectAccessible(again, 'cleared, and no signal');

    // What had been sent is there with the signal, and the walk goes on where it was.
    await pocket.findSignal(demo);
    await again.reload();
    await expect(again.getByText(EN.lost)).toBeVisible();
    await again.getByRole('link', { name: EN.carryOn }).tap();
    await new Step(again).shown();
    expect(place(again)).toBe(where);
    await expect(again.getByRole('main').getByText(EN.asked)).toHaveCount(0);
    await feel(again, EN.broken);
    await expect(again.getByRole('main').getByText(EN.broken)).toBeVisible();
    await again.goto('/walk');
    await again.getByRole('button', { name: EN.haveRead }).tap();
    await again.reload();
    await expect(again.getByRole('link', { name: EN.carryOn })).toBeVisible();
    await expect(again.getByText(EN.lost)).toHaveCount(0);
  });

  test('what the server refuses blocks nothing, and is saved or removed by itself', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    await new Today(page).startWalk();
    const noted = new Noted(page);
    await page.route('**/api/v1/sync', refuseMarkers);
    await noted.mark(EN.question);
    await noted.mark(EN.unsure);
    await new Step(page).friction();
    await new FrictionSheet(page).pick(EN.asked);
    await expect(new FrictionSheet(page).status).toContainText(EN.sent);
    await new FrictionSheet(page).save();
    await page.goto('/walk');
    await expect(page.getByText(said(EN.couldNotBeSent))).toBeVisible();
    const copy = page.waitForEvent('download');
    await page.getByRole('button', { name: EN.saveAsFile }).first().tap();
    expect(JSON.parse(await readFile(await (await copy).path(), 'utf8')).kind).toBe('marked');
    await expect(page.getByRole('button', { name: EN.removeHere })).toHaveCount(2);
    await page.getByRole('button', { name: EN.removeHere }).first().tap();
    await expect(page.getByRole('button', { name: EN.removeHere })).toHaveCount(1);
  });

  test('a walk is saved as a file, without what is only for its author', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    const walk = place(page).split('/').at(-1);
    await new Noted(page).mark(EN.unsure);
    await step.walkToTheEnd();
    await new Finish(page).complete();
    await new Receipt(page).shown();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: EN.saveWalk }).last().tap();
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(file).toMatchObject({ firsthand: 'walk', version: 1, walk, photos: [] });
    expect(file.person).toBeTruthy();
    expect(Math.abs(file.saved_at - Date.now())).toBeLessThan(DAY_MS);
    const kinds = file.facts.map(fact => fact.kind);
    expect(kinds).toEqual(expect.arrayContaining(['started', 'marked', 'outcome_given', 'finished']));
    expect(kinds).not.toContain('reflected');
  });

  test('a walk under way is saved as a file while the phone alone has some of it', async ({ network, openAs, leader }) => {
    const page = await openAs(leader, { ...PHONE, baseURL: network.url });
    const step = await new Today(page).startWalk();
    const walk = place(page).split('/').at(-1);
    await step.readyForNoSignal();
    await page.goto('/walk/me');
    const save = page.getByRole('button', { name: EN.saveWalk });
    await expect(page.getByText(EN.allSent)).toBeVisible();
    await expect(save).toHaveCount(0);
    await page.goto(`/walk/${walk}`);
    await step.shown();
    await page.context().setOffline(true);
    await new Noted(page).mark(EN.unsure);
    await page.goto('/walk/me');
    await expect(page.getByText(EN.oneWaits)).toBeVisible();
    await expectAccessible(page, 'me, with a walk that waits');
    await expectFits(page, 'me, with a walk that waits', 320);
    await expectBigEnoughTargets(page, 'me, with a walk that waits');
    const download = page.waitForEvent('download');
    await save.tap();
    const file = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(file).toMatchObject({ firsthand: 'walk', version: 1, walk });
    const kinds = file.facts.map(fact => fact.kind);
    expect(kinds).toEqual(expect.arrayContaining(['started', 'marked']));
    expect(kinds).not.toContain('finished');
    await page.context().setOffline(false);
    await expect(save).toHaveCount(0);
  });

  test('a full phone says so, and leads to the plain pages', async ({ openAs, leader }) => {
    const page = await openAs(leader, { ...PHONE, serviceWorkers: 'block' });
    await new Today(page).startWalk();
    await page.evaluate(fillUp);
    await new Step(page).friction();
    await new FrictionSheet(page).pick(EN.asked);
    await page.keyboard.press('Escape');
    await expect(page.getByText(EN.phoneFull)).toBeVisible();
    await page.route('**/walk/plain', route => route.fulfill({ contentType: 'text/html', body: '<h1>Plain</h1>' }));
    await page.getByRole('link', { name: EN.plainPages }).tap();
    await expect(page.getByRole('heading', { name: 'Plain' })).toBeVisible();
  });

  test('an iPhone learns once how to keep it on the home screen', async ({ openAs, leader }) => {
    const page = await openAs(leader, { ...PHONE, userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1' });
    await page.addInitScript(() => { navigator.standalone = false; });
    const step = await new Today(page).startWalk();
    await step.walkToTheEnd();
    await new Finish(page).complete();
    await new Receipt(page).shown();
    const card = page.getByRole('heading', { name: EN.homeScreen });
    await expect(card).toBeVisible();
    await expectAccessible(page, 'receipt on an iPhone');
    await page.getByRole('button', { name: EN.notNow }).tap();
    await expect(card).toBeHidden();
    await page.reload();
    await new Receipt(page).shown();
    await expect(card).toBeHidden();
    await page.goto('/walk/me');
    await expect(card).toBeVisible();
  });
});

test.describe('one hand, any eye', () => {
  test('held sideways, and with text at 200 %, only Friction stays in view', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    await page.setViewportSize({ width: 844, height: 390 });
    const friction = step.button(EN.friction);
    await expect(friction).toBeInViewport({ ratio: 1 });
    await expect(step.button(EN.stuck)).not.toBeInViewport();
    await step.button(EN.stuck).scrollIntoViewIfNeeded();
    await expect(friction).toBeInViewport({ ratio: 1 });
    await expectBigEnoughTargets(page, 'step, sideways');
    await expectLargeTextFits(page, 'step');
    await expectFits(page, 'step', 320);

    await step.friction();
    const sheet = new FrictionSheet(page);
    await sheet.pick(EN.asked);
    await sheet.note.focus();
    await expect(sheet.note).toBeInViewport({ ratio: 1 });
    await expect(sheet.sheet.getByRole('button', { name: EN.save, exact: true })).toBeInViewport({ ratio: 1 });
    await expectAccessible(page, 'friction sheet, sideways');
  });
});

/** The facts on this phone that wait to be sent. */
async function unsent(page) {
  return (await factsOnPhone(page)).filter(({ state }) => state === 'saved');
}

async function feel(page, kind) {
  await new Step(page).friction();
  const sheet = new FrictionSheet(page);
  await sheet.pick(kind);
  await sheet.saysSaved();
  await sheet.save();
}

// Runs in the page: a draft with this text is on the phone.
async function keptDraft(text) {
  const [{ name }] = (await indexedDB.databases()).filter(it => it.name.startsWith('firsthand-'));
  return new Promise(resolve => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const all = opening.result.transaction('kept').objectStore('kept').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.some(row => row.key !== 'briefing' && row.value.includes(text)));
      };
    };
  });
}

// Runs in the page: the wall clock says another time from now on.
function moveClock(ms) {
  const now = Date.now.bind(Date);
  Date.now = () => now() + ms;
  document.dispatchEvent(new Event('visibilitychange'));
}

// Runs in the page: no room for another fact.
function fillUp() {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (row) {
    if (row.state === 'saved') throw new DOMException('', 'QuotaExceededError');
    return put.call(this, row);
  };
}

// Runs in the page: as a browser does when it needs the space.
async function clearDatabases() {
  for (const { name } of await indexedDB.databases()) {
    await new Promise(done => { indexedDB.deleteDatabase(name).onsuccess = done; });
  }
}

/** Answers as a server that takes everything but markers. */
async function refuseMarkers(route) {
  const { facts } = route.request().postDataJSON();
  const item = ({ id, kind }) => (kind === 'marked' ? { id, status: 'refused', reason: 'too_large' } : { id, status: 'stored' });
  await route.fulfill({ json: { received_at: Date.now(), items: facts.map(item) } });
}
