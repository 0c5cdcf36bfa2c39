import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Photos } from '../pages/photos.mjs';
import { jpeg, look, named, MAKER } from '../pictures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits, expectBigEnoughTargets, expectLargeTextFits } from '../layout.mjs';
import { EN } from '../words.mjs';

/** The middles of the four quarters: upper left, upper right, lower left, lower right. */
const QUARTERS = [[.25, .25], [.75, .25], [.25, .75], [.75, .75]];

test.describe('photos', () => {
  let page, sheet, photos;

  test.beforeEach(async ({ openAs, leader }) => {
    page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    await step.friction();
    sheet = new FrictionSheet(page);
    photos = new Photos(page);
    await sheet.shown();
  });

  test('are turned upright, made small, covered, and say nothing of where they were taken', async () => {
    const camera = await jpeg(page, { width: 3000, height: 4000, turned: true });
    expect(camera.includes(MAKER)).toBe(true);
    await photos.take(camera);
    const { cover } = photos;
    await cover.shown();
    await cover.draw([.1, .1], [.4, .2]);
    await cover.draw([.95, .3], [.6, .4]);
    await cover.press(EN.addBox);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await expect(cover.boxes).toHaveCount(3);
    const covered = await Promise.all([0, 1, 2].map(at => cover.place(at)));
    await cover.use();
    await photos.says(0, EN.sent);
    const here = await kept(page);
    expect(here).toHaveLength(1);
    const server = await fromServer(page, here[0].id);
    for (const [name, bytes] of [['on the phone', here[0].bytes], ['on the server', server]]) {
      expect(bytes.includes(MAKER), name).toBe(false);
      expect(bytes.includes('Exif'), name).toBe(false);
      const inside = covered.flatMap(([left, top, right, bottom]) => [
        [(left + right) / 2, (top + bottom) / 2], [left + .01, top + .01], [right - .01, bottom - .01],
      ]);
      const seen = await look(page, bytes, [...QUARTERS, ...inside]);
      expect([seen.width, seen.height], name).toEqual([1536, 2048]);
      expect(seen.colours.slice(0, 4).map(named), name).toEqual(['red', 'green', 'blue', 'yellow']);
      for (const colour of seen.colours.slice(4)) expect(named(colour), name).toBe('black');
    }
  });

  test('the picture is shown as it will be kept, and the boxes can be taken back', async () => {
    await photos.choose(await jpeg(page, { width: 600, height: 400 }));
    const { cover } = photos;
    await cover.shown();
    await cover.draw([.1, .1], [.5, .3]);
    await cover.draw([.2, .6], [.5, .8]);
    await cover.press(EN.undo);
    await expect(cover.boxes).toHaveCount(1);
    await cover.boxes.focus();
    await page.keyboard.press('Delete');
    await expect(cover.boxes).toHaveCount(0);
    await cover.press(EN.undo);
    await expect(cover.boxes).toHaveCount(1);
    await cover.dialog.getByRole('button', { name: 'Uncover area 1' }).tap();
    await cover.useBare();
    const [{ bytes }] = await keptSoon(page, 1);
    const seen = await look(page, bytes, [...QUARTERS, [.3, .2]]);
    expect(seen.colours.map(named)).toEqual(['red', 'green', 'blue', 'yellow', 'red']);
    expect([seen.width, seen.height]).toEqual([600, 400]);
  });

  test('several are covered one after the other, and can be pasted', async () => {
    const picture = await jpeg(page, { width: 300, height: 500 });
    await photos.choose(picture, picture);
    for (let at = 1; at <= 2; at += 1) {
      await expect(photos.cover.dialog).toContainText(`Photo ${at} of 2.`);
      await photos.cover.press(EN.usePhoto);
      await photos.cover.press(EN.useBare);
    }
    await photos.seen(2);
    await photos.paste(picture);
    await photos.cover.shown();
    await photos.cover.useBare();
    await photos.seen(3);
    for (const at of [0, 1, 2]) await photos.says(at, EN.sent);
  });

  test('can be taken again', async () => {
    await photos.take(await jpeg(page, { width: 300, height: 500 }));
    await photos.cover.shown();
    const camera = page.waitForEvent('filechooser');
    await photos.cover.press('Retake');
    await (await camera).setFiles({ name: 'b.jpg', mimeType: 'image/jpeg', buffer: await jpeg(page, { width: 500, height: 300 }) });
    await photos.cover.shown();
    await photos.cover.useBare();
    await photos.seen(1);
    const [{ bytes }] = await keptSoon(page, 1);
    expect((await look(page, bytes, [])).width).toBe(500);
  });

  test('one that is removed is gone here and on the server, unless that is undone', async () => {
    await photos.choose(await jpeg(page, { width: 300, height: 300 }));
    await photos.cover.useBare();
    await photos.says(0, EN.sent);
    const [{ id }] = await kept(page);
    await photos.remove(1);
    await expect(photos.items).toHaveCount(0);
    await sheet.choice(EN.undo).tap();
    await photos.seen(1);
    await photos.remove(1);
    await expect(photos.items).toHaveCount(0);
    await keptSoon(page, 0);
    await expect.poll(() => statusOf(page, id)).toBe(404);
  });

  test('go with their friction point', async () => {
    await photos.choose(await jpeg(page, { width: 300, height: 300 }));
    await photos.cover.useBare();
    await photos.says(0, EN.sent);
    const [{ id }] = await kept(page);
    await sheet.choice('Remove this point').tap();
    await keptSoon(page, 0);
    await expect.poll(() => statusOf(page, id)).toBe(404);
  });

  test('what is not a picture is refused in words', async () => {
    await photos.choose({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await expect(photos.said).toHaveText(EN.notPicture);
    await photos.choose({ name: 'IMG_1.heic', mimeType: 'image/heic', buffer: Buffer.from('....ftypheic') });
    await expect(photos.said).toContainText('cannot open this picture');
    expect(await kept(page)).toEqual([]);
  });

  test('a page lost while the camera is open says that the photo did not arrive', async () => {
    await sheet.pick(EN.broken);
    await sheet.saysSaved();
    // The camera opens and never gives anything back.
    page.on('filechooser', () => {});
    await photos.section.getByLabel(EN.takePhoto, { exact: true }).tap();
    await expect.poll(() => pending(page)).toBe(true);
    await page.reload();
    await sheet.shown();
    await expect(photos.said).toHaveText(EN.photoLost);
    await expect(sheet.choice(EN.broken)).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => pending(page)).toBe(false);
    await photos.take(await jpeg(page, { width: 300, height: 300 }));
    await photos.cover.useBare();
    await photos.seen(1);
  });

  test('covering can be used by everyone, on any screen', async () => {
    await photos.choose(await jpeg(page, { width: 600, height: 1200 }));
    const { cover } = photos;
    await cover.shown();
    await cover.draw([.1, .1], [.5, .3]);
    await cover.press(EN.addBox);
    await expectAccessible(page, 'covering');
    await expectBigEnoughTargets(page, 'covering');
    await expectFits(page, 'covering', 320);
    await expectLargeTextFits(page, 'covering');
    await cover.use();
    await photos.seen(1);
    await expectAccessible(page, 'the sheet with a photo');
    await expectFits(page, 'the sheet with a photo', 320);
    await expectLargeTextFits(page, 'the sheet with a photo');
  });
});

test.describe('photos, by somebody quicker than the network', () => {
  test('one chosen before the script that takes it is there is taken, once', async ({ openAs, leader }) => {
    const page = await openAs(leader, { ...PHONE, serviceWorkers: 'block' });
    let arrive;
    const onItsWay = new Promise(resolve => { arrive = resolve; });
    await page.route('**/photo.js', async route => {
      await onItsWay;
      await route.continue();
    });
    const step = await new Today(page).startWalk();
    const asked = page.waitForRequest('**/photo.js');
    await step.friction();
    await new FrictionSheet(page).pick(EN.broken);
    const photos = new Photos(page);
    await photos.take(await jpeg(page, { width: 300, height: 500 }));
    await asked;
    arrive();
    await photos.cover.shown();
    await photos.cover.useBare();
    await photos.seen(1);
    await expect(page.getByRole('dialog', { name: EN.cover })).toHaveCount(0);
    // The same file again is another choice.
    await photos.take(await jpeg(page, { width: 300, height: 500 }));
    await photos.cover.shown();
    await photos.cover.useBare();
    await photos.seen(2);
    await keptSoon(page, 2);
  });

  test('the sixth fills the sheet, and one taken away makes room for another', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    await step.friction();
    const photos = new Photos(page);
    const [tall, wide] = [await jpeg(page, { width: 300, height: 400 }), await jpeg(page, { width: 400, height: 300 })];
    await photos.choose(tall, ...Array(5).fill(wide));
    for (let at = 1; at <= 6; at += 1) {
      await expect(photos.cover.dialog).toContainText(`Photo ${at} of 6.`);
      await photos.cover.press(EN.usePhoto);
      await photos.cover.press(EN.useBare);
    }
    await photos.seen(6);
    const library = photos.section.getByLabel(EN.choosePhoto, { exact: true });
    await expect(library).toHaveCount(0);
    await photos.remove(1);
    await expect(library).toHaveCount(1);
    const widths = () => photos.items.getByRole('img').evaluateAll(all => all.map(it => it.naturalWidth));
    await expect.poll(widths).toEqual(Array(5).fill(400));
    await photos.choose(tall);
    await photos.cover.useBare();
    await expect.poll(widths).toEqual([...Array(5).fill(400), 300]);
    await photos.says(5, EN.sent);
    await expect(library).toHaveCount(0);
  });
});

