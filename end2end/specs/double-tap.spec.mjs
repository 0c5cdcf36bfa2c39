import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Finish } from '../pages/finish.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { settled } from '../settled.mjs';
import { EN } from '../words.mjs';

// A thumb that taps twice means what stood there at the first tap, whatever has come in its place meanwhile.
test.describe('a double tap', () => {
  let page, step;

  test.beforeEach(async ({ openAs, leader }) => {
    page = await openAs(leader, PHONE);
    step = await new Today(page).startWalk();
    await settled(page);
  });

  test('on Done ends one step', async () => {
    await twice(page, step.button(EN.done));
    await expect(page.locator('.eyebrow')).toHaveText(/Step 2 of/);
    await rested(page);
    expect(await step.number()).toBe(2);
  });

  test('on Save of the friction sheet ends no step', async () => {
    await step.friction();
    const sheet = new FrictionSheet(page);
    await sheet.pick(EN.asked);
    await sheet.saysSaved();
    const { x, y, width, height } = await sheet.sheet.getByRole('button', { name: EN.save, exact: true }).boundingBox();
    await twiceAt(page, x + width * .9, y + height / 2);
    await expect(sheet.sheet).toBeHidden();
    await rested(page);
    expect(await step.number()).toBe(1);
  });

  test('on Next does not finish the walk', async () => {
    await step.walkToTheEnd();
    const finish = new Finish(page);
    await settled(page);
    await twice(page, finish.control(EN.next));
    await expect(finish.control(EN.finishWalkthrough)).toBeVisible();
    await rested(page);
    await expect(finish.control(EN.finishWalkthrough)).toBeVisible();
  });

  test('on I am stuck leaves the questions to be answered', async () => {
    await twice(page, step.button(EN.stuck));
    const finish = new Finish(page);
    await expect(finish.question).toBeVisible();
    await rested(page);
    await expect(finish.question).toBeVisible();
  });

  test('on Friction opens the sheet and picks nothing', async () => {
    await twice(page, step.button(EN.friction));
    const sheet = await new FrictionSheet(page).shown();
    await rested(page);
    await expect(sheet.sheet.locator('[aria-pressed="true"]')).toHaveCount(0);
  });
});

async function twice(page, button) {
  const { x, y, width, height } = await button.boundingBox();
  await twiceAt(page, x + width / 2, y + height / 2);
}

/** Two taps of one finger, the second as soon as the screen has changed. */
async function twiceAt(page, x, y) {
  await page.touchscreen.tap(x, y);
  await expect(page.locator('html')).toHaveClass(/settling/);
  await page.touchscreen.tap(x, y);
}

/** What was tapped has had its effect. */
async function rested(page) {
  await settled(page);
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
