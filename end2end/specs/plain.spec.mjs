import { test, expect, DESK, PHONE } from '../fixtures.mjs';
import { EN, CY } from '../words.mjs';
import { plainTour } from '../tour.mjs';
import { expectAt } from '../at.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits, expectBigEnoughTargets, expectLargeTextFits } from '../layout.mjs';
import { PlainWalk, PHOTO } from '../pages/plain.mjs';

const NO_JAVASCRIPT = { ...PHONE, javaScriptEnabled: false };

test('a whole walk without JavaScript, photo included, reaches the service team', async ({ demo, openAs }) => {
  const page = await openAs(walker(demo), NO_JAVASCRIPT);
  await page.goto('/walk');
  await page.getByRole('link', { name: 'Use the plain pages' }).click();
  const plain = new PlainWalk(page);
  await plain.readABrief();
  const service = await page.locator('.top-title').textContent();
  await plain.start();
  await plain.visitTheService();
  await plain.beginFriction();
  const note = `No way to say that it is urgent, ${Date.now()}.`;
  await plain.fillFriction({ note, photo: PHOTO });
  await plain.save();
  await expect(page.getByText('Noted so far')).toBeVisible();
  await expect(page.getByText(/You were away for/)).toBeVisible();
  await plain.go(EN.done);
  await expect(page.getByText('Step 2 of')).toBeVisible();
  await plain.go(EN.stuck);
  await plain.answer('no');
  await plain.finish();
  await expect(page.getByRole('status')).toContainText(`The ${service} team can see it.`);

  const walk = page.url().split('/').pop();
  const team = await openTeamWalk(demo, openAs, walk);
  await expect(team.getByRole('heading', { level: 1 })).toBeVisible();
  await team.locator('a[href*="/team/friction/"]').first().click();
  await expect(team.getByRole('blockquote').getByText(note)).toBeVisible();
  const photo = team.locator('img[src*="/api/v1/photos/"]').first();
  await expect(photo).toBeVisible();
  const bytes = await (await team.request.get(await photo.getAttribute('src'))).body();
  expect(bytes.includes('Exif'), 'the place it was taken at is gone').toBe(false);
});

test('a form sent twice is noted once', async ({ demo, openAs }) => {
  const page = await openAs(walker(demo), NO_JAVASCRIPT);
  const plain = new PlainWalk(page);
  await plain.open();
  await plain.readABrief();
  await plain.start();
  await plain.beginFriction();
  await plain.fillFriction({ note: 'Once.' });
  await plain.button(EN.save).dblclick();
  await expect(page.locator('a[href*="/friction/"]')).toHaveCount(1);
  await plain.go(EN.stuck);
  await plain.answer('yes');
  await plain.finish();
});

for (const [locale, words] of [['en-GB', EN], ['cy-GB', CY]]) {
  test(`every plain page is accessible, ${locale}`, async ({ demo, openAs, complaints }) => {
    test.setTimeout(240_000);
    const page = await openAs(walker(demo), { ...PHONE, locale });
    await plainTour(page, words, async name => {
      await expectAccessible(page, `${name}, ${locale}`);
      await expectBigEnoughTargets(page, name);
      await expectFits(page, name, 320);
      await expectLargeTextFits(page, name);
    });
    // A form that was not taken is answered with 422, which the browser notes in its console.
    complaints.splice(0, Infinity, ...complaints.filter(it => !it.includes('422')));
  });
}

const MISSING = {
  'no WebAssembly, as in Lockdown Mode': [() => { delete globalThis.WebAssembly; }, 'This browser cannot run the app'],
  'no store': [() => { delete globalThis.indexedDB; delete Window.prototype.indexedDB; }, 'This browser keeps nothing for us'],
  'a store that refuses to open': [() => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      setTimeout(() => {
        const event = new Event('error', { cancelable: true });
        request.onerror?.(event);
      });
      return request;
    };
  }, 'This browser keeps nothing for us'],
};

for (const [what, [take, says]] of Object.entries(MISSING)) {
  test(`${what}: the shell says so and leads to the plain pages`, async ({ demo, openAs }) => {
    for (const [locale, link] of [['en-GB', 'Use the plain pages'], ['cy-GB', 'Defnyddio’r tudalennau plaen']]) {
      const page = await openAs(walker(demo), { ...PHONE, locale });
      await page.addInitScript(take);
      await page.goto('/walk');
      const note = page.getByRole('alert');
      await expect(note).toBeVisible();
      if (locale === 'en-GB') await expect(note).toContainText(says);
      await expectAccessible(page, `${what}, ${locale}`);
      await page.getByRole('link', { name: link }).click();
      await expectAt(page, '/walk/plain');
      await expect(page.locator('a[href^="/walk/plain/brief/"]').first()).toBeVisible();
    }
  });
}

test('the shell says in both languages that JavaScript is off', async ({ demo, openAs }) => {
  const page = await openAs(walker(demo), { ...PHONE, javaScriptEnabled: false });
  await page.goto('/walk');
  await expect(page.locator('noscript p').first()).toContainText('JavaScript is turned off here');
  await expect(page.getByRole('link', { name: 'Use the plain pages' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Defnyddio’r tudalennau plaen' })).toBeVisible();
});

test('the worker leaves the plain pages to the server', async ({ demo, openAs }) => {
  const page = await openAs(walker(demo), PHONE);
  await page.goto('/walk');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('/walk/plain');
  await expect(page.getByText('These pages work without JavaScript')).toBeVisible();
});

/** Walks of this leader are all finished, so that none waits for anybody on a phone. */
function walker(demo) {
  return demo.people('leader').at(-1);
}

/** The walk as whoever answers for its service sees it. */
async function openTeamWalk(demo, openAs, walk) {
  for (const person of demo.people('service_team')) {
    const page = await openAs(person, { ...DESK, javaScriptEnabled: false });
    const found = await page.request.get(`/team/walk/${walk}`);
    if (!found.ok()) continue;
    await page.goto(`/team/walk/${walk}`);
    return page;
  }
  throw new Error('nobody answers for the service');
}
