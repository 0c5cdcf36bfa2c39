import { expectAt } from '../at.mjs';
import { Phone, expect } from './phone.mjs';

/** You: who is signed in, what is on this phone, and the way out. */
export class Me extends Phone {
  constructor(page, words) {
    super(page, words);
    this.leaving = page.getByRole('dialog', { name: this.words.signOut });
  }

  async open() {
    await this.page.goto('/walk/me');
    await expect(this.button(this.words.signOut)).toBeVisible();
    return this;
  }

  /** Asks to sign out, which asks back where something waits or would be lost. */
  async askToLeave() {
    await this.button(this.words.signOut).tap();
    await expect(this.leaving).toBeVisible();
  }

  async stay() {
    await this.leaving.getByRole('button', { name: this.words.staySignedIn, exact: true }).tap();
    await expect(this.leaving).toBeHidden();
  }

  async leave() {
    await this.leaving.getByRole('button', { name: this.words.signOut, exact: true }).tap();
    await this.left();
  }

  /** The phone is as a new one. */
  async left() {
    await expect(this.link(this.words.signIn).last()).toBeVisible();
    await expectAt(this.page, '/walk');
  }
}
