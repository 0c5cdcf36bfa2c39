import { test, expect, PHONE } from '../fixtures.mjs';
import { Back } from '../pages/back.mjs';
import { Noted } from '../pages/noted.mjs';
import { Today } from '../pages/today.mjs';
import { settled } from '../settled.mjs';
import { EN } from '../words.mjs';

test.describe('a step by swipe', () => {
  let page, step;

  test.beforeEach(async ({ openAs, leader }) => {
    page = await openAs(leader, PHONE);
    step = await new Today(page).startWalk();
    await settled(page);
  });

  test('far to the left goes on, as Done does', async () => {
    await stroke(page, [350, 300], [80, 310]);
    await expect(page.locator('.eyebrow')).toHaveText(/Step 2 of/);
  });

  test('a little does nothing', async () => {
    await stroke(page, [350, 300], [250, 300]);
    // What is written down after it is on the screen, so it would be too.
    await new Noted(page).mark(EN.unsure);
    expect(await step.number()).toBe(1);
  });

  test('goes on from the questions after the service once they are answered', async () => {
    await step.visitTheService(60_000);
    const back = await new Back(page).shown();
    await settled(page);
    await stroke(page, [350, 300], [80, 310]);
    await back.shown();
    await back.chooseDone();
    await stroke(page, [350, 300], [80, 310]);
    await expect(page.locator('.eyebrow')).toHaveText(/Step 2 of/);
  });
});

/** One finger from one place of the screen to another. */
async function stroke(page, from, to) {
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...points) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  await send('touchStart', from);
  for (const part of [.3, .6, 1]) await send('touchMove', [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
  await send('touchEnd');
}
