/** What was felt at a team's services, newest first. */
export class TeamInbox {
  constructor(page) {
    this.page = page;
  }

  async open() {
    await this.page.goto('/team');
    return this;
  }

  /** The cards on which `text` stands. */
  cards(text) {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: text });
  }

  /** Opens the newest. */
  async openFirst() {
    await this.page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    return new TeamFriction(this.page);
  }

  async openFriction(text) {
    await this.cards(text).first().getByRole('link').first().click();
    return new TeamFriction(this.page);
  }
}

/** One friction point with the walk around it. */
export class TeamFriction {
  constructor(page) {
    this.page = page;
    this.replies = page.getByRole('main');
  }

  async markAsSeen() {
    await this.page.getByRole('button', { name: 'Mark as seen' }).click();
  }

  async reply(text) {
    await this.page.getByRole('textbox', { name: /reply/i }).fill(text);
    await this.page.getByRole('button', { name: /reply/i }).click();
  }
}
