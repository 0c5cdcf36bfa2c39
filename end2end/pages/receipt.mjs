import { Phone, expect } from './phone.mjs';

/** The walk at a glance, and where it is: on this phone, on its way, sent. */
export class Receipt extends Phone {
  async shown() {
    await expect(this.heading).toHaveText(this.words.receipt);
    return this;
  }

  /** The strip at the top says that all of the walk was sent. */
  async saysAllSent() {
    await expect(this.page.locator('.banner.sent')).toContainText(this.words.sent);
    await expect(this.page.getByText(this.words.savedOnThisPhone)).toHaveCount(0);
  }

  async says(state) {
    await expect(this.page.getByText(state, { exact: false }).first()).toBeVisible();
  }
}
