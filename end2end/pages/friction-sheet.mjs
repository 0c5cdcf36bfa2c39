import { Phone, expect } from './phone.mjs';

/** What got in the way. The tap on a category is the save. */
export class FrictionSheet extends Phone {
  constructor(page, words) {
    super(page, words);
    this.sheet = page.getByRole('dialog');
    this.note = this.sheet.getByRole('textbox');
    this.status = this.sheet.locator('footer').getByRole('status');
  }

  /** Whether the keyboard is within the sheet, and on nothing behind it. */
  holdsFocus() {
    return this.sheet.evaluate(sheet => sheet.contains(document.activeElement));
  }

  /** The category is durable: on this phone, on its way, or sent already. */
  async saysSaved() {
    const { savedOnThisPhone, sending, sent } = this.words;
    await expect(this.status).toHaveText(new RegExp(`^\\s*(${savedOnThisPhone}|${sending}|${sent})`));
  }

  async shown() {
    await expect(this.sheet).toBeVisible();
    return this;
  }

  choice(name) {
    return this.sheet.getByRole('button', { name, exact: true });
  }

  /** The category at place `at`, counted from 0. */
  kind(at) {
    return this.sheet.getByRole('group').first().getByRole('button').nth(at);
  }

  async pick(name) {
    await this.choice(name).tap();
  }

  async write(text) {
    await this.note.fill(text);
    await this.note.blur();
  }

  async save() {
    await this.sheet.getByRole('button', { name: this.words.save, exact: true }).tap();
    await expect(this.sheet).toBeHidden();
  }
}
