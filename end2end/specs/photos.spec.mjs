import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Photos } from '../pages/photos.mjs';
import { jpeg, look, named, MAKER } from '../pictures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits, expectBigEnoughTargets, expectLargeTextFits } from '../layout.mjs';
import { EN } from '../words.mjs';
import { fromServer, kept, keptSoon, pending, statusOf } from '../photos-kept.mjs';

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

  test('going back while one is covered wants none of them, and harms nothing', async () => {
    await sheet.pick(EN.broken);
    await sheet.saysSaved();
    const picture = await jpeg(page, { width: 300, height: 300 });
    await photos.choose(picture, picture);
    await photos.cover.shown();
    await page.goBack();
    await expect(photos.cover.dialog).toHaveCount(0);
    await expect(page.getByRole('link', { name: EN.carryOn })).toBeVisible();
    await expect.poll(() => pending(page)).toBe(false);
    expect(await kept(page)).toEqual([]);
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
