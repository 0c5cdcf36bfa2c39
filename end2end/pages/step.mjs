import { Phone, expect } from './phone.mjs';
import { Finish } from './finish.mjs';

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

  /** Opens the service in a tab of its own, spends `ms` there, closes it and comes back. */
  async visitTheService(ms) {
    const opened = this.page.context().waitForEvent('page');
    await this.control(this.words.openTheService).tap();
    await (await opened).close();
    await this.page.evaluate(comeBack, ms);
  }

  async friction() {
    await this.button(this.words.friction).tap();
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

  /** Says *Done* at this step and at all that follow, until the questions at the end. */
  async walkToTheEnd() {
    const finish = new Finish(this.page, this.words);
    for (;;) {
      const step = await this.title();
      await this.done();
      await expect(this.heading).not.toHaveText(step);
      await expect(finish.question.or(this.button(this.words.done))).toBeVisible();
      if (await finish.question.isVisible()) return;
    }
  }
}

// Runs in the page. A browser under test has all its tabs in view, and nobody waits: the clock is moved on instead.
function comeBack(ms) {
  const now = Date.now.bind(Date);
  Date.now = () => now() + ms;
  document.dispatchEvent(new Event('visibilitychange'));
}
