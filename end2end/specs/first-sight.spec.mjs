import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Brief } from '../pages/brief.mjs';

test('a first tap need not wait for the app', async ({ openAs, leader }) => {
  const page = await openAs(leader, PHONE);
  await page.addInitScript(nobodyKnown);
  let arrive;
  const onItsWay = new Promise(resolve => { arrive = resolve; });
  await page.route('**/*.wasm', async route => {
    await onItsWay;
    await route.continue();
  });
  const today = await new Today(page).open();
  await today.readTheBrief();
  await expect(page).toHaveURL(/\/walk\/brief\//);
  arrive();
  await new Brief(page).start();
});

test('news that comes after the app does not take its page away', async ({ openAs, leader }) => {
  const page = await openAs(leader, PHONE);
  await page.addInitScript(nobodyKnown);
  let arrive;
  const onItsWay = new Promise(resolve => { arrive = resolve; });
  await page.route('**/api/v1/briefing', async route => {
    await onItsWay;
    await route.continue();
  });
  await page.goto('/walk');
  await expect(page.getByText('Opening your walks')).toBeAttached();
  arrive();
  await expect(page.getByRole('link', { name: 'My walks' })).toBeVisible();
});

// Runs in the page: signed in, but new on this phone.
function nobodyKnown() {
  localStorage.removeItem('firsthand-person');
}
