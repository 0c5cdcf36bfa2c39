import { Today } from './pages/today.mjs';
import { Brief } from './pages/brief.mjs';
import { Step } from './pages/step.mjs';
import { Back } from './pages/back.mjs';
import { FrictionSheet } from './pages/friction-sheet.mjs';
import { Finish } from './pages/finish.mjs';
import { Receipt } from './pages/receipt.mjs';
import { History } from './pages/history.mjs';
import { TeamInbox } from './pages/team.mjs';
import { PlainWalk, PHOTO } from './pages/plain.mjs';
import { Journey } from './pages/journey.mjs';
import { BoardMonth, lastMonth } from './pages/board.mjs';

/** Walks a whole task on the phone and calls `look(name)` at every page on the way. */
export async function leaderTour(page, words, look) {
  const today = await new Today(page, words).open();
  await look('today');
  await today.readTheBrief();
  const brief = new Brief(page, words);
  await brief.shown();
  await look('brief');
  await brief.start();
  const step = await new Step(page, words).shown();
  await look('step');
  await step.friction();
  const sheet = await new FrictionSheet(page, words).shown();
  await look('friction sheet, empty');
  await sheet.pick(words.asked);
  await look('friction sheet, one tap');
  await sheet.save();
  await step.saidSaved();
  await look('step with friction');
  await step.visitTheService(200_000);
  const back = await new Back(page, words).shown();
  await look('coming back');
  await back.didIt();
  await step.walkToTheEnd();
  const finish = new Finish(page, words);
  await finish.complete(look);
  await new Receipt(page, words).shown();
  await look('receipt');
  await new History(page, words).open();
  await look('history');
}

/** Walks a whole task on the plain pages and calls `look(name)` at every page on the way. */
export async function plainTour(page, words, look) {
  const plain = new PlainWalk(page, words);
  await plain.open();
  await look('plain list');
  await plain.readABrief();
  await look('plain brief');
  await plain.start();
  await look('plain step');
  await plain.visitTheService();
  await plain.beginFriction();
  await look('plain friction, empty');
  await plain.save();
  await look('plain friction, not taken');
  await plain.fillFriction({ note: 'It asked for my address three times.', photo: PHOTO });
  await plain.save();
  await look('plain step with friction');
  await page.locator('a[href*="/friction/"]').first().click();
  await look('plain friction with a photo');
  await page.goBack();
  await page.locator('a[href$="/worked"]').click();
  await look('plain bright spot');
  await page.locator('textarea[name=note]').fill('The words were plain.');
  await plain.save();
  await page.locator('summary').click();
  await look('plain step, situation open');
  await plain.go(words.stuck);
  await look('plain finish 1');
  await plain.answer('no');
  await look('plain finish 2');
  await page.locator('textarea[name=alone]').fill('At the second page.');
  await plain.go(words.finishWalkthrough);
  await look('plain finish 2, not taken');
  await page.locator('label:has(input[name=keep])').click();
  await page.locator('label:has(input[name=by][value=other])').click();
  await page.locator('textarea[name=commit]').fill('Ring the team.');
  await plain.finish();
  await look('plain receipt');
  await plain.open();
  await look('plain list, walked');
}

/** The server's own pages, `look(name, page)` at each. `open(person)` gives a page of that person's. */
export async function paperTour(demo, open, look) {
  const team = await open(demo.people('service_team')[0]);
  const inbox = await new TeamInbox(team).open();
  await look('team inbox', team);
  const friction = await inbox.openFriction();
  await look('team friction', team);
  const thread = await friction.openThread();
  await thread.unfold();
  await look('team thread', team);
  await thread.openSame();
  await look('team threads that may be the same', team);
  await inbox.open();
  await inbox.openFriction();
  await friction.openWalk();
  await look('team walk', team);
  await new Journey(team).openBusiest();
  await look('team journey', team);

  const board = await open(demo.people('board')[0]);
  const month = await new BoardMonth(board).open(lastMonth());
  await look('board month', board);
  await month.openEvidence();
  await look('board evidence', board);

  const office = await open(demo.people('administrator')[0]);
  for (const path of ['/', '/office', '/office/services/new', '/office/audit']) {
    await office.goto(path);
    await look(path, office);
  }
  await office.goto('/office');
  await office.getByRole('main').locator('a[href^="/office/services/"]:not([href$="/new"])').first().click();
  await look('a service at the office', office);
}
