import { Phone } from './phone.mjs';

/** The two outcomes, the ease, what stays with you. */
export class Finish extends Phone {
  /** Answers the question whose words match `question` with the choice named `answer`. */
  async answer(question, answer) {
    const group = this.page.getByRole('group', { name: question }).or(this.page.getByRole('radiogroup', { name: question }));
    await group.getByRole('radio', { name: answer }).or(group.getByRole('button', { name: answer })).first().tap();
  }

  async write(label, text) {
    const field = this.page.getByLabel(label);
    await field.fill(text);
    await field.blur();
  }

  async finish() {
    await this.button(this.words.finishWalkthrough).tap();
  }
}
