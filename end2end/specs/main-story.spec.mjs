import { test, expect, DESK } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Finish } from '../pages/finish.mjs';
import { Receipt } from '../pages/receipt.mjs';
import { History } from '../pages/history.mjs';
import { TeamInbox } from '../pages/team.mjs';
import { BoardMonth, thisMonth } from '../pages/board.mjs';
import { place } from '../pages/phone.mjs';
import { EN } from '../words.mjs';

const NOTE = 'It asked for my date of birth on three pages running.';
const REPLY = 'Thank you. We now ask for it once.';

test('a leader walks with no signal, a service team answers, a board reads', async ({ demo, openAs, pocket, leader }) => {
  test.setTimeout(120_000);
  const before = await outcomeThisMonth(openAs, demo, leader.organisation);
  await pocket.signIn(leader);
  const first = await pocket.page();
  const step = await new Today(first).startWalk();
  await step.readyForNoSignal();

  const title = await step.title();
  await test.step('friction in two taps', async () => {
    await step.friction();
    const sheet = await new FrictionSheet(first).shown();
    await sheet.pick(EN.asked);
    await sheet.write(NOTE);
    await sheet.save();
  });

  await pocket.loseSignal(demo);
  const where = place(first);
  await pocket.shutDown();

  await pocket.start();
  await pocket.context.setOffline(true);
  const phone = await pocket.page();
  await test.step('opened again with no signal, at the same step', async () => {
    await phone.goto(where);
    await new Step(phone).shown();
    expect(await new Step(phone).title()).toBe(title);
    await expect(phone.getByRole('main').getByText(EN.asked)).toBeVisible();
  });

  await test.step('walked to the end with no signal', async () => {
    await new Step(phone).walkToTheEnd();
    await new Finish(phone).complete();
    await new Receipt(phone).says(EN.savedOnThisPhone);
  });

  await pocket.findSignal(demo);
  await test.step('sent by itself', async () => {
    await new Receipt(phone).says(EN.sent);
  });

  await test.step('arrived once, and the team replies', async () => {
    const inbox = await inboxThatHas(openAs, demo.people('service_team', leader.organisation), NOTE);
    await expect(inbox.holding(NOTE)).toHaveCount(1);
    const friction = await inbox.openFriction(NOTE);
    await friction.markAsSeen();
    await friction.reply(REPLY);
    await expect(friction.replies).toContainText(REPLY);
  });

  await test.step('the reply shows on the phone', async () => {
    await (await new History(phone).open()).shows(REPLY);
  });

  await test.step('the month counts it, once', async () => {
    const after = await outcomeThisMonth(openAs, demo, leader.organisation);
    expect(after.of).toBe(before.of + 1);
    expect(after.met).toBe(before.met + 1);
  });
});

async function outcomeThisMonth(openAs, demo, organisation) {
  const page = await openAs(demo.people('board', organisation)[0], DESK);
  const outcome = await (await new BoardMonth(page).open(thisMonth())).outcome();
  await page.close();
  return outcome;
}

/** Which team it is depends on the task that was suggested; exactly one sees it. */
async function inboxThatHas(openAs, people, text) {
  const found = [];
  for (const person of people) {
    const page = await openAs(person, DESK);
    const inbox = await new TeamInbox(page).open();
    if ((await inbox.holding(text).count()) > 0) found.push(inbox);
  }
  expect(found).toHaveLength(1);
  return found[0];
}
