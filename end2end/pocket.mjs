import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER } from './browser.mjs';
import { SignIn } from './pages/sign-in.mjs';

/** A phone of the usual size, held in the hand. */
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

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

  /** Out of reach: the server is gone as well, so that nothing can get through by another way. */
  async loseSignal(demo) {
    this.outOfReach = true;
    await demo.kill();
    await this.context.setOffline(true);
  }

  async findSignal(demo) {
    await demo.startAgain();
    await this.context.setOffline(false);
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
