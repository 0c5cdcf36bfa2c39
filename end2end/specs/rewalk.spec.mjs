import { test, expect, DESK } from '../fixtures.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { Finish } from '../pages/finish.mjs';
import { Receipt } from '../pages/receipt.mjs';
import { TeamFriction, TeamInbox, TeamThread } from '../pages/team.mjs';
import { expectSoonAt } from '../at.mjs';
import { expectAccessible } from '../axe.mjs';
import { expectFits, expectBigEnoughTargets } from '../layout.mjs';
import { EN } from '../words.mjs';

const CHANGED = 'We ask for it once, on the first page.';

test('a leader walks again what was changed, with no signal, and only that confirms it', async ({ demo, openAs, pocket, leader }) => {
  test.setTimeout(180_000);
  const note = `It asked for my name again, ${Date.now()}.`;
  await pocket.signIn(leader);
  const phone = await pocket.page();
  await walkWithFriction(phone, note);

  const team = await teamThatHas(openAs, demo.people('service_team', leader.organisation), note);
  const thread = await TeamThread.of(team);
  const story = team.url();
  await thread.askAgain(CHANGED);
  await expect(thread.state).toContainText('Re-walk asked');

  const today = new Today(phone);
  await test.step('Today offers it, with what the team changed', async () => {
    await today.asksAgain(CHANGED);
    await expectAccessible(phone, 'Today, asked to walk again');
    await expectFits(phone, 'Today, asked to walk again', 320);
    await expectBigEnoughTargets(phone, 'Today, asked to walk again');
  });

  await test.step('walked again with no signal, from the step that mattered, half fixed', async () => {
    await new Step(phone).readyForNoSignal();
    await pocket.loseSignal(demo);
    const step = await today.walkAgain();
    expect(await step.number()).toBe(2);
    await finishAgain(phone, EN.partly);
    await today.open();
    await expect(today.askedAgain).toHaveCount(0);
    await pocket.findSignal(demo);
    await expectSoonAt(team, story, 'Half fixed');
  });

  await test.step('asked anew, walked again, confirmed', async () => {
    await thread.askAgain('Now on every page.');
    await today.asksAgain('Now on every page.');
    await today.walkAgain();
    await finishAgain(phone, EN.yes);
    await expectSoonAt(team, story, 'Confirmed');
  });

  await test.step('before and after, side by side', async () => {
    const walk = phone.url().split('/').pop();
    await team.goto(`/team/walk/${walk}/again`);
    await expect(team.getByRole('columnheader', { name: /^Before/ })).toBeVisible();
    await expect(team.getByText('It held', { exact: true })).toBeVisible();
    await expectAccessible(team, 'before and after');
    await expectFits(team, 'before and after', 320);
  });
});

test('a leader answers a reply with no signal, and the team reads it', async ({ demo, openAs, pocket, leader }) => {
  test.setTimeout(120_000);
  const note = `No way to go back, ${Date.now()}.`;
  await pocket.signIn(leader);
  const phone = await pocket.page();
  await walkWithFriction(phone, note);
  const receipt = phone.url();
  const team = await teamThatHas(openAs, demo.people('service_team', leader.organisation), note);
  const friction = new TeamFriction(team);
  await friction.reply('Which page was it?');

  await phone.reload();
  await expect(phone.getByText('Which page was it?')).toBeVisible();
  await new Step(phone).readyForNoSignal();
  await pocket.loseSignal(demo);
  await new Receipt(phone).answer('The second.');
  await expect(phone.getByRole('article').getByText(EN.youAnswered)).toBeVisible();
  await new Receipt(phone).answer('The second, after the photo.');
  await expectAccessible(phone, 'receipt with an answer');
  await pocket.findSignal(demo);
  await phone.goto(receipt);
  await new Receipt(phone).saysAllSent();

  await expectSoonAt(team, new URL(team.url()).pathname, 'The second, after the photo.');
});

/** A whole walk, with friction at its second step. */
async function walkWithFriction(phone, note) {
  const step = await new Today(phone).startWalk();
  await step.walkTo(2);
  await step.feel(EN.asked, note);
  await step.walkToTheEnd();
  await new Finish(phone).complete();
  await new Receipt(phone).saysAllSent();
}

/** From a step of a re-walk to its receipt. */
async function finishAgain(phone, held) {
  await new Step(phone).walkToTheEnd();
  await new Finish(phone).completeAgain(held);
  await new Receipt(phone).shown();
}

/** The friction point that holds this note, at the desk of the team that has it. */
async function teamThatHas(openAs, people, note) {
  for (const person of people) {
    const page = await openAs(person, DESK);
    const inbox = await new TeamInbox(page).open();
    if ((await inbox.holding(note).count()) > 0) {
      await inbox.openFriction(note);
      return page;
    }
  }
  throw new Error(`no team has "${note}"`);
}
