import { test, expect, DESK, PHONE } from '../fixtures.mjs';
import { PlainWalk } from '../pages/plain.mjs';
import { TeamInbox } from '../pages/team.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';

const NO_JAVASCRIPT = { ...DESK, javaScriptEnabled: false };

test('without JavaScript: found by words, kept as a view, explained for several at once', async ({ demo, openAs, complaints }) => {
  const page = await openAs(demo.people('service_team')[0], NO_JAVASCRIPT);
  const inbox = await new TeamInbox(page).open();
  const all = await inbox.all.count();
  expect(all).toBeGreaterThan(1);
  await page.getByText('Filter and sort').click();
  await page.getByLabel('First comes').selectOption('waiting');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/sort=waiting/);
  await page.getByText('Keep this view').click();
  await page.getByLabel('What you call it').fill('Waiting longest');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Waiting longest' })).toBeVisible();
  await page.getByText('Do the same for several').click();
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(page.getByText('Tick at least one line.')).toBeVisible();
  const boxes = page.locator('input[name=thread]');
  for (const n of [0, 1]) await boxes.nth(n).check();
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(page.getByText('Say why in your own words.')).toBeVisible();
  await expect(boxes.nth(1)).toBeChecked();
  await page.getByLabel('What your team says of them').fill('The law asks for both papers.');
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(page.getByText('Done for 2.')).toBeVisible();
  await page.goto('/team?state=explained');
  await expect(inbox.all).toHaveCount(2);
  // Twice it was told that something was missing.
  expect(complaints.splice(0).filter(it => !it.includes('422'))).toEqual([]);
  await page.goto('/team?q=zzzz');
  await expect(page.getByRole('heading', { name: 'Those words were not found' })).toBeVisible();
});

test('all the way by keyboard, and switched off', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('service_team')[0], DESK);
  const inbox = await new TeamInbox(page).open();
  await page.keyboard.press('j');
  await expect(inbox.all.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(inbox.all.nth(0)).toBeFocused();
  const box = page.locator('input[name=thread]').first();
  await page.keyboard.press('x');
  await expect(box).toBeChecked();
  await page.keyboard.press('x');
  await expect(box).not.toBeChecked();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('jk?x');
  await expect(page.getByRole('searchbox')).toHaveValue('jk?x');
  await inbox.all.nth(0).focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys for this page' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'the keys');
  await dialog.getByLabel('Use these keys').uncheck();
  await page.keyboard.press('Escape');
  await inbox.all.nth(0).focus();
  await page.keyboard.press('j');
  await expect(inbox.all.nth(0)).toBeFocused();
  await page.reload();
  await page.keyboard.press('?');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Keys for this page' }).click();
  await dialog.getByLabel('Use these keys').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(inbox.all.nth(0)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/team\/thread\//);
});

test('what is felt meanwhile is told without reloading', async ({ demo, openAs }) => {
  const team = demo.people('service_team');
  const pages = await Promise.all(team.map(person => openAs(person, DESK)));
  for (const page of pages) await new TeamInbox(page).open();
  const leader = await openAs(await demo.newLeader(), { ...PHONE, javaScriptEnabled: false });
  await leader.goto('/walk/plain');
  const plain = new PlainWalk(leader);
  await plain.readABrief();
  await plain.start();
  await plain.beginFriction();
  await plain.fillFriction({ note: 'Nobody picks up after four.' });
  await plain.save();
  const told = pages.map(page => page.locator('#news a').waitFor({ timeout: 10_000 }).then(() => page));
  const page = await Promise.any(told);
  await expect(page.locator('#news')).toContainText('One new. Show it');
  await page.locator('#news a').click();
  await expect(page.locator('#news')).toBeEmpty();
  Promise.allSettled(told);
});

for (const [locale, colorScheme] of [['en-GB', 'light'], ['cy-GB', 'dark']]) {
  test(`it fits and can be used by everybody, ${locale}`, async ({ demo, openAs }) => {
    const page = await openAs(demo.people('service_team')[0], { ...DESK, locale, colorScheme });
    await new TeamInbox(page).open();
    for (const details of await page.locator('.list details').all()) await details.evaluate(it => (it.open = true));
    await expectAccessible(page, `the inbox, all open, ${locale}`);
    await expectFits(page, 'the inbox', 320);
  });
}
