import { Phone, expect } from './phone.mjs';

/** The two outcomes, the ease, what stays with you. */
export class Finish extends Phone {
  constructor(page, words) {
    super(page, words);
    // Its words are the situation's own: "Did you get what your mother needs?"
    this.question = page.getByRole('group').filter({ has: page.getByRole('heading', { level: 1 }) });
  }

  async shown() {
    await expect(this.question).toBeVisible();
    return this;
  }

  choice(question, answer) {
    return question.getByRole('radio', { name: answer, exact: true });
  }

  /** Answers the question named `question`. */
  async answer(question, answer) {
    await this.choice(this.page.getByRole('group', { name: question }), answer).tap();
  }

  async write(label, text) {
    const field = this.page.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.blur();
  }

  /** At the end of a re-walk: says whether the change held, and answers everything else. */
  async completeAgain(held) {
    await this.answer(this.words.didItHold, held);
    await this.complete();
  }

  /** Answers everything: the need was met, the service did what it should. `look(name)` is called at each page. */
  async complete(look = async () => {}) {
    await this.shown();
    await look('finish, 1 of 2');
    await this.choice(this.question, this.words.yes).tap();
    await this.answer(this.words.didWhatItShould, this.words.yes);
    await this.answer(this.words.ease, '6');
    await this.answer(this.words.withoutAdvantages, this.words.someWouldNot);
    await this.answer(this.words.satisfied, this.words.verySatisfied);
    await this.control(this.words.next).tap();
    await this.write(this.words.workedWell, 'The first page was short.');
    await this.write(this.words.leastSure, 'On the second page.');
    await this.write(this.words.oneThing, 'Read the letters we send.');
    await look('finish, 2 of 2');
    await this.control(this.words.finishWalkthrough).tap();
  }
}
