import { test, expect, DESK, PHONE } from '../fixtures.mjs';
import { expectSoonAt } from '../at.mjs';
import { loseSignal, findSignal } from '../pocket.mjs';
import { Today } from '../pages/today.mjs';
import { Step } from '../pages/step.mjs';
import { Finish } from '../pages/finish.mjs';
import { Receipt } from '../pages/receipt.mjs';
import { History } from '../pages/history.mjs';
import { TeamInbox, TeamThread } from '../pages/team.mjs';
import { Handed, HandOn } from '../pages/handed.mjs';
import { EN } from '../words.mjs';

const TASK = 'ramp';
/** At this step of the task it crosses to the neighbour. */
const CROSSING = 4;
const REPLY = 'You are right: the surgery has sent it already. We will ask them, not you.';
const NEXT_YEAR = new Date().getFullYear() + 1;
const PLAN = 'We agree a form with the surgery.';
const CHANGED = 'The form asks for no letter now.';
const CHANGED_MORE = 'The page before it asks for none either.';
const ASKED = 'Could the letter come from you by itself?';
const ANSWERED = 'It is sent from Monday on.';

test('what two leaders felt is answered, changed, handed on, walked again and confirmed', async ({ demo, openAs }) => {
  test.setTimeout(240_000);
  const [first, second] = [await demo.newLeader(), await demo.newLeader()];
  // Words that stand nowhere else, and are no number that could be somebody's.
  const mark = `letter${Date.now().toString(36)}`;
  const notes = { first: `A ${mark} from the surgery, which sent it.`, before: `Have a ${mark} from the surgery ready.`, second: `The same ${mark} from the surgery.` };
  const kind = await test.step('a kind of friction that nobody felt at this task', async () => {
    const page = await openAs(demo.people('service_team')[0], DESK);
    const found = await new TeamInbox(page).kindNotFelt(TASK);
    await page.close();
    return found;
  });

  const phones = [await openAs(first, PHONE), await openAs(second, PHONE)];
  const [one, two] = phones;
  const contexts = phones.map(phone => phone.context());
  const names = {};
  await test.step('two leaders feel the same, with no signal', async () => {
    for (const phone of phones) await (await new Today(phone).startTask(TASK)).readyForNoSignal();
    await loseSignal(demo, ...contexts);
    const [here, there] = phones.map(phone => new Step(phone));
    await here.walkTo(CROSSING);
    names.crossing = await here.title();
    await here.feel(kind, notes.first);
    await there.walkTo(CROSSING - 1);
    names.before = await there.title();
    await there.feel(kind, notes.before);
    await there.walkTo(CROSSING);
    await there.feel(kind, notes.second);
    for (const phone of phones) {
      await new Step(phone).walkToTheEnd();
      await new Finish(phone).complete();
      await new Receipt(phone).says(EN.savedOnThisPhone);
    }
  });

  await findSignal(demo);
  const team = await openAs(demo.people('service_team')[0], DESK);
  const inbox = await new TeamInbox(team).open();
  await test.step('with signal both are sent, and the open inbox tells of it', async () => {
    await expect(inbox.holding(mark)).toHaveCount(0);
    await findSignal(demo, ...contexts);
    for (const phone of phones) await new Receipt(phone).saysAllSent();
    await expect(inbox.news).toHaveText(/^3\b/);
    await inbox.news.click();
  });

  const thread = new TeamThread(team);
  let id;
  await test.step('it is one thread, and what was felt a step before is put together with it', async () => {
    await expect(inbox.holding(mark)).toHaveCount(2);
    await expect(inbox.holding(mark, names.crossing)).toContainText('Felt 2 times, by 2 leaders');
    await inbox.openThread(mark, names.crossing);
    id = new URL(team.url()).pathname.split('/').pop();
    await thread.join(notes.before);
    await expect(thread.parts).toContainText(names.before);
    await expect(thread.felt).toContainText('Felt 3 times, by 2 leaders');
    await inbox.open('state=calls');
    await expect(inbox.holding(mark)).toHaveCount(1);
  });

  const open = () => team.goto(`/team/thread/${id}`);
  await test.step('the team answers, and the leader reads it on the phone', async () => {
    await open();
    const friction = await thread.openTime(notes.first);
    await friction.reply(REPLY);
    await expect(friction.replies).toContainText(REPLY);
    await (await new History(one).open()).shows(REPLY);
  });

  await test.step('planned by a day, changed, and asked to be walked again', async () => {
    await open();
    await thread.decide('planned', { day: `${NEXT_YEAR}-01-31`, why: PLAN });
    await expect(thread.state).toContainText('Planned');
    await expect(thread.history).toContainText(`By 31 January ${NEXT_YEAR}. “${PLAN}”`);
    await thread.decide('changed', { why: CHANGED });
    await expect(thread.state).toContainText('Changed');
    await thread.askAgain(CHANGED);
    await expect(thread.state).toContainText('Re-walk asked');
    await inbox.open('state=hand');
    await expect(inbox.holding(mark)).toHaveCount(1);
    for (const phone of phones) await new Today(phone).asksAgain(CHANGED);
  });

  await test.step('walked again with no signal and half fixed, it is back with the team', async () => {
    await loseSignal(demo, one.context());
    await walkAgain(one, EN.partly);
    await new Receipt(one).says(EN.savedOnThisPhone);
    await findSignal(demo, one.context());
    await new Receipt(one).saysAllSent();
    await expectSoonAt(team, `/team/thread/${id}`, 'Half fixed');
    await inbox.open('state=calls');
    await expect(inbox.holding(mark)).toHaveCount(1);
    await new Today(two).asksNothing();
  });

  const [neighbour] = demo.people('service_team', 'Cwm Health Board');
  const theirs = await openAs(neighbour, DESK);
  const offered = new Handed(theirs);
  const handOn = new HandOn(team);
  const waits = async () => (await new Handed(team).open()).waiting(id);
  const before = await offered.offers();
  let address;
  const traces = () => offered.traces([mark, ASKED, address], 'surgery', [address]);
  await test.step('the neighbour is offered it, sees what it may, and answers', async () => {
    await expect(await waits()).toContainText('not offered yet');
    await handOn.open(id);
    await handOn.offer(neighbour.organisation, ASKED, notes.first);
    await expect(await waits()).toContainText('offered, no answer');
    const offer = await offered.openOffer(ASKED);
    address = new URL(theirs.url()).pathname;
    expect(await offered.offers()).toHaveLength(before.length + 1);
    expect(await traces()).toEqual(['/team/handed', address]);
    await theirs.goto(address);
    const shown = theirs.getByRole('main');
    await expect(shown).toContainText(notes.first);
    await expect(shown).toContainText('Half fixed');
    for (const hidden of [notes.second, REPLY, PLAN, first.name, second.name]) await expect(shown).not.toContainText(hidden);
    await offer.answer('accepted', ANSWERED);
    await handOn.open(id);
    await expect(handOn.whatBecameOf(ASKED)).toContainText(ANSWERED);
    await expect(await waits()).toContainText('they look at it');
  });

  await test.step('asked again, walked again by the other leader, confirmed', async () => {
    await open();
    await thread.askAgain(CHANGED_MORE);
    for (const phone of phones) await new Today(phone).asksAgain(CHANGED_MORE);
    await walkAgain(two, EN.yes);
    await new Receipt(two).saysAllSent();
    await expectSoonAt(team, `/team/thread/${id}`, 'Confirmed');
    await inbox.open('state=settled');
    await expect(inbox.holding(mark)).toHaveCount(1);
    await expect(await waits()).toHaveCount(0);
    await new Today(one).asksNothing();
    await theirs.goto(address);
    await expect(theirs.getByRole('main')).toContainText('Confirmed');
  });

  await test.step('taken back, it is gone for the neighbour everywhere', async () => {
    await handOn.open(id);
    await handOn.takeBack(ASKED);
    expect((await theirs.request.get(address)).status()).toBe(404);
    expect(await traces()).toEqual([]);
    expect(await offered.offers()).toEqual(before);
    await open();
    await expect(thread.state).toContainText('Confirmed');
  });
});

/** From Today to the receipt of the walk again, which begins at the step that mattered. */
async function walkAgain(phone, held) {
  const step = await new Today(phone).walkAgain();
  expect(await step.number()).toBe(CROSSING);
  await step.walkToTheEnd();
  await new Finish(phone).completeAgain(held);
}
