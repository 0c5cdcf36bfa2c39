import { Phone, expect } from './phone.mjs';
import { Finish } from './finish.mjs';

/** One step of the walk, the service a tap away. */
export class Step extends Phone {
  async shown() {
    await expect(this.button(this.words.friction)).toBeVisible();
    return this;
  }

  /** What the step is called. */
  title() {
    return this.heading.innerText();
  }

  /** Opens the service in a tab of its own, and closes that. */
  async visitTheService() {
    const opened = this.page.context().waitForEvent('page');
    await this.control(this.words.openTheService).tap();
    await (await opened).close();
  }

  async friction() {
    await this.button(this.words.friction).tap();
  }

  async done() {
    await this.button(this.words.done).tap();
  }

  async stuck() {
    await this.button(this.words.stuck).tap();
  }

  /** Says *Done* at this step and at all that follow, until the questions at the end. */
  async walkToTheEnd() {
    const end = new Finish(this.page, this.words).question(this.words.gotIt);
    for (;;) {
      const step = await this.title();
      await this.done();
      await expect(this.heading).not.toHaveText(step);
      await expect(end.or(this.button(this.words.done))).toBeVisible();
      if (await end.isVisible()) return;
    }
  }
}
