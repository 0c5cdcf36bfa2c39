import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER } from './browser.mjs';
import { SignIn } from './pages/sign-in.mjs';

/** A phone of the usual size, held in the hand. */
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** The phones with these contexts are out of reach: the server is gone as well, so that nothing can get through by another way. */
export async function loseSignal(demo, ...contexts) {
  await demo.kill();
  for (const context of contexts) await context.setOffline(true);
}

/** The server is back, and the phones with these contexts reach it. */
export async function findSignal(demo, ...contexts) {
  if (!demo.running) await demo.startAgain();
  for (const context of contexts) await context.setOffline(false);
}

const PARENT = new URL('../target/end2end/pockets', import.meta.url).pathname;

/** A leader's own phone: a browser with its memory on disk, which can be shut down and started again. */
export class Pocket {
  /** One that has never been used. `options` are Playwright's for a context; `onPage` is told of every page. */
  static async fresh(demo, options = {}, onPage = () => {}) {
    const pocket = new Pocket();
    pocket.outOfReach = false;
    await mkdir(PARENT, { recursive: true });
    pocket.profile = await mkdtemp(join(PARENT, 'phone-'));
    pocket.options = { ...BROWSER, ...PHONE, baseURL: demo.url, locale: 'en-GB', ...options };
    pocket.onPage = onPage;
    await pocket.start();
    return pocket;
  }

  async start() {
    this.context = await chromium.launchPersistentContext(this.profile, this.options);
    this.context.on('page', this.onPage);
  }

  async signIn(person) {
    const page = await this.page();
    await new SignIn(page).with(person.sign_in);
    await page.close();
  }

  page() {
    return this.context.newPage();
  }

  async loseSignal(demo) {
    this.outOfReach = true;
    await loseSignal(demo, this.context);
  }

  async findSignal(demo) {
    await findSignal(demo, this.context);
    this.outOfReach = false;
  }

  /** Ends the browser and all its pages; what is on disk stays. */
  shutDown() {
    return this.context.close();
  }

  async throwAway() {
    await this.shutDown();
    await rm(this.profile, { recursive: true, force: true });
  }
}
