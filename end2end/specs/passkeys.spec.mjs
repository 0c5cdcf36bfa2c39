import { test as base, expect, PHONE, DESK } from '../fixtures.mjs';
import { expectAt } from '../at.mjs';
import { expectAccessible } from '../axe.mjs';
import { Later } from '../later.mjs';
import { Authenticator, Organisation, scan } from '../passkeys.mjs';

const test = base.extend({
  /** The clock of this worker's server. */
  later: [async ({}, use) => {
    const later = await Later.make();
    await use(later);
    await later.throwAway();
  }, { scope: 'worker' }],

  /** A real organisation of this worker's own. */
  house: [async ({ later }, use) => {
    const house = await Organisation.start(later.environment);
    await use(house);
    await house.stop();
  }, { scope: 'worker' }],

  /** `device(options)`: a page of a device of its own, with its authenticator. */
  device: async ({ browser, house }, use) => {
    const contexts = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB', ...PHONE, ...options });
      contexts.push(context);
      const page = await context.newPage();
      return { page, authenticator: await Authenticator.of(page) };
    });
    for (const context of contexts) await context.close();
  },
});

/** The newest month, whichever it is. */
const BOARD = ({ pathname }) => pathname.startsWith('/board');
const status = page => page.locator('.passkey [role=status]');
const button = (page, name) => page.getByRole('button', { name });

/** Opens an invitation and makes a passkey with it; how many taps that took on the page. */
async function enrol(page, address) {
  let taps = 0;
  const tap = async name => {
    taps += 1;
    await button(page, name).click();
  };
  await page.goto(address);
  await tap(/^Continue as/);
  await expectAt(page, '/enrol');
  await tap('Make my passkey');
  await expect(page).not.toHaveURL(({ pathname }) => pathname === '/enrol');
  return taps;
}

test('from a scanned code to the first walkthrough, in four taps at most', async ({ house, device }) => {
  const office = await device(DESK);
  await enrol(office.page, house.first);
  await expectAt(office.page, '/office');
  await office.page.getByLabel('Name', { exact: true }).first().fill('Rhian Morgan');
  await office.page.getByLabel(/^Leader/).check();
  await button(office.page, 'Make an invitation').click();
  await expectAccessible(office.page, 'an invitation with its square code');
  const address = await scan(office.page);
  expect(address).toContain(`${house.url}/invite/`);

  const { page, authenticator } = await device();
  const began = Date.now();
  // One more for the device's own question, which the authenticator answers here.
  const taps = (await enrol(page, address)) + 1;
  expect(taps).toBeLessThanOrEqual(4);
  expect(Date.now() - began).toBeLessThan(60_000);
  await expectAt(page, '/walk');
  await expect(page.getByText('Report a missed bin').first()).toBeVisible();
  const [passkey] = await authenticator.passkeys();
  expect(passkey.isResidentCredential).toBe(true);
  expect((await page.goto(address)).status()).toBe(404);
});

test('a passkey signs in again, and confirms', async ({ house, device }) => {
  const { page } = await device(DESK);
  const { address } = await house.invite('Tomos Vaughan', '--roles', 'board');
  await enrol(page, address);
  await expect(page).toHaveURL(BOARD);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expectAccessible(page, 'the way in');
  await button(page, 'Sign in with a passkey').click();
  await expect(page).toHaveURL(BOARD);

  await page.goto('/confirm?next=/me/sign-in');
  await expectAccessible(page, 'the proof of being there');
  await button(page, 'Confirm with my passkey').click();
  await expectAt(page, '/me/sign-in');
  await expectAccessible(page, 'one\'s own ways in');
});

test('a file that waited for a confirmation comes, and the page waits for the device no more', async ({ house, device, later }) => {
  const { page } = await device(DESK);
  const { address } = await house.invite('Olwen Parry', '--roles', 'board');
  await enrol(page, address);
  await expect(page).toHaveURL(BOARD);
  await later.passes(11 * 60);
  await page.goto('/me/about');
  await page.locator('a[href="/me/about/export.json"]').click();
  await expectAt(page, '/confirm');
  const download = page.waitForEvent('download');
  await button(page, 'Confirm with my passkey').click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
  await expect(status(page)).toContainText('it is on its way');
});

