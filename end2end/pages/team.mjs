import { expect } from '@playwright/test';

/** What was felt at a team's services, as threads. Found by address, so that it reads in any language. */
export class TeamInbox {
  constructor(page) {
    this.page = page;
    this.all = page.getByRole('main').locator('a[href*="/team/thread/"]');
    this.news = page.locator('#news a');
  }

  /** Opens it; narrowed down as the address says it: `state=calls`. */
  async open(narrowed = '') {
    await this.page.goto(narrowed ? `/team?${narrowed}` : '/team');
    return this;
  }

  /** The threads on which all these texts stand. */
  holding(...texts) {
    return texts.reduce((found, text) => found.filter({ hasText: text }), this.all);
  }

  /** Opens the first thread, or the first that holds all these texts. */
  async openThread(...texts) {
    await this.holding(...texts).first().click();
    await expect(this.page).toHaveURL(/\/team\/thread\//);
    return new TeamThread(this.page);
  }

  /** A kind of friction that nobody has felt in this task yet, as it is called on the phone. */
  async kindNotFelt(task) {
    await this.open();
    const kinds = this.page.locator('select[name=category] option:not([value=""], [value=other])');
    const codes = await kinds.evaluateAll(all => all.map(it => [it.value, it.textContent.trim()]));
    for (const [code, name] of codes) {
      await this.open(`task=${task}&category=${code}`);
      if ((await this.all.count()) === 0) return name;
    }
    throw new Error(`everything was felt in ${task}`);
  }

  /** Opens the newest friction point of the first thread, or of the first that holds `text`. */
  async openFriction(text = '') {
    const thread = await this.openThread(text);
    return thread.openTime(text);
  }
}

/** One friction point with the walk around it. */
export class TeamFriction {
  constructor(page) {
    this.page = page;
    this.said = page.locator('.said');
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
    await expect(this.page).toHaveURL(/\/team\/thread\//);
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
    this.felt = page.locator('.about').first();
    this.state = page.locator('#state > p > .badge');
    this.history = page.locator('#history');
    this.parts = page.locator('#parts');
  }

  /** Opens every fold of the page. */
  async unfold() {
    await this.page.locator('main details').evaluateAll(all => all.forEach(it => (it.open = true)));
  }

  /** Opens one of the times it was felt: that on which `text` stands. */
  async openTime(text) {
    await this.page.locator('#times a[href*="/team/friction/"]').filter({ hasText: text }).first().click();
    await expect(this.page).toHaveURL(/\/team\/friction\//);
    return new TeamFriction(this.page);
  }

  /** Says how it stands: `what` is planned, changed, rewalk_asked or another, with a day and words where they are needed. */
  async decide(what, { day, why } = {}) {
    await this.page.locator('.decide > summary').click();
    const form = this.page.locator('form[action*="/decide"]');
    await form.locator(`input[name=decision][value=${what}]`).check();
    if (day) await form.locator('input[name=day]').fill(day);
    if (why) await form.locator('textarea[name=why]').fill(why);
    await form.locator('button.primary').click();
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

  /** Puts the likeliest other thread together with this one, or the likeliest that holds `text`. */
  async join(text = '') {
    await this.openSame();
    const other = this.page.locator('.pair').filter({ hasText: text }).first();
    await other.locator('form[action*="/merge"] button').click();
  }

  async takeApart() {
    await this.page.getByRole('button', { name: /^Take it apart again/ }).first().click();
  }

  /** From one time it was felt to all of them. */
  static async of(page) {
    return new TeamFriction(page).openThread();
  }

  /** Says that it was changed, and asks for it to be walked again. */
  async askAgain(why) {
    await this.decide('rewalk_asked', { why });
  }
}
