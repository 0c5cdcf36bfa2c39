import { Phone, expect } from './phone.mjs';

/** The walks so far and the replies they got. */
export class History extends Phone {
  async open() {
    await this.page.goto('/walk/history');
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    return this;
  }

  async shows(text) {
    await expect(this.page.getByText(text)).toBeVisible();
  }
}
