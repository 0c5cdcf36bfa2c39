import { expect } from '@playwright/test';
import { FrictionSheet } from '../pages/friction-sheet.mjs';
import { Noted as InPassing } from '../pages/noted.mjs';
import { EN } from '../words.mjs';

const MARKS = { [EN.good]: 'good', [EN.unsure]: 'unsure', [EN.markStuck]: 'stuck', [EN.question]: 'question' };

/** What is noted in passing on the step in view, and what is taken back: moments, what worked, friction. */
export class Passing {
  constructor(page, random, noted) {
    Object.assign(this, { page, random, noted, screen: new InPassing(page) });
  }

  /** Marks a moment, and sometimes undoes that. Does nothing once each mark was used. */
  async mark() {
    const marks = Object.entries(MARKS).filter(([, mark]) => !this.noted.has(`moment ${mark}`));
    if (marks.length === 0) return;
    const [name, mark] = this.random.one(marks);
    this.noted.tried(`moment ${mark}`);
    await this.screen.mark(name);
    this.noted.said(`moment ${mark}`);
    if (!this.random.chance(0.25)) return;
    this.noted.tried(`moment ${mark} taken back`);
    await this.screen.undo();
  }

  /** Says that something worked at step `number`, and sometimes what, or takes it back. */
  async worked(number) {
    const what = `worked at ${number}`;
    if (this.noted.has(what)) return;
    this.noted.tried(what);
    await this.screen.somethingWorked();
    this.noted.said(what);
    if (this.random.chance(0.2)) return this.takeBack(what, EN.takeThisAway, EN.workedRemoved);
    if (this.random.chance(0.5)) {
      const words = `It knew me, ${this.random.whole(1000, 9999)}`;
      this.noted.tried(`words of ${what}`, words);
      await this.screen.writeWhatItWas(words);
      await this.screen.save();
      this.noted.said(`words of ${what}`);
    } else {
      await this.page.keyboard.press('Escape');
      await expect(this.screen.sheet).toBeHidden();
    }
  }

  /** Takes back what the open sheet is about; the screen says so in passing. */
  async takeBack(what, button, words) {
    this.noted.tried(`${what} taken back`);
    await new FrictionSheet(this.page).choice(button).tap();
    await expect(this.page.locator('.toast')).toContainText(words);
    this.noted.said(`${what} taken back`);
  }
}
