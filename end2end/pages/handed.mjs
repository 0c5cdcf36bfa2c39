import { expect } from '@playwright/test';
import { Export } from './export.mjs';

/** What others offered to a team, and what of its own waits at a boundary. */
export class Handed {
  constructor(page) {
    this.page = page;
    this.boundaries = page.locator('#boundaries');
    this.toUs = page.locator('#to-us a[href^="/team/handed/"]');
  }

  async open() {
    await this.page.goto('/team/handed');
    return this;
  }

  /** The line of the thread with this id, where it waits. */
  waiting(thread) {
    return this.boundaries.locator(`a[href="/team/thread/${thread}/share"]`);
  }

  /** Opens the first of the team's own that waits, to hand it on. */
  async handOnFirst() {
    await this.open();
    await this.boundaries.getByRole('link').first().click();
    return new HandOn(this.page).shown();
  }

  /** Where everything is that was offered to the team. */
  async offers() {
    await this.open();
    return this.toUs.evaluateAll(all => all.map(it => it.getAttribute('href')));
  }

  /** Opens the one offer in which `text` stands. */
  async openOffer(text) {
    for (const address of await this.offers()) {
      await this.page.goto(address);
      if (await this.page.getByText(text).first().isVisible()) return new Offered(this.page);
    }
    throw new Error(`nothing that was offered says "${text}"`);
  }

  /**
   * Where any of these marks stands, of all that this team may read: its pages, what it finds by `word`, the copies it
   * takes away, and `more` addresses.
   */
  async traces(marks, word, more = []) {
    const traces = [];
    const look = (where, text) => { if (marks.some(mark => text.includes(mark))) traces.push(where); };
    const found = `/team?q=${encodeURIComponent(word)}`;
    for (const address of ['/team', '/team?sort=newest', found, '/team/journey', '/team/handed', ...more]) {
      const answer = await this.page.request.get(address);
      if (answer.ok()) look(address, await answer.text());
    }
    for (const what of ['threads', 'friction']) {
      const copy = await (await new Export(this.page).open()).take(what, 'json');
      look(copy.name, copy.bytes.toString('utf8'));
    }
    return traces;
  }
}

/** The page on which a team hands a thread of its own on. */
export class HandOn {
  constructor(page) {
    this.page = page;
    this.offered = page.locator('#offered');
    this.packets = page.locator('#packets');
  }

  async open(thread) {
    await this.page.goto(`/team/thread/${thread}/share`);
    return this.shown();
  }

  async shown() {
    await expect(this.page.locator('#packet')).toBeVisible();
    return this;
  }

  /** Offers it to the first service of this organisation that takes offers; words that hold `words` go along. */
  async offer(organisation, message, words = null) {
    const form = this.page.locator('#offer form');
    await form.locator('label:has(input[name=to])').filter({ hasText: organisation }).first().locator('input').check();
    await form.locator('textarea[name=message]').fill(message);
    const boxes = form.locator('label:has(input[name=words])').filter({ hasText: words ?? '' });
    for (const box of words == null ? [] : await boxes.all()) await box.locator('input').check();
    await form.locator('button[type=submit]').click();
    await expect(this.offered).toContainText(message);
  }

  /** What became of the offer with this message. */
  whatBecameOf(message) {
    return this.offered.locator('.deeds > li').filter({ hasText: message });
  }

  /** Takes that offer back. */
  async takeBack(message) {
    await this.whatBecameOf(message).locator('form[action*="/take-back"] button').click();
    await expect(this.whatBecameOf(message).locator('form')).toHaveCount(0);
  }
}

/** One offer, as the team reads it that it was made to. */
export class Offered {
  constructor(page) {
    this.page = page;
    this.answers = page.locator('#answers');
  }

  /** Answers it: `what` is accepted, done or not_ours. */
  async answer(what, text) {
    const form = this.page.locator('form[action*="/answer"]');
    await form.locator(`input[name=answer][value=${what}]`).check();
    await form.locator('textarea[name=text]').fill(text);
    await form.locator('button[type=submit]').click();
    await expect(this.answers).toContainText(text);
  }
}
