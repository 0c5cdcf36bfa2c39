import { test, expect, DESK, PHONE } from '../fixtures.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits } from '../layout.mjs';
import { lastMonth } from '../pages/board.mjs';
import { MonthDesk } from '../pages/desk.mjs';

const WORDS = 'Look first at what waits at the boundary.';
const GEIRIAU = "Edrychwch yn gyntaf ar yr hyn sy'n aros wrth y ffin.";

test('a secretary prepares a month, publishes it and hands it to somebody without an account', async ({ demo, openAs, browser, complaints }) => {
  test.setTimeout(180_000);
  const page = await openAs(demo.people('board')[0], DESK);
  const month = lastMonth();
  const desk = await new MonthDesk(page, month).open();
  await expectAccessible(page, "the secretary's desk");
  await expectFits(page, "the secretary's desk", 320);
  await expect(desk.publishes).toHaveCount(0);

  await desk.askTeams();
  await putViews(await teams(demo, openAs));
  await desk.open();
  await desk.endReply();
  const tab = await new MonthDesk(await page.context().newPage(), month).open();
  await desk.write(WORDS, GEIRIAU);
  await writesOverNothing(tab);
  await desk.answerBefore('Both boards have agreed to it.');
  await desk.ask('Agree one form with the health board.');
  await expect(page.locator('#asks')).toContainText('Agree one form');
  await desk.approve();
  await desk.publish();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d+\sof\s\d+/);
  const said = await page.getByRole('heading', { level: 1 }).innerText();

  const address = await desk.link('Board members');
  const context = await browser.newContext({ ...PHONE, locale: 'en-GB' });
  const reader = await context.newPage();
  const answer = await reader.goto(address);
  expect(answer.headers()['x-robots-tag']).toContain('noindex');
  expect(answer.headers()['cache-control']).toBe('no-store');
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(said);
  expect(await reader.locator('a[href*="/board/"]').count()).toBe(0);
  await expectAccessible(reader, 'a month without an account');
  await expectFits(reader, 'a month without an account', 320);

  await desk.endLink('Board members');
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('This address does not work any more');
  await context.close();
  complaints.splice(0);
});

/** A second tab that was opened before: what it did not see stays, and what is typed in it too. */
async function writesOverNothing(tab) {
  await tab.write('Something else.', '');
  await expect(tab.words.getByRole('alert')).toContainText('It was changed meanwhile');
  await expect(tab.words).toContainText(WORDS);
  await expect(tab.words.getByRole('textbox', { name: /In English$/ })).toHaveValue('Something else.');
  await expectAccessible(tab.page, 'words that were changed meanwhile');
  await expectFits(tab.page, 'words that were changed meanwhile', 320);
  await tab.page.close();
}

/** A page of each of the council's service teams. */
async function teams(demo, openAs) {
  const pages = [];
  for (const person of demo.people('service_team')) pages.push(await openAs(person, DESK));
  return pages;
}

/** Every team puts its view on all that the board's page lists. */
async function putViews(pages) {
  for (const page of pages) {
    await page.goto('/team');
    const open = page.locator('.note a[href$="#view"]');
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().click();
      await page.locator('#view details summary').first().click();
      await page.locator('#view').getByRole('textbox').fill('The letter is written anew.');
      await page.locator('#view').getByRole('button', { name: 'Put it beside' }).click();
      await page.goto('/team');
    }
  }
}
