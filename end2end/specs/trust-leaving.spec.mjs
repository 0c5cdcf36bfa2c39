import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test, expect, PHONE } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectAt } from '../at.mjs';
import { FIRSTHAND } from '../demo.mjs';
import { dump, found } from '../dump.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Me } from '../pages/me.mjs';
import { place } from '../pages/phone.mjs';
import { SignIn } from '../pages/sign-in.mjs';
import { Step } from '../pages/step.mjs';
import { Today } from '../pages/today.mjs';
import { EN } from '../words.mjs';

const NO_SIGNAL = { name: 'no signal', up: { how: 'cut', at: () => 0 } };
const NOTE = 'They asked me for the blue form again.';

/** What a browser may lack, and signing out does not need. */
const LACKING = [
  ['nothing', {}, () => {}],
  ['a service worker', { serviceWorkers: 'block' }, () => {}],
  ['a list of databases', {}, tellNoDatabases],
];

for (const [what, options, lack] of LACKING) {
  test(`TRUST 36: one press on a server page signs out and leaves nothing, lacking ${what}`, async ({ demo, openAs, complaints }) => {
    const page = await openAs(await demo.newLeader(), { ...PHONE, ...options });
    await page.addInitScript(lack);
    const secrets = await record(page);
    await page.goto('/me');
    expect(found(await seen(page), secrets).length, 'the dump finds what is there').toBeGreaterThan(2);
    await signOut(page);
    await expectAt(page, '/');
    expect(found(await seen(page), secrets)).toEqual([]);
    expect((await page.request.get('/api/v1/briefing')).status()).toBe(401);
    await page.goto('/walk');
    await new Me(page).left();
    expect(found(await seen(page), secrets)).toEqual([]);
    forgive(complaints, '401');
  });
}

test('TRUST 36: with WebAssembly off, one press on a plain page signs out and leaves nothing', async ({ demo, openAs }) => {
  const page = await openAs(await demo.newLeader(), PHONE);
  const secrets = await record(page);
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto('/walk');
  await page.getByRole('link', { name: EN.plainPages }).first().tap();
  await signOut(page);
  await expectAt(page, '/');
  expect(found(await seen(page), secrets)).toEqual([]);
});

test('TRUST 36: where the script of leaving was missing, the next page does it', async ({ demo, openAs, complaints }) => {
  const page = await openAs(await demo.newLeader(), { ...PHONE, serviceWorkers: 'block' });
  const secrets = await record(page);
  await page.route('**/leave.js', route => route.abort());
  await page.goto('/me');
  await signOut(page);
  await expectAt(page, '/');
  expect(found(await seen(page), secrets).length, 'it is still there').toBeGreaterThan(2);
  await page.unroute('**/leave.js');
  await page.addInitScript(rememberAllThatIsSeen);
  await page.goto('/walk');
  await new Me(page).left();
  expect(await page.evaluate(() => globalThis.seen), 'nothing of it was on the screen for a moment').not.toContain(secrets[1]);
  await expect.poll(async () => found(await seen(page), secrets)).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).not.toContain('left');
  forgive(complaints, '401', 'ERR_FAILED');
});

test('TRUST 34: somebody who signs in over another has nothing of theirs on the phone, and what was not sent arrives', async ({ demo, network, openAs, complaints }) => {
  const ann = await demo.newLeader();
  const page = await openAs(ann, { ...PHONE, baseURL: network.url });
  const secrets = await record(page);
  network.trouble(() => NO_SIGNAL);
  const walk = secrets[3];
  const unsent = 'Nobody could say which office it was.';
  await feel(page, unsent);
  secrets.push(unsent);
  await page.context().clearCookies();
  await network.heal();

  // The board never opens the app.
  const [bethan] = demo.people('board');
  await new SignIn(page).with(here(network, await demo.address(bethan)));
  await page.goto('/board');
  await expect.poll(async () => found(await seen(page), secrets)).toEqual([]);
  await signOut(page);
  await expectAt(page, '/');
  expect((await page.request.get('/me', { maxRedirects: 0 })).status(), 'one press was enough').toBe(303);

  const desk = await openAs(ann);
  await new SignIn(desk).with(await demo.address(ann));
  const log = async () => (await desk.request.get(`/api/v1/walks/${walk}`)).text();
  await expect.poll(log, { message: 'it arrives as hers' }).toContain(unsent);
  forgive(complaints, '401');
});

test('TRUST 50: a phone whose person was erased lets go of them when it hears of it, and says so', async ({ demo, openAs, complaints }) => {
  const page = await openAs(await demo.newLeader(), PHONE);
  const secrets = await record(page);
  await promisify(execFile)(FIRSTHAND, ['erase', '--data', demo.data, '--person', secrets[2]]);
  await page.goto('/walk');
  await expectAt(page, '/sign-in');
  await expect(page.getByRole('heading', { name: 'You have been erased' })).toBeVisible();
  await expectAccessible(page, 'erased');
  expect(found(await seen(page), secrets)).toEqual([]);
  await page.goto('/walk');
  await new Me(page).left();
  forgive(complaints, '410', '401');
});

/** A walk with a friction point, sent: what must not be found afterwards. */
async function record(page) {
  const { me } = await (await page.request.get('/api/v1/briefing')).json();
  await new Today(page).startWalk();
  const walk = place(page).split('/')[2];
  await feel(page, NOTE);
  await expect.poll(async () => (await page.request.get(`/api/v1/walks/${walk}`)).text()).toContain(NOTE);
  return [NOTE, me.name, me.id, walk];
}

async function feel(page, note) {
  await new Step(page).friction();
  const sheet = await new FrictionSheet(page).shown();
  await sheet.pick(EN.broken);
  await sheet.saysSaved();
  await sheet.note.fill(note);
  await sheet.save();
}

async function signOut(page) {
  await page.getByRole('button', { name: EN.signOut, exact: true }).first().click();
}

/** What a page that asks as nobody, or for what it was kept from, complains of. */
function forgive(complaints, ...reasons) {
  for (const complaint of complaints.splice(0)) expect(reasons.some(reason => complaint.includes(reason)), complaint).toBe(true);
}

const here = (network, address) => address.replace(/^http:\/\/[^/]+/, network.url);

async function seen(page) {
  await page.evaluate(() => globalThis.giveBack?.());
  return dump(page);
}

// Run in the page.

function tellNoDatabases() {
  const { databases } = IDBFactory.prototype;
  IDBFactory.prototype.databases = undefined;
  globalThis.giveBack = () => { IDBFactory.prototype.databases = databases; };
}

function rememberAllThatIsSeen() {
  globalThis.seen = '';
  new MutationObserver(() => { globalThis.seen += document.body?.innerText ?? ''; }).observe(document, { childList: true, subtree: true, characterData: true });
}
