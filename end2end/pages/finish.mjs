import { Phone, expect } from './phone.mjs';

/** The two outcomes, the ease, what stays with you. */
export class Finish extends Phone {
  async shown() {
    await expect(this.question(this.words.gotIt)).toBeVisible();
    return this;
  }

  question(words) {
    return this.page.getByRole('group', { name: words }).or(this.page.getByRole('radiogroup', { name: words }));
  }

  async answer(question, answer) {
    await this.question(question).getByText(answer, { exact: true }).tap();
  }

  async write(label, text) {
    const field = this.page.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.blur();
  }

  /** Answers everything: the need was met, the service did what it should. `look(name)` is called at each page. */
  async complete(look = async () => {}) {
    await this.shown();
    await look('finish, 1 of 2');
    await this.answer(this.words.gotIt, this.words.yes);
    await this.answer(this.words.didWhatItShould, this.words.yes);
    await this.answer(this.words.ease, '6');
    await this.answer(this.words.satisfied, this.words.verySatisfied);
    await this.answer(this.words.withoutAdvantages, this.words.someWouldNot);
    await this.control(this.words.next).tap();
    await this.write(this.words.workedWell, 'The first page was short.');
    await this.write(this.words.leastSure, 'On the second page.');
    await this.write(this.words.oneThing, 'Read the letters we send.');
    await look('finish, 2 of 2');
    await this.control(this.words.finishWalkthrough).tap();
  }
}
