import { test, expect, DESK } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits, expectLargeTextFits } from '../layout.mjs';
import { Year } from '../pages/year.mjs';

for (const locale of ['en-GB', 'cy-GB']) {
  test(`the chief executive reads their own year, ${locale}`, async ({ demo, openAs }) => {
    test.setTimeout(120_000);
    // Nothing here needs a script.
    const page = await openAs(demo.people('leader')[0], { ...DESK, locale });
    const look = async name => {
      await expectAccessible(page, `${name}, ${locale}`);
      await expectFits(page, name, 320);
      await expectLargeTextFits(page, name);
    };
    const year = await new Year(page).open();
    await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
    const times = await year.times();
    expect(times).toBeGreaterThan(1);
    await expect(year.circles, 'a circle for each walk').toHaveCount(times);
    await look('year');
    await year.showTable();
    await look('year, as a table');

    // Every walk of the sentence is on one of the pages.
    expect(await year.countByTurning()).toBe(times);
    await look('year, its last page');

    // A walk opens.
    await year.walks.first().locator('a[href^="/walk/plain/"]').click();
    await expect(page).toHaveURL(/\/walk\/plain\//);
  });
}

test('the years share the walks out among them', async ({ demo, openAs }) => {
  // With scripts: axe is one.
  const page = await openAs(demo.people('leader')[0], DESK);
  const year = await new Year(page).open();
  const times = await year.times();
  const addresses = await year.years.evaluateAll(links => links.map(link => link.getAttribute('href')));
  let sum = 0;
  for (const address of addresses.filter(it => it !== '/me/year')) {
    await page.goto(address);
    sum += await year.circles.count();
  }
  if (addresses.length > 0) expect(sum).toBe(times);
  await page.goto('/me/year/1999');
  await expect(year.circles).toHaveCount(0);
  await expectAccessible(page, 'a year without a walk');
});

test('nobody else opens it', async ({ demo, openAs }) => {
  for (const role of ['service_team', 'board', 'administrator']) {
    const page = await openAs(demo.people(role)[0], DESK);
    const refused = await page.request.get('/me/year');
    expect(refused.status(), role).toBe(404);
  }
});
