import { Phone, expect } from './phone.mjs';

/** The walks so far and the replies they got. */
export class History extends Phone {
  async open() {
    await this.page.goto('/walk/history');
    return this;
  }

  async shows(text) {
    await expect(this.page.getByText(text)).toBeVisible();
  }
}
