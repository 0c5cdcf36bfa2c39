/** What was felt at a team's services, newest first. Found by address, so that it reads in any language. */
export class TeamInbox {
  constructor(page) {
    this.page = page;
    this.all = page.getByRole('main').locator('a[href*="/team/friction/"]');
  }

  async open() {
    await this.page.goto('/team');
    return this;
  }

  /** The friction points on which `text` stands. */
  holding(text) {
    return this.all.filter({ hasText: text });
  }

  /** Opens the newest, or the newest that holds `text`. */
  async openFriction(text = '') {
    await this.holding(text).first().click();
    return new TeamFriction(this.page);
  }
}

/** One friction point with the walk around it. */
export class TeamFriction {
  constructor(page) {
    this.page = page;
    this.replies = page.getByRole('list', { name: 'Replies' });
  }

  async markAsSeen() {
    await this.page.getByRole('button', { name: 'Mark as seen' }).click();
  }

  async reply(text) {
    await this.page.getByLabel('Reply to the leader').fill(text);
    await this.page.getByRole('button', { name: 'Send reply' }).click();
  }

  /** Opens the whole walk around it. */
  async openWalk() {
    await this.page.getByRole('main').locator('a[href*="/team/walk/"]').first().click();
  }
}
