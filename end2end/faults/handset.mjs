import { mkdtemp, mkdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import { BROWSER } from '../browser.mjs';
import { PHONE } from '../pocket.mjs';
import { speckled } from '../pictures.mjs';
import { SignIn } from '../pages/sign-in.mjs';
import { Today } from '../pages/today.mjs';

const PARENT = new URL('../../target/end2end/handsets', import.meta.url).pathname;

/** A phone whose browser can be killed: what it had on disk stays, what it had in mind is gone. */
export class Handset {
  /** What pages complained of: exceptions that nobody caught. */
  complaints = [];

  /** A new one that reaches the server at `url`. */
  static async fresh(url) {
    const handset = new Handset();
    await mkdir(PARENT, { recursive: true });
    handset.profile = await mkdtemp(join(PARENT, 'handset-'));
    handset.url = url;
    await handset.start();
    return handset;
  }

  async start() {
    const options = { ...BROWSER, ...PHONE, baseURL: this.url, locale: 'en-GB', reducedMotion: 'reduce' };
    this.context = await chromium.launchPersistentContext(this.profile, options);
    this.alive = true;
    this.context.on('close', () => { this.alive = false; });
    this.context.on('page', page => page.on('pageerror', error => this.complaints.push(`${page.url()}: ${error}`)));
    await this.newTab();
  }

  async newTab() {
    this.page = await this.context.newPage();
    // A tab that went a moment ago may have put another in front, and nothing moves in a tab that is not in view.
    await expect(async () => {
      await this.page.bringToFront();
      expect(await this.page.evaluate(() => document.visibilityState)).toBe('visible');
    }).toPass();
  }

  /** Whatever was killed is started again. */
  pickUp() {
    return this.alive ? this.newTab() : this.start();
  }

  /** Signs `person` in and starts the app once, so that it is on this phone from then on, in the browser's files too. */
  async belongTo(person) {
    await new SignIn(this.page).with(here(person.sign_in, this.url));
    await (await new Today(this.page).open()).readyForNoSignal();
    await this.shutDown();
    await this.start();
  }

  /** A picture that takes three requests to send. */
  async picture() {
    return (this.speckled ??= await speckled(this.page, 700, 500));
  }

  /** The session, as the browser sends it. */
  async cookie() {
    return (await this.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** Ends the browser and all that belongs to it at once, as a phone does that needs the memory. */
  async kill() {
    if (!this.alive) return;
    const gone = new Promise(done => this.context.once('close', done));
    const lock = await readlink(join(this.profile, 'SingletonLock'));
    process.kill(-Number(lock.split('-').at(-1)), 'SIGKILL');
    await gone;
  }

  shutDown() {
    return this.context.close();
  }

  async throwAway() {
    await this.shutDown();
    await rm(this.profile, { recursive: true, force: true });
  }
}

/** The same address on another host. */
function here(address, url) {
  return new URL(new URL(address).pathname, url).href;
}
