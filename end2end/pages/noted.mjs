import { Phone, expect } from './phone.mjs';

/** What is noted in passing on a step: moments with one tap, and what worked. */
export class Noted extends Phone {
  constructor(page, words) {
    super(page, words);
    this.markers = page.getByRole('group', { name: /tell about it later|soniwch amdani/ });
    this.sheet = page.getByRole('dialog');
    this.moments = this.row(this.words.oneMoment);
    this.worked = this.row(this.words.oneWorked);
    this.undoButton = this.button(this.words.undo);
  }

  /** A row of the page whose name begins with `text`. */
  row(text) {
    return this.page.getByRole('main').getByRole('button', { name: text });
  }

  async mark(name) {
    await this.markers.getByRole('button', { name, exact: true }).tap();
    await expect(this.page.getByText(this.words.marked)).toBeVisible();
  }

  async undo() {
    await this.undoButton.tap();
    await expect(this.undoButton).toBeHidden();
  }

  /** Opens the list of moments, and the first of them. */
  async tellTheFirst() {
    await this.moments.tap();
    await this.sheet.getByRole('listitem').first().getByRole('button').first().tap();
  }

  /** One tap: what worked is noted, and its sheet is open. */
  async somethingWorked() {
    await this.button(this.words.somethingWorked).tap();
    await this.saysWhere();
  }

  /** The sheet says where what it holds is: on this phone, on its way, sent. */
  async saysWhere() {
    const { savedOnThisPhone, sending, sent } = this.words;
    await expect(this.sheet.locator('footer').getByRole('status')).toHaveText(new RegExp(`^\\s*(${savedOnThisPhone}|${sending}|${sent})`));
  }

  async writeWhatItWas(text) {
    await this.sheet.getByRole('textbox', { name: this.words.whatWasIt }).fill(text);
  }

  async save() {
    await this.sheet.getByRole('button', { name: this.words.save, exact: true }).tap();
    await expect(this.sheet).toBeHidden();
  }
}
