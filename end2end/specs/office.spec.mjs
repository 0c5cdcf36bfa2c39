import { readFile } from 'node:fs/promises';
import { test, expect, DESK } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';

test('an administrator adds a person, changes what they may do, disables them, and reads it all in the audit', async ({ demo, openAs }) => {
  test.setTimeout(120_000);
  const page = await openAs(demo.people('administrator')[0], { ...DESK, acceptDownloads: true });
  const name = 'Non Prys';
  await page.goto('/office');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('checkbox', { name: /^Board/ }).check();
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`An invitation for ${name}`);
  await page.goto('/office');
  await expect(page.getByRole('button', { name: `End it: the invitation of ${name}` })).toBeVisible();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expectAccessible(page, 'a person');
  await expectFits(page, 'a person', 320);

  await page.getByRole('checkbox', { name: /^Leader/ }).check();
  await page.locator('#roles').getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('checkbox', { name: /^Leader/ })).toBeChecked();
  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('button', { name: 'Enable again' })).toBeVisible();

  await page.getByRole('link', { name: `What was done by ${name}` }).click();
  for (const said of [`added ${name}.`, `made an invitation for ${name}.`, `changed what ${name} may do.`, `disabled ${name}.`]) {
    await expect(page.getByText(said)).toBeVisible();
  }
  await expectAccessible(page, 'the audit');
  await expectFits(page, 'the audit', 320);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: /as a table/ }).click();
  const table = await readFile(await (await coming).path(), 'utf8');
  expect(table).toContain('person_disabled');
});

test('an administrator adds a service, and sees that nobody answers for it', async ({ demo, openAs, complaints }) => {
  const page = await openAs(demo.people('administrator')[0], DESK);
  await page.goto('/office/services/new');
  await page.getByRole('button', { name: 'Add a service' }).click();
  await expect(page.getByText('Write what the service is called.')).toBeVisible();
  expect(complaints.splice(0), 'the console tells of the empty form').toEqual([expect.stringContaining('422')]);
  await page.getByRole('textbox', { name: 'What people call it', exact: true }).fill('Reading rooms');
  await page.getByRole('button', { name: 'Add a service' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reading rooms');
  await expect(page.getByText('Nobody yet')).toBeVisible();
  await expectAccessible(page, 'a service');
  await expectFits(page, 'a service', 320);
});
