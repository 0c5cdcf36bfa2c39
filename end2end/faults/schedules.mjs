import { test as base, expect } from '@playwright/test';
import { Receipt } from '../pages/receipt.mjs';
import { fate } from './fates.mjs';
import { Lane } from './lane.mjs';
import { Noted } from './noted.mjs';
import { again, planned } from './plan.mjs';
import { Random } from './random.mjs';
import { Walker } from './walker.mjs';

const test = base.extend({
  lane: [async ({}, use) => {
    const lane = await Lane.open();
    await use(lane);
    await lane.close();
  }, { scope: 'worker', timeout: 120_000 }],
});

for (const schedule of planned().schedules) {
  test(`seed ${schedule.seed}, schedule ${schedule.number}`, async ({ lane }) => {
    const noted = new Noted();
    const story = [];
    try {
      await Promise.race([run(schedule, lane, noted, story), tooLong()]);
    } catch (error) {
      console.log([`\nTo repeat: ${again(schedule)}`, ...story, 'The screen:', ...noted.words, 'The network:', ...lane.proxy.told].join('\n  '));
      throw error;
    }
  });
}

/** Fails before the test's own time is over, so that the story is told. */
function tooLong() {
  return new Promise((_, fail) => { setTimeout(() => fail(new Error('this walk takes too long')), 110_000).unref(); });
}

/** What may happen while somebody does something: mostly nothing. */
const BLOWS = [null, null, null, 'phone', 'tab', 'server'];

/** One walk with faults all along; then the network heals, and the server must have what the screen said. */
async function run({ seed, number }, lane, noted, story) {
  const [chance, network] = [new Random(seed, number, 'leader'), new Random(seed, number, 'network')];
  await lane.ready();
  const before = await lane.ask('/api/v1/briefing');
  const task = chance.one(before.tasks).id;
  const walker = new Walker(lane.handset, chance, noted);
  const share = chance.one([0.2, 0.5, 0.8, 1]);
  lane.proxy.clear();
  lane.proxy.trouble(request => fate(request, network, share));
  await walker.open(task);
  let enough = chance.whole(3, 10);
  for (let place = await walker.place(); place !== 'receipt'; place = await walker.place()) {
    story.push(`on the ${place}`);
    const blow = enough-- > 0 ? chance.one(BLOWS) : null;
    await strike(blow, chance.whole(0, 300), () => walker.act(place), lane, story);
    if (blow === 'phone' || blow === 'tab') {
      await lane.handset.pickUp();
      await walker.open(task);
    }
    if (enough < 0) walker.tired = true;
  }
  await lane.proxy.heal();
  if (chance.chance(0.3)) await walker.open(task);
  await sentInTheEnd(lane.handset.page);
  const facts = await inTheEnd(lane, noted);
  const gone = facts.filter(({ kind }) => kind === 'friction_withdrawn').map(({ data }) => data.friction);
  const photos = facts.filter(({ kind, data }) => kind === 'photo_added' && !gone.includes(data.friction));
  for (const { id } of photos) expect(await lane.looksAt(`/api/v1/photos/${id}`)).toBe('image/jpeg');
  const after = await lane.ask('/api/v1/briefing');
  expect(after.walks.filter(walk => !before.walks.includes(walk)), 'one new walk').toEqual([noted.walk]);
  expect(lane.handset.complaints, 'no page complains').toEqual([]);
}

/** Does `act` while, after `ms`, a blow falls. Cut off by the blow it may fail, and by nothing else. */
async function strike(blow, ms, act, lane, story) {
  if (!blow) return act();
  const { handset, demo } = lane;
  let fell = false;
  const falling = new Promise(done => setTimeout(done, ms)).then(async () => {
    fell = true;
    story.push(`${blow} killed after ${ms} ms`);
    if (blow === 'phone') await handset.kill();
    if (blow === 'tab') await handset.page.close();
    if (blow === 'server') await demo.kill().then(() => demo.startAgain());
  });
  const acting = act().then(() => null, error => error);
  await falling;
  // Some calls to a browser that was killed never answer: nothing more comes of them.
  const failed = await (blow === 'phone' ? Promise.race([acting, patience(5_000)]) : acting);
  if (failed && (blow === 'server' || !fell)) throw failed;
}

function patience(ms) {
  return new Promise(done => { setTimeout(done, ms, null); });
}

/** The owner looks at the phone now and then, until it says that all was sent. */
async function sentInTheEnd(page) {
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(page.locator('.banner.sent')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await new Receipt(page).saysAllSent();
}

/** What the server has of the walk, once it is what the screen said: what was taken back a moment ago goes last. */
async function inTheEnd(lane, noted) {
  let facts;
  await expect(async () => {
    ({ facts } = await lane.ask(`/api/v1/walks/${noted.walk}`));
    expect(noted.wrongWith(facts)).toEqual([]);
  }).toPass({ timeout: 15_000 });
  return facts;
}
