// The pictures of the README, from the demonstration into docs/pictures.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { chromium, expect } from '@playwright/test';
import { BROWSER } from './browser.mjs';
import { Demo } from './demo.mjs';
import { PHONE } from './pocket.mjs';
import { SignIn } from './pages/sign-in.mjs';
import { Today } from './pages/today.mjs';
import { FrictionSheet } from './pages/friction-sheet.mjs';
import { TeamInbox, TeamThread } from './pages/team.mjs';
import { BoardMonth } from './pages/board.mjs';
import { EN } from './words.mjs';

const PICTURES = new URL('../docs/pictures/', import.meta.url).pathname;
const data = await mkdtemp(join(tmpdir(), 'pictures-'));
const demo = await Demo.start(data);
const browser = await chromium.launch(BROWSER);
try {
  await take('phone', 'leader', PHONE, aStep);
  await take('team', 'service_team', { viewport: { width: 1280, height: 800 } }, theInbox);
  await take('board', 'board', { viewport: { width: 1280, height: 900 } }, aMonth);
} finally {
  await browser.close();
  await demo.stop();
  await rm(data, { recursive: true, force: true });
}

/** One picture: what `show` leads to, as the first of those who hold `role` sees it. */
async function take(name, role, options, show) {
  const context = await browser.newContext({ ...options, baseURL: demo.url, locale: 'en-GB' });
  const page = await context.newPage();
  await new SignIn(page).with(demo.people(role)[0].sign_in);
  await show(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
  await context.close();
}

async function aStep(page) {
  const step = await new Today(page).startTask('ramp');
  await step.friction();
  const sheet = await new FrictionSheet(page).shown();
  await sheet.pick(EN.find);
  await sheet.pick(EN.slowedMe);
  await sheet.save();
  await step.saidSaved();
  await step.walkTo(2);
  await page.mouse.move(1, 1);
}

/** Beside the inbox, the newest time of what stopped people at the ramp. */
async function theInbox(page) {
  await (await new TeamInbox(page).open('task=ramp&severity=stopped')).openThread();
  const friction = await new TeamThread(page).openTime('');
  const { pathname } = new URL(page.url());
  // With the whole list, not as it was narrowed down.
  await page.goto(pathname);
  await expect(friction.said).toBeVisible();
}

function aMonth(page) {
  const now = new Date();
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  return new BoardMonth(page).open(last.toISOString().slice(0, 7));
}
