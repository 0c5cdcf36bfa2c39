import { Phone, expect } from './phone.mjs';

/** The walk at a glance, and where it is: on this phone, on its way, sent. */
export class Receipt extends Phone {
  async shown() {
    await expect(this.heading).toHaveText(this.words.receipt);
    return this;
  }

  async says(state) {
    await expect(this.page.getByText(state, { exact: false }).first()).toBeVisible();
  }
}
