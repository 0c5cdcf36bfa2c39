import { test, expect, PHONE } from '../fixtures.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Photos } from '../pages/photos.mjs';
import { Today } from '../pages/today.mjs';
import { GOES_THROUGH, PLACES } from '../faults/fates.mjs';
import { speckled } from '../pictures.mjs';
import { place } from '../pages/phone.mjs';
import { EN } from '../words.mjs';

test('TRUST 31: photos whose pieces are cut at every kind of place go on from there, and arrive', async ({ network, openAs, leader }) => {
  test.setTimeout(180_000);
  const page = await openAs(leader, { ...PHONE, baseURL: network.url });
  const step = await new Today(page).startWalk();
  await step.friction();
  const sheet = await new FrictionSheet(page).shown();
  await sheet.pick(EN.broken);
  await sheet.saysSaved();

  const fates = everyFate();
  network.trouble(({ line, head, all }) => (line.startsWith('PUT') && all > head && fates.shift()) || GOES_THROUGH);
  const photos = new Photos(page);
  const picture = await speckled(page, 1400, 1000);
  for (let count = 1; fates.length > 0; count += 1) {
    await photos.choose(picture);
    await photos.cover.useBare();
    await expect(photos.items).toHaveCount(count);
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await expect(photos.items.nth(count - 1)).toContainText(EN.sent, { timeout: 1_000 });
    }).toPass({ timeout: 100_000 });
  }

  const { facts } = await (await page.request.get(`/api/v1/walks/${place(page).split('/')[2]}`)).json();
  const added = facts.filter(({ kind }) => kind === 'photo_added');
  expect(added).toHaveLength(await photos.items.count());
  for (const { id } of added) {
    const answer = await page.request.get(`/api/v1/photos/${id}`);
    expect(answer.headers()['content-type']).toBe('image/jpeg');
  }
  await expect(page.getByText('could not be sent')).toHaveCount(0);
});

/** Both ways, cut or ended early, at every kind of place; and a reply that is lost, and a piece that comes twice. */
function everyFate() {
  const chance = { whole: (low, high) => Math.floor((low + high) / 2) };
  const broken = ['up', 'down'].flatMap(way => ['cut', 'short'].flatMap(how => Object.entries(PLACES).map(([name, at]) => ({
    name: `${way} ${how} ${name}`, [way]: { how, at: message => at(message, chance) },
  }))));
  return [...broken, { name: 'reply lost', lost: true }, { name: 'twice', twice: 'at once' }];
}
