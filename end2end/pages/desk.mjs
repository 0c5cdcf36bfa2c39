import { expect } from '@playwright/test';
import { Confirm } from './confirm.mjs';

/** The secretary's desk: one month, prepared and published. */
export class MonthDesk {
  constructor(page, month) {
    this.page = page;
    this.month = month;
  }

  async open() {
    const response = await this.page.goto(`/board/${this.month}/draft`);
    expect(response.status()).toBe(200);
    return this;
  }

  /** Asks the teams for their view; nothing is asked where nothing is listed. */
  async askTeams() {
    const ask = this.page.locator('#reply').getByRole('button', { name: /^Ask for their view/ });
    if (await ask.count()) await ask.click();
  }

  /** Ends that, once every team has put its view. */
  async endReply() {
    const end = this.page.locator('#reply').getByRole('button', { name: /^All of them have put it/ });
    if (await end.count()) await end.click();
  }

  /** Where the secretary's own words are written. */
  get words() {
    return this.page.locator('#words');
  }

  async write(english, welsh) {
    await this.words.getByRole('textbox', { name: /In English$/ }).fill(english);
    await this.words.getByRole('textbox', { name: /In Welsh$/ }).fill(welsh);
    await this.words.getByRole('button', { name: 'Keep these words' }).click();
  }

  async ask(english) {
    const asks = this.page.locator('#asks');
    await asks.getByRole('textbox', { name: 'Ask for something: In English' }).fill(english);
    await asks.getByRole('button', { name: 'Keep it' }).last().click();
  }

  /** Says of everything that was asked before what became of it. */
  async answerBefore(english) {
    const before = this.page.locator('#before form');
    for (let at = 0; at < await before.count(); at += 1) {
      await before.nth(at).getByRole('textbox', { name: /In English$/ }).fill(english);
      await before.nth(at).getByRole('button', { name: 'Keep the answer' }).click();
    }
  }

  async approve() {
    await this.page.getByRole('button', { name: 'Approve it' }).click();
    await new Confirm(this.page).ifAsked(this.publishes);
  }

  async publish() {
    await this.publishes.click();
    await new Confirm(this.page).ifAsked(this.page.waitForURL(new RegExp(`/board/${this.month}$`)));
  }

  /** The button that publishes: there once everything is done. */
  get publishes() {
    return this.page.getByRole('button', { name: 'Publish', exact: true });
  }

  /** Makes a link for these people; its address. */
  async link(label) {
    await this.page.goto(`/board/${this.month}/links`);
    await this.page.getByRole('textbox', { name: 'For whom' }).fill(label);
    await this.page.getByRole('button', { name: 'Make the address' }).click();
    await new Confirm(this.page).ifAsked(this.page.locator('.mono'));
    return this.page.locator('.mono').innerText();
  }

  /** Ends that. */
  async endLink(label) {
    await this.page.goto(`/board/${this.month}/links`);
    await this.page.getByRole('button', { name: `End the address for ${label}` }).click();
    await expect(this.page.locator('#links')).toContainText('Ended');
  }
}
