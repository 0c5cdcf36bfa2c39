import { Phone, expect } from './phone.mjs';

/** What got in the way. The tap on a category is the save. */
export class FrictionSheet extends Phone {
  constructor(page, words) {
    super(page, words);
    this.sheet = page.getByRole('dialog');
    this.note = this.sheet.getByRole('textbox').first();
    this.saved = this.sheet.getByText(this.words.savedOnThisPhone).or(this.sheet.getByText(this.words.sent)).first();
  }

  /** Whether the keyboard is within the sheet. */
  holdsFocus() {
    return this.sheet.evaluate(sheet => sheet.contains(document.activeElement));
  }

  async shown() {
    await expect(this.sheet).toBeVisible();
    return this;
  }

  choice(name) {
    return this.sheet
      .getByRole('button', { name, exact: true })
      .or(this.sheet.getByRole('radio', { name, exact: true }))
      .or(this.sheet.getByRole('checkbox', { name, exact: true }));
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