test.describe('photos without signal', () => {
  test('on a full phone are held, and the friction point is kept', async ({ demo, leader, pocket }) => {
    await pocket.signIn(leader);
    const page = await pocket.page();
    const step = await new Today(page).startWalk();
    await step.readyForNoSignal();
    await pocket.loseSignal(demo);
    await step.friction();
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
    await pocket.signIn(leader);
    const page = await pocket.page();
    const step = await new Today(page).startWalk();
    await step.readyForNoSignal();
    await pocket.loseSignal(demo);
    await step.friction();
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

test.describe('sharing a picture into Firsthand', () => {
  test('adds it to the running walk, at the step that is open', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const step = await new Today(page).startWalk();
    const title = await step.title();
    await step.readyForNoSignal();
    await page.reload();
    await step.shown();
    const picture = await jpeg(page, { width: 300, height: 500 });
    await share(page, [picture, picture]);
    const photos = new Photos(page);
    for (let at = 1; at <= 2; at += 1) {
      await expect(photos.cover.dialog).toContainText(`Photo ${at} of 2.`);
      await photos.cover.press(EN.usePhoto);
      await photos.cover.press(EN.useBare);
    }
    await photos.seen(2);
    const sheet = new FrictionSheet(page);
    await sheet.pick(EN.broken);
    await sheet.save();
    expect(await step.title()).toBe(title);
    await expect(page.getByRole('main').getByText(EN.broken)).toBeVisible();
  });

  test('keeps nothing when no walk is running, and says so', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    const today = await new Today(page).open();
    await today.readyForNoSignal();
    await page.reload();
    await today.open();
    await share(page, [await jpeg(page, { width: 300, height: 500 })]);
    await expect(page.getByText(EN.noWalkRunning)).toBeVisible();
    await expect(today.heading).toHaveText('Today');
  });

  test('that came too soon is to be done once more', async ({ openAs, leader }) => {
    const page = await openAs(leader, PHONE);
    await new Today(page).open();
    await page.goto('/walk/share?later');
    await expect(page.getByText(EN.shareAgain)).toBeVisible();
  });
});

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

/** Posts pictures to the address Android posts them to, as a form of the page does. */
async function share(page, pictures) {
  await page.evaluate(all => {
    const data = new DataTransfer();
    for (const base64 of all) data.items.add(new File([Uint8Array.from(atob(base64), it => it.charCodeAt(0))], 'a.jpg', { type: 'image/jpeg' }));
    const form = Object.assign(document.createElement('form'), { action: '/walk/share', method: 'post', enctype: 'multipart/form-data' });
    const field = Object.assign(document.createElement('input'), { type: 'file', name: 'photos', multiple: true });
    field.files = data.files;
    form.append(field);
    document.body.append(form);
    form.submit();
  }, pictures.map(it => it.toString('base64')));
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

/** The photos kept on this phone. */
async function kept(page) {
  const all = await page.evaluate(async () => {
    const rows = await stored('photos');
    const text = bytes => {
      let all = '';
      for (const byte of new Uint8Array(bytes)) all += String.fromCharCode(byte);
      return btoa(all);
    };
    return rows.map(row => ({ ...row, bytes: text(row.bytes) }));

    async function stored(name) {
      const [{ name: database }] = (await indexedDB.databases()).filter(it => it.name.startsWith('firsthand-'));
      const db = await new Promise((done, fail) => Object.assign(indexedDB.open(database), { onsuccess: event => done(event.target.result), onerror: fail }));
      if (!db.objectStoreNames.contains(name)) return [];
      const request = db.transaction(name).objectStore(name).getAll();
      await new Promise(done => { request.onsuccess = done; });
      db.close();
      return request.result;
    }
  });
  return all.map(row => ({ ...row, bytes: Buffer.from(row.bytes, 'base64') }));
}

/** The photos kept on this phone, once there are so many. */
async function keptSoon(page, count) {
  await expect.poll(async () => (await kept(page)).length).toBe(count);
  return kept(page);
}

/** Whether this phone notes that a photo is being taken. */
function pending(page) {
  return page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()).filter(it => it.name.startsWith('firsthand-'));
    const db = await new Promise(done => { indexedDB.open(name).onsuccess = event => done(event.target.result); });
    const request = db.transaction('kept').objectStore('kept').getAllKeys();
    await new Promise(done => { request.onsuccess = done; });
    db.close();
    return request.result.some(key => key.startsWith('photo-pending'));
  });
}

async function fromServer(page, id) {
  const response = await page.request.get(`/api/v1/photos/${id}`);
  expect(response.status()).toBe(200);
  return response.body();
}

async function statusOf(page, id) {
  return (await page.request.get(`/api/v1/photos/${id}`)).status();
}
