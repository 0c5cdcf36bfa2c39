import { test, expect, DESK } from '../fixtures.mjs';
import { SignIn } from '../pages/sign-in.mjs';
import { TeamInbox } from '../pages/team.mjs';
import { BoardMonth, lastMonth } from '../pages/board.mjs';

const NO_JAVASCRIPT = { ...DESK, javaScriptEnabled: false };

test('a service team reads, marks as seen and replies', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('service_team')[0], NO_JAVASCRIPT);
  const inbox = await new TeamInbox(page).open();
  const friction = await inbox.openFriction();
  await friction.reply('We have put the form on one page.');
  await expect(friction.replies).toContainText('We have put the form on one page.');
  await friction.openWalk();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a board opens a figure onto its evidence, and takes the month as CSV', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('board')[0], NO_JAVASCRIPT);
  const month = await new BoardMonth(page).open(lastMonth());
  const { met, of } = await month.outcome();
  expect(met).toBeLessThanOrEqual(of);
  const csv = await month.csv();
  expect(csv.split('\n').length).toBeGreaterThan(2);
  await month.openEvidence();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a sign-in address works once', async ({ demo, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  // Somebody of this test alone: those of the demonstration have one address each, which other tests need.
  const { sign_in: address } = await demo.newLeader();
  await new SignIn(page).with(address);
  await page.goto(`${demo.url}/me`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const second = await browser.newPage();
  const answer = await second.goto(address);
  expect(answer.status()).toBeGreaterThanOrEqual(400);
  await context.close();
  await second.close();
});
