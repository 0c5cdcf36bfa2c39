import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Demo } from '../demo.mjs';
import { test, expect, PHONE } from '../fixtures.mjs';
import { SignIn } from '../pages/sign-in.mjs';
import { Today } from '../pages/today.mjs';
import { SEED } from '../seed.mjs';

const BUILT = process.env.FIRSTHAND_SITE ?? new URL('../../target/site', import.meta.url).pathname;

test('a new version serves the next start, a faulty worker can be taken back', async ({ browser }) => {
  const folder = await mkdtemp(join(tmpdir(), 'firsthand-version-'));
  const [data, site] = [join(folder, 'data'), join(folder, 'site')];
  await cp(SEED, data, { recursive: true });
  await cp(BUILT, site, { recursive: true });
  const demo = await Demo.start(data, '127.0.0.1:0', ['--site', site]);
  const context = await browser.newContext({ ...PHONE, baseURL: demo.url, locale: 'en-GB' });
  const page = await context.newPage();

  await new SignIn(page).with(demo.people('leader')[0].sign_in);
  await new Today(page).open();
  await new Today(page).readyForNoSignal();
  const [first] = await copies(page);

  await test.step('a new version is kept beside, and changes nothing on the screen', async () => {
    await demo.stop();
    await changeOneByte(site);
    await demo.startAgain();
    await new Today(page).open();
    await page.evaluate(() => { window.untouched = true; });
    await expect.poll(() => copies(page)).not.toEqual([first]);
    await expect.poll(async () => (await copies(page)).length).toBe(1);
    await expect(page.getByText('A new version is ready.')).toBeVisible();
    expect(await page.evaluate(() => window.untouched)).toBe(true);
  });

  await test.step('it serves the next start, with the server stopped', async () => {
    await demo.stop();
    await new Today(page).open();
    expect(await page.evaluate(async () => (await fetch('/boot.js')).text())).toContain('// a newer version');
  });

  await test.step('a faulty worker is taken back, with its copies', async () => {
    demo.more.push('--no-worker');
    await demo.startAgain();
    await new Today(page).open();
    await expect.poll(() => copies(page)).toEqual([]);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await new Today(page).open();
  });

  await context.close();
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The names of the app's copies on this phone. */
function copies(page) {
  return page.evaluate(() => caches.keys());
}

async function changeOneByte(site) {
  await appendFile(join(site, 'boot.js'), '// a newer version\n');
  for (const pressed of ['boot.js.br', 'boot.js.gz']) await rm(join(site, pressed), { force: true });
}
