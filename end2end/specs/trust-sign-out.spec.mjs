import { test, expect, PHONE } from '../fixtures.mjs';
import { expectAt } from '../at.mjs';
import { expectAccessible } from '../axe.mjs';
import { dump, found } from '../dump.mjs';
import { expectBigEnoughTargets, expectFits, expectLargeTextFits } from '../layout.mjs';
import { factsOnPhone, photosOnPhone } from '../on-phone.mjs';
import { Finish } from '../pages/finish.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Me } from '../pages/me.mjs';
import { Photos } from '../pages/photos.mjs';
import { place } from '../pages/phone.mjs';
import { SignIn } from '../pages/sign-in.mjs';
import { Step } from '../pages/step.mjs';
import { Today } from '../pages/today.mjs';
import { speckled } from '../pictures.mjs';
import { CY, EN } from '../words.mjs';

const NO_SIGNAL = { name: 'no signal', up: { how: 'cut', at: () => 0 } };
const DAY_MS = 86_400_000;
const NOTE = 'It wanted the same letter from me a third time.';
const REFLECTION = 'On the second page.';

test('TRUST 34: signed out with unsent walks, the next person sees nothing of them, and they still arrive', async ({ demo, network, openAs }) => {
  const [ann, ben] = [await demo.newLeader(), await demo.newLeader()];
  const page = await openAs(ann, { ...PHONE, baseURL: network.url });
  const { walk } = await recordWithoutSignal(page, network);
  const sealed = [];
  await page.exposeFunction('sealing', words => sealed.push(words));
  await page.addInitScript(tellWhatIsSealed);
  const me = await new Me(page).open();
  await me.askToLeave();
  await expect(me.leaving).toContainText(EN.oneStillSent);
  await me.leave();
  await expect.poll(() => sealed.join(), { message: 'what is sealed is seen' }).toContain(NOTE);
  expect(sealed.join(), 'what was only for her is not even sealed').not.toContain(REFLECTION);

  await network.heal();
  await page.addInitScript(rememberAllThatIsSeen);
  await new SignIn(page).with(here(network, await demo.address(ben)));
  await new Today(page).open();
  await expect(page.getByText(EN.oneWalkWaits)).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.seen), 'nothing of hers was on the screen for a moment').not.toContain(NOTE);
  await expect.poll(async () => found(await dump(page), [NOTE, REFLECTION, ann.name, walk])).toEqual([]);
  expect((await page.request.get(`/api/v1/walks/${walk}`)).status(), 'it is not his').toBe(404);

  const desk = await atDesk(openAs, demo, ann);
  const { facts } = await (await desk.request.get(`/api/v1/walks/${walk}`)).json();
  const kinds = facts.map(({ kind }) => kind);
  for (const kind of ['started', 'friction_felt', 'photo_added', 'committed', 'finished']) expect(kinds).toContain(kind);
  expect(JSON.stringify(facts)).toContain(NOTE);
  expect(JSON.stringify(facts), 'what was only for her is not there').not.toContain(REFLECTION);
  const { id } = facts.find(({ kind }) => kind === 'photo_added');
  // The server makes each picture anew before it has it.
  const photo = async () => (await desk.request.get(`/api/v1/photos/${id}`)).headers()['content-type'];
  await expect.poll(photo, { message: 'the photo is whole', timeout: 30_000 }).toBe('image/jpeg');
});

test('TRUST 34: what is only for oneself is told to be gone, can be saved first, and the way back is open', async ({ demo, network, openAs }) => {
  const page = await openAs(await demo.newLeader(), { ...PHONE, baseURL: network.url });
  const { facts } = await recordWithoutSignal(page, network);
  const me = await new Me(page).open();
  await me.askToLeave();
  await expect(me.leaving).toContainText(EN.ownGone);
  const download = page.waitForEvent('download');
  await me.leaving.getByRole('button', { name: EN.saveOwn }).tap();
  const chunks = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toContain(REFLECTION);
  await me.stay();
  expect(await factsOnPhone(page), 'all is as it was').toHaveLength(facts);
  await network.heal();
  await page.goto('/walk/me');
  await expect(page.getByText(EN.allSent)).toBeVisible({ timeout: 20_000 });
});

