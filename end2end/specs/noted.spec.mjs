import { test, expect, PHONE } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { Noted } from '../pages/noted.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Finish } from '../pages/finish.mjs';
import { Receipt } from '../pages/receipt.mjs';
import { expectAccessible } from '../axe.mjs';
import { EN } from '../words.mjs';

test.describe('noted in passing', () => {
  let page, step, noted, sheet;

  test.beforeEach(async ({ openAs, leader }) => {
    page = await openAs(leader, PHONE);
    step = await new Today(page).startWalk();
    noted = new Noted(page);
    sheet = new FrictionSheet(page);
  });

  test('one tap marks a moment, which can be undone, and told about afterwards', async () => {
    await noted.mark(EN.unsure);
    await noted.undo();
    await expect(noted.moments).toBeHidden();

    await noted.mark(EN.question);
    await page.reload();
    await step.shown();
    await noted.tellTheFirst();
    await sheet.pick(EN.asked);
    await sheet.saysSaved();
    await sheet.save();
    await expect(noted.moments).toBeHidden();
    await expect(page.getByRole('main').getByText(EN.asked)).toBeVisible();
  });

  test('what worked is one tap, its words may follow, and it can be taken away', async () => {
    await noted.somethingWorked();
    await page.reload();
    // The sheet that was open is open again.
    await noted.saysWhere();
    await noted.writeWhatItWas('It knew my address.');
    await noted.save();
    await expect(noted.worked).toContainText('It knew my address.');
    await noted.worked.tap();
    await noted.sheet.getByRole('button', { name: EN.takeThisAway }).tap();
    await expect(noted.worked).toBeHidden();
    await noted.undo();
    await expect(noted.worked).toBeVisible();
  });

  test('a good moment becomes something that worked', async () => {
    await noted.mark(EN.good);
    await noted.tellTheFirst();
    await noted.saysWhere();
    await noted.save();
    await expect(noted.worked).toBeVisible();
    await expect(noted.moments).toBeHidden();
  });

  test('what may point to one person is underlined, and replaced with one tap', async () => {
    await step.friction();
    await sheet.write('Then I spoke to Sian Price. She gave me 943 476 5919.');
    await expect(sheet.sheet.locator('mark')).toHaveText(['Sian Price', '943 476 5919']);
    await expectAccessible(page, 'friction sheet with hints');
    await sheet.choice('Replace with [NHS number]').tap();
    await sheet.choice('Replace with [name]').tap();
    await expect(sheet.note).toHaveValue('Then I spoke to [name]. She gave me [NHS number].');
    await sheet.choice(EN.undo).tap();
    await expect(sheet.note).toHaveValue('Then I spoke to Sian Price. She gave me [NHS number].');
    await sheet.save();
    await page.reload();
    await step.shown();
    await noted.row('1 friction point').tap();
    await expect(sheet.note).toHaveValue('Then I spoke to Sian Price. She gave me [NHS number].');
  });

  test('a second category, and a sheet that is drawn down', async () => {
    await step.friction();
    await sheet.pick(EN.asked);
    await sheet.saysSaved();
    const second = sheet.sheet.getByRole('combobox', { name: EN.oneMoreKind });
    await second.selectOption({ label: EN.broken });
    await sheet.note.fill('Half a sen');
    await drawDown(page, sheet.sheet);
    await expect(sheet.sheet).toBeHidden();
    await noted.row('1 friction point').tap();
    await expect(second).toHaveValue('broken');
    await expect(sheet.note).toHaveValue('Half a sen');
  });

  test('a point that was sent can still be changed and taken away, and says what it was', async () => {
    await step.friction();
    await sheet.pick(EN.asked);
    await sheet.choice(EN.slowedMe).tap();
    await sheet.write('Twice my date of birth.');
    await sheet.save();
    await noted.mark(EN.unsure);
    await step.walkToTheEnd();
    await new Finish(page).complete();
    const receipt = await new Receipt(page).shown();
    await receipt.says(EN.sent);
    await expect(noted.moments).toBeVisible();

    const point = noted.row(EN.asked);
    await point.tap();
    await sheet.choice(EN.stoppedMe).tap();
    await sheet.write('Three times.');
    await expect(sheet.sheet.getByRole('heading', { name: EN.whatHasChanged })).toBeVisible();
    await expect(sheet.sheet.getByRole('listitem')).toContainText(['Twice my date of birth.', EN.slowedMe]);
    await expectAccessible(page, 'friction sheet with its history');
    await sheet.save();
    await expect(point).toContainText(/stopped me/);

    await point.tap();
    await sheet.choice(EN.removePoint).tap();
    await expect(point).toBeHidden();
    await noted.undo();
    await expect(point).toBeVisible();
  });
});

/** One finger from the top of the sheet to its middle. */
async function drawDown(page, sheet) {
  const { x, y, width } = await sheet.boundingBox();
  const touch = await page.context().newCDPSession(page);
  const at = down => [{ x: x + width / 2, y: y + 20 + down }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (const down of [40, 90, 160]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(down) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