test('a form whose confirmation ran out is carried through the passkey, whole, and done', async ({ house, device, later }) => {
  const { page } = await device(DESK);
  const { address } = await house.invite('Nia Powell', '--roles', 'administrator');
  await enrol(page, address);
  await expectAt(page, '/office');
  const name = 'Siân "Ŵyn" O\'Neill & <b>+100%</b>';
  await page.getByLabel('Name', { exact: true }).first().fill(name);
  await page.getByLabel(/^Leader/).check();
  await page.getByLabel(/^Board/).check();
  await later.passes(11 * 60);
  await button(page, 'Make an invitation').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm that it is you');
  await expectAccessible(page, 'the proof of being there, with a form that waits');
  await button(page, 'Confirm with my passkey').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`An invitation for ${name}`);
  await page.goto('/office');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  for (const role of [/^Leader/, /^Board/]) await expect(page.getByRole('checkbox', { name: role })).toBeChecked();
});

test('what is cancelled can be tried again, and the page says so', async ({ house, device }) => {
  const { page, authenticator } = await device();
  const { address } = await house.invite('Una Pritchard', '--roles', 'board');
  await page.goto(address);
  await expectAccessible(page, 'an invitation');
  await button(page, /^Continue as/).click();
  await expectAccessible(page, 'the passkey\'s page');
  await authenticator.verifies(false);
  await button(page, 'Make my passkey').click();
  await expect(status(page)).toContainText('Nothing is lost');
  await expectAccessible(page, 'the passkey\'s page after a failure');
  await authenticator.verifies(true);
  await page.context().setOffline(true);
  await button(page, 'Make my passkey').click();
  await expect(status(page)).toContainText('cannot be reached');
  await page.context().setOffline(false);
  await page.reload();
  await button(page, 'Make my passkey').click();
  await expect(page).toHaveURL(BOARD);
});

test('another device gets a passkey by a code, and one that has one already is told', async ({ house, device }) => {
  const first = await device(DESK);
  const { address } = await house.invite('Dai Rees', '--roles', 'board');
  await enrol(first.page, address);
  const made = async () => {
    await first.page.goto('/me/sign-in');
    await button(first.page, 'Use another device').click();
    const code = await first.page.getByText(/^\w{4}-\w{4}-\w{4}$/).textContent();
    expect(await scan(first.page)).toContain('/invite/');
    return code;
  };
  const typed = async (page, code) => {
    await page.goto('/sign-in');
    await page.getByLabel('Your code').fill(code);
    await button(page, 'Go on').click();
    await button(page, 'Make my passkey').click();
  };
  const second = await device();
  const code = await made();
  await expectAccessible(first.page, 'an invitation for another device');
  await typed(second.page, code);
  await expect(second.page).toHaveURL(BOARD);

  await second.page.context().clearCookies();
  await typed(second.page, await made());
  await expect(status(second.page)).toContainText('already');
  await second.page.getByRole('link', { name: 'Sign in with a passkey' }).click();
  await button(second.page, 'Sign in with a passkey').click();
  await expect(second.page, 'a session that the removal is to end').toHaveURL(BOARD);

  await first.page.goto('/me/sign-in');
  await expect(first.page.getByText('This one')).toHaveCount(1);
  await expectAccessible(first.page, 'two passkeys, and their sessions');
  await button(first.page, /^Remove/).last().click();
  await expect(first.page.getByText('The passkey is removed.')).toBeVisible();
  await second.page.goto('/board');
  await expectAt(second.page, '/sign-in');
  await button(second.page, 'Sign in with a passkey').click();
  await expect(status(second.page)).toContainText('did not work');
});

test('who lost their passkey gets a new one, and the old one is gone', async ({ house, device }) => {
  const old = await device();
  await enrol(old.page, (await house.invite('Wyn Bowen', '--roles', 'board')).address);
  const recovery = await house.invite('Wyn Bowen');
  expect(recovery.said).toContain('recover');
  const fresh = await device();
  await fresh.page.goto(recovery.address);
  await button(fresh.page, /^Continue as/).click();
  await expect(fresh.page.getByText('signed out everywhere')).toBeVisible();
  await old.page.goto('/board');
  await expectAt(old.page, '/sign-in');
  await button(fresh.page, 'Make my passkey').click();
  await expect(fresh.page).toHaveURL(BOARD);
  await button(old.page, 'Sign in with a passkey').click();
  await expect(status(old.page)).toContainText('did not work');
});
