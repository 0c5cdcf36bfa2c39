import { test, expect, DESK, PHONE } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';
import { Confirm } from '../pages/confirm.mjs';
import { Handed } from '../pages/handed.mjs';

test('TRUST 4: a thread is offered to the neighbour, answered, taken back, and gone', async ({ demo, openAs }) => {
  const [neighbour] = demo.people('service_team', 'Cwm Health Board');
  const page = await openAs(demo.people('service_team')[0], { ...DESK, javaScriptEnabled: false });
  const handOn = await new Handed(page).handOnFirst();
  const asked = 'Is this where people lose their way?';
  await handOn.offer(neighbour.organisation, asked);

  const theirs = await openAs(neighbour, { ...PHONE, javaScriptEnabled: false });
  const offers = new Handed(theirs);
  const offer = await offers.openOffer(asked);
  const address = new URL(theirs.url()).pathname;
  await offer.answer('accepted', 'We look at it this week.');

  await page.reload();
  const became = handOn.whatBecameOf(asked);
  await expect(became).toContainText('We look at it this week.');
  await expect(became).not.toContainText(neighbour.name);
  await handOn.takeBack(asked);
  await expect(became).toContainText('They see nothing of it.');

  const gone = await theirs.request.get(address);
  expect(gone.status(), 'gone at once').toBe(404);
  expect(await offers.offers()).not.toContain(address);
});

test('a share page shows nothing before its button, needs no account, and can be ended', async ({ demo, openAs, browser, complaints }) => {
  const page = await openAs(demo.people('service_team')[0], DESK);
  const { packets } = await new Handed(page).handOnFirst();
  const hand = page.url();
  await page.getByRole('button', { name: 'Make the page' }).click();
  await new Confirm(page).ifAsked(page.getByRole('heading', { name: 'A page to share' }));
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
  await expect(packets).toContainText('Opened: 1.');
  await packets.getByRole('button', { name: 'End it' }).first().click();
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
  await context.close();
  complaints.splice(0);
});

for (const locale of ['en-GB', 'cy']) {
  test(`the pages of handing on are accessible and fit a small phone, ${locale}`, async ({ demo, openAs }) => {
    const page = await openAs(demo.people('service_team')[0], { ...DESK, locale });
    await new Handed(page).open();
    await expectAccessible(page, 'what waits at a boundary');
    await expectFits(page, 'what waits at a boundary', 320);
    await new Handed(page).handOnFirst();
    await expectAccessible(page, 'handing on');
    await expectFits(page, 'handing on', 320);
    const theirs = await openAs(demo.people('service_team', 'Cwm Health Board')[0], { ...DESK, locale });
    await (await new Handed(theirs).open()).toUs.first().click();
    await expectAccessible(theirs, 'what was offered');
    await expectFits(theirs, 'what was offered', 320);
    const administrator = await openAs(demo.people('administrator')[0], { ...DESK, locale });
    await administrator.goto('/office/neighbours');
    await expectAccessible(administrator, 'who takes offers');
    await expectFits(administrator, 'who takes offers', 320);
  });
}
