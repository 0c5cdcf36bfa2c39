import { Phone, expect } from './phone.mjs';

/** One step of the walk, the service a tap away. */
export class Step extends Phone {
  async shown() {
    await expect(this.button(this.words.friction)).toBeVisible();
    return this;
  }

  /** Opens the service in its own tab, closes that, and comes back. */
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
}
