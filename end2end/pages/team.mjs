import { expect } from '@playwright/test';

/** What was felt at a team's services, as threads. Found by address, so that it reads in any language. */
export class TeamInbox {
  constructor(page) {
    this.page = page;
    this.all = page.getByRole('main').locator('a[href*="/team/thread/"]');
  }

  async open() {
    await this.page.goto('/team');
    return this;
  }

  /** The threads on which `text` stands. */
  holding(text) {
    return this.all.filter({ hasText: text });
  }

  /** Opens the first thread, or the first that holds `text`. */
  async openThread(text = '') {
    await this.holding(text).first().click();
  }

  /** Opens the newest friction point of the first thread, or of the first that holds `text`. */
  async openFriction(text = '') {
    await this.openThread(text);
    await this.page.locator('#times a[href*="/team/friction/"]').filter({ hasText: text }).first().click();
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

  /** Opens the thread it is in. */
  async openThread() {
    await this.page.locator('article a[href*="/team/thread/"]').first().click();
    return new TeamThread(this.page);
  }

  /** Opens the whole walk around it. */
  async openWalk() {
    await this.page.getByRole('main').locator('a[href*="/team/walk/"]').first().click();
  }
}

/** The same friction felt again: what the team says of it and does about it. */
export class TeamThread {
  constructor(page) {
    this.page = page;
    this.state = page.locator('#state');
    this.history = page.locator('#history');
    this.parts = page.locator('#parts');
  }

  /** Opens every fold of the page. */
  async unfold() {
    await this.page.locator('main details').evaluateAll(all => all.forEach(it => (it.open = true)));
  }

  /** Says how it stands: `what` as it is offered, with a day and words where they are needed. */
  async decide(what, { day, why } = {}) {
    await this.page.getByText('Say how it stands').click();
    await this.page.getByRole('radio', { name: what, exact: true }).check();
    if (day) await this.page.getByLabel('By when, or not before').fill(day);
    if (why) await this.page.getByLabel('Why, in your own words').fill(why);
    await this.page.locator('form[action*="/decide"]').getByRole('button', { name: 'Save' }).click();
  }

  async note(text) {
    await this.page.getByText('Write a note').click();
    await this.page.getByLabel('A note for your team').fill(text);
    await this.page.getByRole('button', { name: 'Keep the note' }).click();
  }

  async putView(text) {
    await this.page.getByText('Put your view').click();
    await this.page.getByLabel("Your team's view").fill(text);
    await this.page.getByRole('button', { name: 'Put it beside' }).click();
  }

  async openSame() {
    await this.page.locator('a[href$="/same"]').click();
  }

  /** Puts the likeliest other thread together with this one. */
  async joinFirst() {
    await this.openSame();
    await this.page.getByRole('button', { name: 'They are the same: put them together' }).first().click();
  }

  async takeApart() {
    await this.page.getByRole('button', { name: /^Take it apart again/ }).first().click();
  }

  /** From one time it was felt to all of them. */
  static async of(page) {
    await page.locator('a[href*="/team/thread/"]').first().click();
    await expect(page).toHaveURL(/\/team\/thread\//);
    return new TeamThread(page);
  }

  /** Says that it was changed, and asks for it to be walked again. */
  async askAgain(why) {
    await this.decide('Changed, and please walk it again', { why });
  }
}
