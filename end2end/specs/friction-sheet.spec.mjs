import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { place } from '../pages/phone.mjs';
import { EN } from '../words.mjs';

test.describe('the friction sheet', () => {
  let page, step, sheet;

  test.beforeEach(async ({ openAs, leader }) => {
    page = await openAs(leader, PHONE);
    step = await new Today(page).startWalk();
    sheet = new FrictionSheet(page);
  });

  test('two taps save a friction point, whatever happens next', async () => {
    await step.friction();
    await sheet.pick(EN.broken);
    await sheet.saysSaved();
    const where = place(page);
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto(where);
    await new Step(again).shown();
    await expect(again.getByRole('main').getByText(EN.broken)).toBeVisible();
  });

  test('a change to a point that was sent is not called sent before it was', async () => {
    await step.friction();
    await sheet.pick(EN.asked);
    await expect(sheet.status).toContainText(EN.sent);
    await page.route('**/api/v1/sync', route => route.abort());
    await sheet.choice(EN.stoppedMe).tap();
    await expect(sheet.status).toContainText(EN.savedOnThisPhone);
    await page.unroute('**/api/v1/sync');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(sheet.status).toContainText(EN.sent);
  });

  test('holds the keyboard while it is open, and gives it back', async () => {
    const opener = step.button(EN.friction);
    await opener.focus();
    await page.keyboard.press('Enter');
    await sheet.shown();
    for (let presses = 0; presses < 45; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await sheet.holdsFocus()).toBe(true);
    }
    await page.keyboard.press('Shift+Tab');
    expect(await sheet.holdsFocus()).toBe(true);
    await page.keyboard.press('Escape');
    await expect(sheet.sheet).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('can be filled in with the keyboard alone', async () => {
    await step.button(EN.friction).focus();
    await page.keyboard.press('Enter');
    await sheet.choice(EN.asked).focus();
    await page.keyboard.press('Space');
    await sheet.choice(EN.stoppedMe).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('main').getByText(EN.asked)).toBeVisible();
  });
});
