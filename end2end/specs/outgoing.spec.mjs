import { test, expect, DESK } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';
import { Export } from '../pages/export.mjs';

test('a service team takes copies of what was felt away', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('service_team')[0], { ...DESK, acceptDownloads: true });
  await page.goto('/team');
  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Export');
  await expectAccessible(page, 'the export');
  await expectFits(page, 'the export', 320);
  const copies = new Export(page);
  const table = await copies.take('threads', 'csv');
  expect(table.name).toBe('firsthand-threads.csv');
  expect(table.bytes.toString('utf8').split('\r\n').length).toBeGreaterThan(2);
  const points = JSON.parse((await copies.take('friction', 'json')).bytes.toString('utf8'));
  expect(points[0].felt_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  const book = await copies.take('friction', 'xlsx');
  expect(book.name).toBe('firsthand-friction.xlsx');
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
});

test('an administrator makes a key, another system reads with it, and its end is the end', async ({ demo, openAs, request }) => {
  const page = await openAs(demo.people('administrator')[0], DESK);
  await page.goto('/office');
  await page.getByRole('link', { name: 'Other systems' }).click();
  await page.getByRole('textbox', { name: 'What it is for' }).fill('Reports');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.getByLabel(/^Copy it now/).inputValue();
  await expectAccessible(page, 'other systems');
  await expectFits(page, 'other systems', 320);
  const read = () => request.get(new URL('/api/v1/threads?limit=1', page.url()).href, { headers: { authorization: `Bearer ${key}` } });
  const found = await (await read()).json();
  expect(found.threads.length).toBe(1);
  expect(found.next).toBe(found.threads[0].id);
  await page.goto('/office/systems');
  await page.getByRole('button', { name: 'End the key Reports' }).click();
  await expect(page.getByRole('button', { name: 'End the key Reports' })).toHaveCount(0);
  expect((await read()).status()).toBe(401);
});

test('a member of a service team makes a calendar at a secret address, and ends it', async ({ demo, openAs, request }) => {
  const page = await openAs(demo.people('service_team')[0], DESK);
  await page.goto('/me');
  await page.getByRole('link', { name: /^Mail and calendar/ }).click();
  await page.getByRole('button', { name: 'Make an address' }).click();
  const address = await page.getByLabel(/^Copy this address/).inputValue();
  await expectAccessible(page, 'mail and calendar');
  await expectFits(page, 'mail and calendar', 320);
  const calendar = await request.get(address);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
  await page.getByRole('button', { name: 'End the address' }).click();
  await expect(page.getByRole('button', { name: 'End the address' })).toHaveCount(0);
  expect((await request.get(address)).status()).toBe(404);
});
