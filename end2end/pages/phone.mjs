import { expect } from '@playwright/test';
import { EN } from '../words.mjs';

/** What every page of the leader's app has in common. */
export class Phone {
  constructor(page, words = EN) {
    this.page = page;
    this.words = words;
    this.heading = page.getByRole('heading', { level: 1 });
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name) {
    return this.page.getByRole('link', { name, exact: true });
  }

  /** A control by its name, whether it leads somewhere (link) or does something (button). */
  control(name) {
    return this.button(name).or(this.link(name));
  }

  /** Waits until this phone could start the app with no network at all. */
  async readyForNoSignal() {
    await this.page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.ready;
      return registration.active?.state === 'activated';
    });
  }
}

/** The address of the walk, with the step, the sheet or whatever is open in it. */
export function place(page) {
  return new URL(page.url()).pathname;
}

export { expect };
