import { test, expect, DESK } from '../fixtures.mjs';
import { Mine } from '../pages/mine.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';

test('TRUST 4: shared with one reader, read, taken back, gone', async ({ demo, openAs }) => {
  const [author, reader, other] = demo.people('leader');
  const page = await openAs(author, { ...DESK, javaScriptEnabled: false });
  const mine = new Mine(page);
  await mine.shares();
  const words = await mine.words();
  await mine.lookAsSeenBy(reader.name);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you share it');
  await expect(page.getByRole('main')).toContainText(reader.name);
  await expect(page.getByRole('article')).toContainText(words);

  const theirs = await openAs(reader, DESK);
  await theirs.goto('/shared');
  await expect(theirs.getByRole('main'), 'looking is not sharing').toContainText('Nothing is shared with you');
  await mine.share();
  await expect(mine.item).toContainText(reader.name);

  await theirs.reload();
  await theirs.getByRole('link', { name: author.name }).click();
  await expect(theirs.getByRole('article')).toContainText(words);
  const address = theirs.url();
  const strangers = await openAs(other, DESK);
  const refused = await strangers.request.get(address);
  expect(refused.status(), 'nobody else').toBe(404);

  await mine.takeBack(reader.name);
  await expect(mine.item).not.toContainText(reader.name);
  const gone = await theirs.request.get(address);
  expect(gone.status(), 'gone at once').toBe(404);
  await theirs.goto('/shared');
  await expect(theirs.getByRole('main')).toContainText('Nothing is shared with you');
});

test('everything about oneself is in one file that reads by itself', async ({ demo, openAs, browser }) => {
  const page = await openAs(demo.people('leader')[0], DESK);
  await page.goto('/me/about');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'One file to read' }).click();
  const confirm = page.getByRole('button', { name: 'Confirm and go on' });
  await Promise.race([saved, confirm.click({ timeout: 10_000 }).catch(() => {})]);
  const file = await (await saved).path();
  const context = await browser.newContext({ offline: true });
  const alone = await context.newPage();
  await alone.setContent(await (await import('node:fs/promises')).readFile(file, 'utf8'));
  await expect(alone.getByRole('heading', { level: 1 })).toContainText('What Firsthand knows about');
  const held = JSON.parse(await alone.locator('#held').textContent()).held;
  expect(held.fact.length).toBeGreaterThan(10);
  await expect(alone.getByRole('group', { name: 'Everything noted in your walks' }).getByRole('row')).toHaveCount(held.fact.length + 1);
  await context.close();
});

test('erasure is asked for, waits, and is withdrawn', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('leader').at(-1), DESK);
  await page.goto('/me/about');
  await page.getByRole('button', { name: 'Ask for everything about me to be erased' }).click();
  const confirm = page.getByRole('button', { name: 'Confirm and go on' });
  const waits = page.getByText(/Everything about you will be erased on/);
  await expect(confirm.or(waits)).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(waits).toBeVisible();
  await page.getByRole('button', { name: 'Keep everything after all' }).click();
  await expect(waits).toBeHidden();
  await expect(page.getByRole('button', { name: 'Ask for everything about me to be erased' })).toBeVisible();
});

for (const locale of ['en-GB', 'cy-GB']) {
  test(`one's own pages are accessible, ${locale}`, async ({ demo, openAs }) => {
    test.setTimeout(120_000);
    const page = await openAs(demo.people('leader')[1], { ...DESK, locale });
    for (const path of ['/me', '/me/shares', '/shared', '/me/about']) {
      await page.goto(path);
      await expectAccessible(page, `${path}, ${locale}`);
      await expectFits(page, path, 320);
    }
    await page.goto('/me/shares');
    await page.locator('a[href^="/me/share/"]').first().click();
    await expectAccessible(page, `choosing readers, ${locale}`);
    await page.getByRole('checkbox').first().check();
    await page.locator('main form button').click();
    await expectAccessible(page, `before sharing, ${locale}`);
    await expectFits(page, 'before sharing', 320);
  });
}
