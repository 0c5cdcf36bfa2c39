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

  /** Answers the reply, or answers it anew. */
  async answer(text) {
    await this.button(this.words.answerThem).or(this.button(this.words.changeAnswer)).tap();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByRole('textbox').fill(text);
    await sheet.getByRole('button', { name: this.words.save, exact: true }).tap();
    await expect(sheet).toBeHidden();
  }

  async says(state) {
    await expect(this.page.getByText(state, { exact: false }).first()).toBeVisible();
  }
}
