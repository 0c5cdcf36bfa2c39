/** One's own pages, without a line of script on them. */
export class Mine {
  constructor(page) {
    this.page = page;
  }

  /** Opens what is one's own. */
  async shares() {
    await this.page.goto('/me');
    await this.page.getByRole('link', { name: 'What is yours alone' }).click();
  }

  /** The newest item, with what it says. */
  get item() {
    return this.page.getByRole('main').getByRole('listitem').filter({ has: this.page.getByRole('blockquote') }).first();
  }

  words() {
    return this.item.getByRole('blockquote').innerText();
  }

  /** Chooses one reader and stops before sharing. */
  async lookAsSeenBy(name) {
    await this.item.getByRole('link', { name: /^Share with somebody/ }).click();
    await this.page.getByLabel(name).check();
    await this.page.getByRole('button', { name: 'See it as they will' }).click();
  }

  share() {
    return this.page.getByRole('button', { name: 'Share it' }).click();
  }

  takeBack(name) {
    return this.page.getByRole('button', { name: `Take back from ${name}` }).click();
  }
}
