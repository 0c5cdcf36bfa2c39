import { test, expect, PHONE } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { EN, CY } from '../words.mjs';

for (const [locale, words] of [['en-GB', EN], ['cy-GB', CY]]) {
  test(`a WebAssembly that comes and does not start: the shell says so, and leads to the plain pages, ${locale}`, async ({ openAs, leader, complaints }) => {
    const page = await openAs(leader, { ...PHONE, serviceWorkers: 'block', locale });
    let rubbish = true;
    await page.route('**/*.wasm', route => (rubbish ? route.fulfill({ contentType: 'application/wasm', body: 'no program' }) : route.continue()));
    await page.goto('/walk');
    const note = page.getByRole('alert');
    await expect(note).toContainText(words.couldNotStart);
    expect(complaints.splice(0), 'the reason is in the console').toEqual([expect.stringContaining('WebAssembly')]);
    await expectAccessible(page, 'an app that cannot start');

    await note.getByRole('link', { name: words.plainPages }).tap();
    await expect(page).toHaveURL('/walk/plain');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

    rubbish = false;
    await page.goBack();
    await note.or(page.getByRole('link', { name: words.myWalks })).first().waitFor();
    await page.reload();
    await expect(page.getByRole('link', { name: words.myWalks })).toBeVisible();
  });
}
