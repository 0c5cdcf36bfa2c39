import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Photos } from '../pages/photos.mjs';
import { jpeg } from '../pictures.mjs';
import { EN } from '../words.mjs';
import { kept, keptSoon, statusOf } from '../photos-kept.mjs';

test.describe('photos without signal', () => {
  test('on a full phone are held, and the friction point is kept', async ({ demo, leader, pocket }) => {
    const page = await sheetWithNoSignal(demo, leader, pocket);
    const sheet = new FrictionSheet(page);
    await sheet.pick(EN.broken);
    await sheet.saysSaved();
    await page.evaluate(fillUp);
    const photos = new Photos(page);
    await photos.choose(await noise(page));
    await photos.cover.useBare();
    await photos.says(0, 'This phone is full.');
    await photos.seen(1);
    expect(await kept(page)).toEqual([]);
    await page.evaluate(() => globalThis.makeRoom());
    await photos.section.getByRole('button', { name: EN.tryAgain }).tap();
    await photos.says(0, EN.savedOnThisPhone);
    await keptSoon(page, 1);
    await pocket.findSignal(demo);
    await photos.says(0, EN.sent);
  });

  test('are kept, and go on from where they were cut', async ({ demo, leader, pocket, openAs }) => {
    test.setTimeout(120_000);
    await pocket.signIn(leader);
    const page = await pocket.page();
    const step = await new Today(page).startWalk();
    await step.readyForNoSignal();
    const photos = new Photos(page);
    await pocket.loseSignal(demo);
    await step.friction();
    await photos.take(await noise(page));
    await photos.cover.useBare();
    await photos.says(0, EN.savedOnThisPhone);
    const [{ id, bytes, sha256 }] = await kept(page);
    expect(bytes.length).toBeGreaterThan(3 * 128 * 1024);
    // The first piece gets through, then the server is gone.
    let pieces = 0;
    const froms = [];
    await page.route('**/api/v1/photos/*', async route => {
      const from = Number(new URL(route.request().url()).searchParams.get('from'));
      const size = route.request().postDataBuffer()?.length ?? 0;
      if (size > 0 && pieces === 1) {
        pieces += 1;
        pocket.outOfReach = true;
        await demo.kill();
        return route.abort();
      }
      if (size > 0) {
        pieces += 1;
        froms.push(from);
      }
      return route.continue();
    });
    await pocket.findSignal(demo);
    await expect.poll(() => pieces).toBe(2);
    await photos.says(0, EN.savedOnThisPhone);
    await demo.startAgain();
    pocket.outOfReach = false;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await photos.says(0, EN.sent);
    expect(froms[0]).toBe(0);
    expect(froms[1]).toBe(128 * 1024);
    expect(new Set(froms).size).toBe(froms.length);
    expect(await statusOf(page, id)).toBe(200);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    // Another phone of the same leader has no bytes, and shows what the server has.
    const other = new Photos(await openAs(leader, PHONE));
    await other.page.goto(new URL(page.url()).pathname);
    await new Step(other.page).shown();
    await other.page.getByRole('button', { name: /1 friction point/ }).tap();
    await other.seen(1);
    expect(await kept(other.page)).toEqual([]);
  });
});

test.describe('photos on a phone that has been through a lot', () => {
  test('a damaged one is never sent, and does not stop the others', async ({ demo, leader, pocket }) => {
    const page = await sheetWithNoSignal(demo, leader, pocket);
    const photos = new Photos(page);
    const picture = await jpeg(page, { width: 300, height: 500 });
    for (const count of [1, 2]) {
      await photos.choose(picture);
      await photos.cover.useBare();
      await photos.seen(count);
    }
    const [first] = await keptSoon(page, 2);
    await page.evaluate(spoil, first.id);
    await pocket.findSignal(demo);
    await photos.says(0, 'This photo could not be sent.');
    await photos.says(1, EN.sent);
    const download = page.waitForEvent('download');
    await photos.items.first().getByRole('button', { name: 'Save as a file' }).tap();
    expect((await download).suggestedFilename()).toMatch(/^firsthand-.*\.jpg$/);
    await photos.remove(1);
    await expect(photos.items).toHaveCount(1);
    await keptSoon(page, 1);
    await expect.poll(() => statusOf(page, first.id)).toBe(404);
  });

  test('a store from before there were photos takes them, and keeps all it has', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    await step.friction();
    const sheet = new FrictionSheet(page);
    await sheet.pick(EN.broken);
    await sheet.save();
    const where = new URL(page.url()).pathname;
    await page.goto('/demo/service/pals');
    await page.evaluate(makeOld);
    await page.goto(where);
    await step.shown();
    await expect(page.getByRole('main').getByText(EN.broken)).toBeVisible();
    await step.friction();
    const photos = new Photos(page);
    await photos.choose(await jpeg(page, { width: 300, height: 500 }));
    await photos.cover.useBare();
    await photos.seen(1);
    await keptSoon(page, 1);
    await page.reload();
    await step.shown();
    await expect(page.getByRole('main').getByText('2 friction points')).toBeVisible();
  });
});

/** A walk's friction sheet on a phone that has lost its signal. */
async function sheetWithNoSignal(demo, leader, pocket) {
  await pocket.signIn(leader);
  const page = await pocket.page();
  const step = await new Today(page).startWalk();
  await step.readyForNoSignal();
  await pocket.loseSignal(demo);
  await step.friction();
  return page;
}

// Runs in the page. Chromium looks at its own limit only now and then; here every photo meets it, and words have room.
function fillUp() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...row) {
    if (this.name !== 'photos') return put.apply(this, row);
    Object.defineProperty(this.transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
    this.transaction.abort();
  };
  globalThis.makeRoom = () => { IDBObjectStore.prototype.put = put; };
}

// Runs in the page: changes a byte of a photo that is kept.
async function spoil(id) {
  const [{ name }] = (await indexedDB.databases()).filter(it => it.name.startsWith('firsthand-'));
  const db = await new Promise(done => { indexedDB.open(name).onsuccess = event => done(event.target.result); });
  const photos = db.transaction('photos', 'readwrite').objectStore('photos');
  await new Promise(done => {
    photos.get(id).onsuccess = event => {
      const row = event.target.result;
      new Uint8Array(row.bytes)[200] ^= 1;
      photos.put(row).onsuccess = done;
    };
  });
  db.close();
}

// Runs in the page: the store as a version without photos left it.
async function makeOld() {
  const [{ name, version }] = (await indexedDB.databases()).filter(it => it.name.startsWith('firsthand-'));
  const db = await new Promise(done => {
    const request = indexedDB.open(name, version + 1);
    request.onupgradeneeded = () => request.result.deleteObjectStore('photos');
    request.onsuccess = () => done(request.result);
  });
  db.close();
}

/** A picture of which no byte can be saved: close to a megabyte. */
async function noise(page) {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 });
    const context = canvas.getContext('2d');
    const image = context.createImageData(1200, 900);
    for (let at = 0; at < image.data.length; at += 65536) crypto.getRandomValues(image.data.subarray(at, at + 65536));
    context.putImageData(image, 0, 0);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
    let text = '';
    for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
    return btoa(text);
  });
  return { name: 'noise.png', mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
}