test('TRUST 34: somebody who signs in over another sees nothing of them, and sends nothing of theirs as their own', async ({ demo, network, openAs }) => {
  const [ann, ben] = [await demo.newLeader(), await demo.newLeader()];
  const page = await openAs(ann, { ...PHONE, baseURL: network.url });
  const { walk, facts } = await recordWithoutSignal(page, network);
  const other = await page.context().newPage();
  await other.goto('/walk');
  await network.heal();
  await page.addInitScript(rememberAllThatIsSeen);
  await new SignIn(page).with(here(network, await demo.address(ben)));
  await new Today(page).open();
  // It may be on its way already: what was hers is put away as soon as it is known that he is here.
  await other.evaluate(() => dispatchEvent(new Event('online'))).catch(() => {});
  await expect(other.getByRole('heading', { name: ann.name })).toHaveCount(0);
  expect(await page.evaluate(() => globalThis.seen)).not.toContain(NOTE);
  const { walks } = await (await page.request.get('/api/v1/briefing')).json();
  expect(walks, 'nothing became his').toEqual([]);

  await new SignIn(page).with(here(network, await demo.address(ann)));
  await page.goto(`/walk/me`);
  await expect(page.getByText(EN.allSent)).toBeVisible({ timeout: 20_000 });
  const sent = await (await page.request.get(`/api/v1/walks/${walk}`)).json();
  expect(sent.facts.length).toBeGreaterThanOrEqual(facts - 1);
});

test('TRUST 34: whoever signs out on a server page is asked where something would be lost, and can stay', async ({ demo, openAs, complaints }) => {
  const page = await openAs(await demo.newLeader(), PHONE);
  const step = await new Today(page).startWalk();
  await step.readyForNoSignal();
  await step.walkToTheEnd();
  await new Finish(page).complete();
  await expect(page.getByRole('heading', { name: EN.receipt })).toBeVisible();
  await page.goto('/me');
  const me = new Me(page);
  await me.askToLeave();
  await expect(me.leaving).toContainText(EN.ownGone);
  await expectAccessible(page, 'asked before signing out, on a server page');
  await me.stay();
  await page.reload();
  await expectAt(page, '/me');
  await me.askToLeave();
  await me.leaving.getByRole('button', { name: EN.signOut, exact: true }).tap();
  await expectAt(page, '/');
  expect((await page.request.get('/api/v1/briefing')).status()).toBe(401);
  // A phone nobody is signed in on asks for news, and hears that.
  for (const complaint of complaints.splice(0)) expect(complaint).toContain('401');
});

for (const [locale, words] of [['en-GB', EN], ['cy-GB', CY]]) {
  test(`what is said when somebody signs out is accessible, ${locale}`, async ({ demo, network, openAs }) => {
    test.setTimeout(120_000);
    const page = await openAs(await demo.newLeader(), { ...PHONE, baseURL: network.url, locale });
    const look = async name => {
      await expectAccessible(page, `${name}, ${locale}`);
      await expectBigEnoughTargets(page, name);
      await expectFits(page, name, 320);
      await expectLargeTextFits(page, name);
    };
    await recordWithoutSignal(page, network, words);
    const me = await new Me(page, words).open();
    await me.askToLeave();
    await expect(me.leaving).toContainText(words.ownGone);
    await look('asked before signing out');
    await me.leave();
    await expect(page.getByRole('heading', { name: words.signedOut })).toBeVisible();
    await expect(page.getByText(words.oneWalkWaits)).toBeVisible();
    await look('signed out, with a walk that waits');
    await network.heal();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.goto('/walk');
    await me.left();
    await expect(page.getByText(words.oneWalkWaits)).toHaveCount(0);
    await look('signed out, with nothing that waits');
  });
}

test('TRUST 35: a session that ends offline for 30 days stops no recording, and all is sent after the same person has signed in', async ({ demo, network, openAs }) => {
  const ann = await demo.newLeader();
  const page = await openAs(ann, { ...PHONE, baseURL: network.url });
  const step = await new Today(page).startWalk();
  await step.readyForNoSignal();
  network.trouble(() => NO_SIGNAL);
  await page.context().clearCookies();
  await page.addInitScript(moveClock, 30 * DAY_MS);
  await page.reload();
  await new Step(page).shown();
  await feel(page, EN.asked);
  const walk = place(page).split('/')[2];

  await network.heal();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await feel(page, EN.broken);
  await page.goto('/walk');
  await expect(page.getByText(EN.signInAgain)).toBeVisible();
  await new SignIn(page).with(here(network, await demo.address(ann)));
  await page.goto('/walk/me');
  await expect(page.getByText(EN.allSent)).toBeVisible({ timeout: 20_000 });
  const { facts } = await (await page.request.get(`/api/v1/walks/${walk}`)).json();
  expect(facts.filter(({ kind }) => kind === 'friction_felt')).toHaveLength(2);
});

