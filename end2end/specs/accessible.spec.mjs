import { test, PHONE, DESK } from '../fixtures.mjs';
import { EN, CY } from '../words.mjs';
import { leaderTour, paperTour } from '../tour.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits, expectBigEnoughTargets, expectLargeTextFits } from '../layout.mjs';

for (const [locale, words] of [['en-GB', EN], ['cy-GB', CY]]) {
  test(`the leader's app, ${locale}`, async ({ openAs, leader }) => {
    test.setTimeout(120_000);
    const page = await openAs(leader, { ...PHONE, locale });
    await leaderTour(page, words, async name => {
      await expectAccessible(page, `${name}, ${locale}`);
      await expectBigEnoughTargets(page, name);
      await expectFits(page, name, 320);
      await expectLargeTextFits(page, name);
    });
  });

  test(`team, board and office, ${locale}`, async ({ demo, openAs }) => {
    test.setTimeout(180_000);
    await paperTour(demo, (person, options) => openAs(person, { ...DESK, locale, ...options }), async (name, page) => {
      await expectAccessible(page, `${name}, ${locale}`);
      await expectFits(page, name, 320);
      await expectLargeTextFits(page, name);
    });
  });
}
