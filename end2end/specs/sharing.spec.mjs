import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Photos } from '../pages/photos.mjs';
import { jpeg } from '../pictures.mjs';
import { EN } from '../words.mjs';

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
