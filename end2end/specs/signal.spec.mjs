import { test, expect, PHONE } from '../fixtures.mjs';
import { Back } from '../pages/back.mjs';
import { Finish } from '../pages/finish.mjs';
import { Step } from '../pages/step.mjs';
import { Today } from '../pages/today.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';
import { EN } from '../words.mjs';

test.describe('signal that comes and goes moves nothing under the finger', () => {
  for (const width of [390, 320]) {
    test(`on a screen ${width} wide`, async ({ network, openAs, leader }) => {
      const page = await openAs(leader, { ...PHONE, viewport: { width, height: 844 }, baseURL: network.url });
      const step = await new Today(page).startWalk();
      await step.readyForNoSignal();
      await expectSteady(page, 'step', async () => {
        await page.reload();
        await step.shown();
      });
      await step.visitTheService(200_000);
      await expectSteady(page, 'back', async () => {
        await page.reload();
        await new Back(page).shown();
      });
      await new Back(page).didIt();
      await new Step(page).walkToTheEnd();
      await expectSteady(page, 'finish', async () => {
        await page.reload();
        await new Finish(page).shown();
      });
    });
  }
});

/** The signal goes and comes back; then it is gone when the screen is drawn, by `again`, comes back and goes. */
async function expectSteady(page, name, again) {
  const context = page.context();
  const strip = page.getByText(EN.noSignal, { exact: true });
  const change = async (gone, places, how) => {
    await context.setOffline(gone);
    await expect(strip).toBeVisible({ visible: gone });
    expect(await placesOf(page), `${name}, ${how}`).toEqual(places);
    expect(await coveredBy(page), `${name}, ${how}: nothing to tap is covered`).toEqual([]);
  };

  await expect(strip).toBeHidden();
  const without = await placesOf(page);
  await change(true, without, 'signal gone');
  await expect(strip).toBeInViewport({ ratio: 1 });
  await expectAccessible(page, `${name} when signal has gone`);
  await expectFits(page, `${name} when signal has gone`, page.viewportSize().width);
  await change(false, without, 'signal back');

  await context.setOffline(true);
  await again();
  await expect(strip).toBeVisible();
  const within = await placesOf(page);
  await change(false, within, 'drawn without signal, signal back');
  await change(true, within, 'drawn without signal, gone again');
  await context.setOffline(false);
  await expect(strip).toBeHidden();
}

/** Where everything that can be tapped or answered is on the screen: its words and its top. */
function placesOf(page) {
  return page.evaluate(() => [...document.querySelectorAll('h1, button, a[href], input, textarea')]
    .map(it => `${it.ariaLabel ?? it.textContent} ${Math.round(it.getBoundingClientRect().top)}`));
}

/** What can be tapped, and has the strip over its middle. */
function coveredBy(page) {
  return page.evaluate(() => [...document.querySelectorAll('button, a[href], label')].filter(it => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.banner');
  }).map(it => it.ariaLabel ?? it.textContent));
}