test('TRUST 36: after signing out without signal the phone holds the app and sealed bytes alone', async ({ demo, network, openAs }) => {
  const ann = await demo.newLeader();
  const page = await openAs(ann, { ...PHONE, baseURL: network.url });
  const { me: who } = await (await page.request.get('/api/v1/briefing')).json();
  const { walk, photo } = await recordWithoutSignal(page, network);
  const secrets = [NOTE, REFLECTION, 'Read the letters we send.', 'The first page was short.', who.name, who.id, who.organisation.en, who.organisation.cy, walk,
    ...[0, 1, 2, 3].map(part => photo.subarray(part * photo.length / 4 | 0).subarray(0, 32))];
  const before = found(await dump(page), secrets);
  expect(before.length, 'the dump finds what is there').toBeGreaterThanOrEqual(secrets.length - 2);

  const another = await page.context().newPage();
  await another.goto('/walk');
  const me = await new Me(page).open();
  await me.askToLeave();
  await me.leave();
  await expect(page.getByRole('heading', { name: EN.signedOut })).toBeVisible();
  await expect(page.getByText(EN.oneWalkWaits)).toBeVisible();
  for (const it of [page, another]) {
    await new Me(it).left();
    expect(found(await dump(it), secrets), 'nothing of it is left').toEqual([]);
  }
  await page.reload();
  await expect(page.getByText(EN.oneWalkWaits)).toBeVisible();
  expect((await page.evaluate(() => indexedDB.databases())).map(({ name }) => name).filter(name => name !== 'probe')).toEqual(['firsthand-sealed']);

  // Still with the session's cookie: it is ended before anything is asked with it.
  network.clear();
  await network.heal();
  await page.goto('/');
  await expectAt(page, '/');
  expect(network.told[0]).toMatch(/^POST \/sign-out\b/);
  expect((await page.request.get('/api/v1/briefing')).status()).toBe(401);
  await page.goto('/walk');
  await new Me(page).left();
  await expect(page.getByText(EN.oneWalkWaits)).toHaveCount(0);
  const desk = await atDesk(openAs, demo, ann);
  await expect.poll(async () => (await desk.request.get(`/api/v1/walks/${walk}`)).status()).toBe(200);
});

/** A whole walk without signal: a friction point with a note and a photo, a reflection, a commitment. */
async function recordWithoutSignal(page, network, words = EN) {
  const step = await new Today(page, words).startWalk();
  await step.readyForNoSignal();
  network.trouble(() => NO_SIGNAL);
  const walk = place(page).split('/')[2];
  await step.friction();
  const sheet = await new FrictionSheet(page, words).shown();
  await sheet.pick(words.broken);
  await sheet.saysSaved();
  await sheet.note.fill(NOTE);
  const photos = new Photos(page, words);
  await photos.choose(await speckled(page, 1400, 1000));
  await photos.cover.useBare();
  await expect(photos.items).toHaveCount(1);
  await sheet.save();
  await step.walkToTheEnd();
  await new Finish(page, words).complete();
  await expect(page.getByRole('heading', { name: words.receipt })).toBeVisible();
  const [photo] = await photosOnPhone(page);
  return { walk, photo, facts: (await factsOnPhone(page)).length };
}

async function feel(page, category) {
  await new Step(page).friction();
  const sheet = await new FrictionSheet(page).shown();
  await sheet.pick(category);
  await sheet.saysSaved();
  await sheet.save();
}

/** A page of this person's elsewhere, signed in anew. */
async function atDesk(openAs, demo, person) {
  const page = await openAs(person);
  await new SignIn(page).with(await demo.address(person));
  return page;
}

/** An address of the server, by the way this phone has to it. */
const here = (network, address) => address.replace(/^http:\/\/[^/]+/, network.url);

// Run in the page.

function rememberAllThatIsSeen() {
  globalThis.seen = '';
  new MutationObserver(() => { globalThis.seen += document.body?.innerText ?? ''; }).observe(document, { childList: true, subtree: true, characterData: true });
}

function tellWhatIsSealed() {
  const { encrypt } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.encrypt = function (how, key, plain) {
    globalThis.sealing(new TextDecoder().decode(plain));
    return encrypt.call(this, how, key, plain);
  };
}

function moveClock(by) {
  const now = Date.now.bind(Date);
  Date.now = () => now() + by;
}
