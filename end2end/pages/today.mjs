import { Phone, expect } from './phone.mjs';
import { Brief } from './brief.mjs';
import { Step } from './step.mjs';

/** What is next, what is due, what is not sent yet. */
export class Today extends Phone {
  async open() {
    await this.page.goto('/walk');
    await expect(this.control(this.words.readTheBrief).first()).toBeVisible();
    return this;
  }

  /** Opens the brief of the walkthrough suggested next. */
  async readTheBrief() {
    await this.control(this.words.readTheBrief).first().tap();
  }

  /** Where the team asks for something to be walked again. */
  get askedAgain() {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: this.words.askedAgain }) });
  }

  /** Asks for something to be walked again, and says `words` of it, as soon as the phone has heard of it. */
  async asksAgain(words) {
    await expect(async () => {
      await this.open();
      await expect(this.askedAgain).toContainText(words, { timeout: 2000 });
    }).toPass();
  }

  /** Asks for nothing to be walked again, as soon as the phone has heard that it was. */
  async asksNothing() {
    await expect(async () => {
      await this.open();
      await expect(this.askedAgain).toHaveCount(0, { timeout: 2000 });
    }).toPass();
  }

  /** From here to the step that is to be walked again. */
  async walkAgain() {
    await this.askedAgain.getByRole('link').tap();
    await new Brief(this.page, this.words).start();
    return new Step(this.page, this.words).shown();
  }

  /** From here to the first step of the walkthrough suggested next. */
  async startWalk() {
    await this.open();
    await this.readTheBrief();
    await new Brief(this.page, this.words).start();
    return new Step(this.page, this.words).shown();
  }

  /** From here to the first step of the task with this id, chosen from all there are. */
  async startTask(task) {
    await this.open();
    await this.page.locator('a[href="/walk/tasks"]').first().tap();
    await this.page.locator(`a[href^="/walk/brief/${task}"]`).tap();
    await new Brief(this.page, this.words).start();
    return new Step(this.page, this.words).shown();
  }
}
