import { test, expect, DESK, PHONE } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';

/** From what waits at a boundary to the page on which it is handed on. */
async function handOn(page) {
  await page.goto('/team/handed');
  await page.locator('#boundaries').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hand this on');
}

test('TRUST 4: a thread is offered to the neighbour, answered, taken back, and gone', async ({ demo, openAs }) => {
  const [neighbour] = demo.people('service_team', 'Cwm Health Board');
  const page = await openAs(demo.people('service_team')[0], { ...DESK, javaScriptEnabled: false });
  await handOn(page);
  const asked = 'Is this where people lose their way?';
  await page.getByRole('radio', { name: /^Cwm Health Board/ }).last().check();
  await page.getByRole('textbox', { name: 'What you want to say to them' }).fill(asked);
  await page.getByRole('button', { name: 'Offer it' }).click();
  await expect(page.locator('#offered')).toContainText(asked);

  const theirs = await openAs(neighbour, { ...PHONE, javaScriptEnabled: false });
  await theirs.goto('/team/handed');
  for (const link of await theirs.locator('#to-us').getByRole('link').all()) {
    const address = await link.getAttribute('href');
    await theirs.goto(address);
    if (await theirs.getByText(asked).isVisible()) break;
    await theirs.goto('/team/handed');
  }
  await expect(theirs.getByText(asked)).toBeVisible();
  const address = theirs.url();
  await theirs.getByRole('radio', { name: /^It is ours/ }).check();
  await theirs.getByRole('textbox', { name: 'Your answer' }).fill('We look at it this week.');
  await theirs.getByRole('button', { name: 'Send the answer' }).click();
  await expect(theirs.locator('#answers')).toContainText('We look at it this week.');

  await page.reload();
  const offered = page.locator('#offered').getByRole('listitem').filter({ hasText: asked });
  await expect(offered).toContainText('We look at it this week.');
  await expect(offered).not.toContainText(neighbour.name);
  await offered.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.locator('#offered')).toContainText('They see nothing of it.');

  const gone = await theirs.request.get(address);
  expect(gone.status(), 'gone at once').toBe(404);
  await theirs.goto('/team/handed');
  await expect(theirs.locator(`a[href="${new URL(address).pathname}"]`)).toHaveCount(0);
});

test('a share page shows nothing before its button, needs no account, and can be ended', async ({ demo, openAs, browser, complaints }) => {
  const page = await openAs(demo.people('service_team')[0], DESK);
  await handOn(page);
  const hand = page.url();
  await page.getByRole('button', { name: 'Make the page' }).click();
  const confirm = page.getByRole('button', { name: 'Confirm and go on' });
  const made = page.getByRole('heading', { name: 'A page to share' });
  await expect(confirm.or(made)).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  const address = await page.locator('.mono').innerText();

  const context = await browser.newContext({ ...PHONE, locale: 'en-GB' });
  const reader = await context.newPage();
  await reader.goto(address);
  await expect(reader.getByRole('main')).not.toContainText('Aber Valley Council');
  await expectAccessible(reader, 'a share page before it is opened');
  await reader.getByRole('button', { name: 'Open the page' }).click();
  await expect(reader.getByRole('main')).toContainText('Aber Valley Council');
  await expectAccessible(reader, 'a share page');
  await expectFits(reader, 'a share page', 320);

  await page.goto(hand);
  await expect(page.locator('#packets')).toContainText('Opened: 1.');
  await page.locator('#packets').getByRole('button', { name: 'End it' }).first().click();
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
  await context.close();
  complaints.splice(0);
});

for (const locale of ['en-GB', 'cy']) {
  test(`the pages of handing on are accessible and fit a small phone, ${locale}`, async ({ demo, openAs }) => {
    const page = await openAs(demo.people('service_team')[0], { ...DESK, locale });
    await page.goto('/team/handed');
    await expectAccessible(page, 'what waits at a boundary');
    await expectFits(page, 'what waits at a boundary', 320);
    await page.locator('#boundaries').getByRole('link').first().click();
    await expect(page.locator('#packet')).toBeVisible();
    await expectAccessible(page, 'handing on');
    await expectFits(page, 'handing on', 320);
    const theirs = await openAs(demo.people('service_team', 'Cwm Health Board')[0], { ...DESK, locale });
    await theirs.goto('/team/handed');
    await theirs.locator('#to-us').getByRole('link').first().click();
    await expectAccessible(theirs, 'what was offered');
    await expectFits(theirs, 'what was offered', 320);
    const administrator = await openAs(demo.people('administrator')[0], { ...DESK, locale });
    await administrator.goto('/office/neighbours');
    await expectAccessible(administrator, 'who takes offers');
    await expectFits(administrator, 'who takes offers', 320);
  });
}
