import { Phone, expect } from './phone.mjs';
import { Finish } from './finish.mjs';
import { FrictionSheet } from './friction-sheet.mjs';

/** One step of the walk, the service a tap away. */
export class Step extends Phone {
  async shown() {
    await expect(this.button(this.words.done)).toBeVisible();
    return this;
  }

  /** What the step is called. */
  title() {
    return this.heading.innerText();
  }

  /** Which step it is, counted from 1. */
  async number() {
    return Number((await this.page.locator('.eyebrow').innerText()).match(/\d+/)[0]);
  }

  /** Opens the service in a tab of its own, spends `ms` there, more than a moment, closes it and comes back. */
  async visitTheService(ms) {
    const [opened] = await Promise.all([this.page.context().waitForEvent('page'), this.control(this.words.openTheService).tap()]);
    await opened.close();
    await this.page.evaluate(later, ms);
    // The leaving is being written down meanwhile; until it is, there is nothing to come back from.
    await expect(async () => {
      await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await expect(this.heading).toHaveText(this.words.howDidThatGo, { timeout: 500 });
    }).toPass();
  }

  async friction() {
    await this.button(this.words.friction).tap();
  }

  /** Puts down that `kind` got in the way here, and what it was like. */
  async feel(kind, note) {
    await this.friction();
    const sheet = await new FrictionSheet(this.page, this.words).shown();
    await sheet.pick(kind);
    await sheet.write(note);
    await sheet.save();
  }

  /** The button has said "Saved" for its moment, and is itself again. */
  async saidSaved() {
    await expect(this.button(this.words.friction)).toHaveText(this.words.friction);
  }

  async done() {
    await this.button(this.words.done).tap();
  }

  async stuck() {
    await this.button(this.words.stuck).tap();
  }

  /** Says *Done* at this step and those after it, until step `number`. */
  async walkTo(number) {
    while ((await this.number()) < number) await this.#next();
  }

  /** Says *Done* at this step and at all that follow, until the questions at the end. */
  async walkToTheEnd() {
    const finish = new Finish(this.page, this.words);
    for (;;) {
      await this.#next();
      await expect(finish.question.or(this.button(this.words.done))).toBeVisible();
      if (await finish.question.isVisible()) return;
    }
  }

  async #next() {
    const step = await this.title();
    await this.done();
    await expect(this.heading).not.toHaveText(step);
  }
}

// Runs in the page. A browser under test has all its tabs in view, and nobody waits: the clock is moved on instead.
function later(ms) {
  const now = Date.now.bind(Date);
  Date.now = () => now() + ms;
}
