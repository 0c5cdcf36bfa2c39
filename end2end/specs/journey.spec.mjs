import { test, expect, DESK } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits, expectLargeTextFits } from '../layout.mjs';
import { Journey } from '../pages/journey.mjs';

for (const locale of ['en-GB', 'cy-GB']) {
  test(`a service team reads the map of a task and what is behind it, ${locale}`, async ({ demo, openAs }) => {
    test.setTimeout(90_000);
    const page = await openAs(demo.people('service_team')[0], { ...DESK, locale });
    const look = async name => {
      await expectAccessible(page, `${name}, ${locale}`);
      await expectFits(page, name, 320);
      await expectLargeTextFits(page, name);
    };
    const journey = new Journey(page);
    await page.goto('/team/journey');
    await look('journeys');
    await journey.openBusiest();
    await look('journey');
    await page.locator('#table summary').click();
    await look('journey, as a table');

    // Behind a mark are as many walks as it says.
    const stopped = journey.map.locator('a[href*="what=stopped"]').first();
    const said = Number(/\d+/.exec((await stopped.innerText()).split(':').pop())[0]);
    await stopped.click();
    await expect(page.getByRole('row')).toHaveCount(said + 1);
    await look('walks of a journey');
    await page.getByRole('table').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/team\/walk\//);
    await page.getByRole('main').locator('a[href^="/team/journey/"]').click();

    await journey.compare(HALF_A_YEAR_AGO);
    await look('journey, before and after');
    await expect(journey.map.locator('a[href*="part=before"]').first()).toBeVisible();
    await expect(journey.map.locator('a[href*="part=after"]').first()).toBeVisible();
  });
}

for (const locale of ['en-GB', 'cy-GB']) {
  // In Welsh without JavaScript.
  test(`a team says how many people do a task, and sees what it costs, ${locale}`, async ({ demo, openAs, complaints }) => {
    test.setTimeout(90_000);
    const page = await openAs(demo.people('service_team')[0], { ...DESK, locale, javaScriptEnabled: locale === 'en-GB' });
    const look = async name => {
      if (locale !== 'en-GB') return;
      await expectAccessible(page, `${name}, ${locale}`);
      await expectFits(page, name, 320);
      await expectLargeTextFits(page, name);
    };
    await new Journey(page).openBusiest();
    await page.locator('a[href$="/cost"]').click();
    await look('cost');
    await page.locator('input[name=low]').fill('12,000');
    await page.locator('input[name=high]').fill('15,000');
    await page.locator('input[name=source]').fill('Counted by Mrs Jones');
    await page.locator('.jenter button.primary').click();
    await look('cost, of a source that seems to name somebody');
    await expect(page.locator('input[name=source]')).toHaveValue('Counted by Mrs Jones');
    expect(complaints.splice(0), 'the console tells of the form that came back').toEqual([expect.stringContaining('422')]);
    await page.locator('button[name=as_it_is]').click();
    await expect(page.locator('.jhours strong').first()).toHaveText(/[\d,]+ \S+ [\d,]+|[\d,]+ \S+/);
    await look('cost, in hours');
    await page.locator('button[name=remove]').click();
    await expect(page.locator('button[name=remove]')).toHaveCount(0);
  });
}

test('on a phone the map scrolls in its own box, by keyboard too', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('service_team')[0], { viewport: { width: 320, height: 720 } });
  const { map } = await new Journey(page).openBusiest();
  await map.focus();
  await expect(map).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => map.evaluate(it => it.scrollLeft)).toBeGreaterThan(0);
});

test('the map goes onto paper, across', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('service_team')[0], DESK);
  const { map } = await new Journey(page).openBusiest();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1040, height: 720 });
  const cut = await map.evaluate(it => it.scrollWidth - it.clientWidth);
  expect(cut, 'nothing is cut off at the edge of the sheet').toBeLessThanOrEqual(1);
  await expect(page.locator('.jask')).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf.toString('latin1'));
  expect(Number(box[1])).toBeGreaterThan(Number(box[2]));
});

for (const locale of ['en-GB', 'cy-GB']) {
  test(`all the rows of a map go onto one sheet, ${locale}`, async ({ demo, openAs }) => {
    const page = await openAs(demo.people('service_team')[0], { ...DESK, locale });
    // Before today: what the demonstration tells of it, and nothing that other tests felt there.
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/team/journey/ramp?to=${yesterday}`);
    await new Journey(page).map.waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}

/** A day half way through the year the demonstration has walked. */
const HALF_A_YEAR_AGO = new Date(Date.now() - 183 * 86_400_000).toISOString().slice(0, 10);
