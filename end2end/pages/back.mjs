import { Phone, expect } from './phone.mjs';

/** Back from the service: how did that go? */
export class Back extends Phone {
  async shown() {
    await expect(this.heading).toHaveText(this.words.howDidThatGo);
    return this;
  }

  /** Says that the step was done; it is not said for good until the next step is asked for. */
  async chooseDone() {
    await this.page.getByRole('button', { name: this.words.didIt }).tap();
  }

  /** Says that the step was done, and goes on to the next. */
  async didIt() {
    await this.chooseDone();
    await this.button(this.words.nextStep).tap();
    await expect(this.heading).not.toHaveText(this.words.howDidThatGo);
  }
}
