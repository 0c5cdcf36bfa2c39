import { expect } from '@playwright/test';
import { EN } from '../words.mjs';

/** A small photo with a place in its metadata, as a phone's camera makes it. */
export const PHOTO = new URL('../photos/with-place.jpg', import.meta.url).pathname;

/** The plain pages: a walk made of forms. */
export class PlainWalk {
  constructor(page, words = EN) {
    this.page = page;
    this.words = words;
  }

  async open() {
    await this.page.goto('/walk/plain');
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Opens the brief of the first task that is offered. */
  async readABrief() {
    await this.page.locator('a[href^="/walk/plain/brief/"]').first().click();
    await expect(this.button(this.words.startWalkthrough)).toBeVisible();
  }

  async start() {
    await this.button(this.words.startWalkthrough).click();
    await expect(this.button(this.words.friction)).toBeVisible();
  }

  /** Goes to the service in a tab of its own, and comes back by closing it. */
  async visitTheService() {
    const opening = this.page.context().waitForEvent('page');
    await this.button(this.words.openTheService).click();
    const service = await opening;
    await service.waitForURL(/\/demo\/service\//);
    await service.close();
  }

  async beginFriction() {
    await this.button(this.words.friction).click();
    await expect(this.button(this.words.save)).toBeVisible();
  }

  async fillFriction({ note, photo } = {}) {
    await this.page.getByText(this.words.asked, { exact: true }).click();
    await this.page.getByText(this.words.stoppedMe, { exact: true }).click();
    await this.page.getByText(this.words.confused, { exact: true }).click();
    if (note) await this.page.locator('textarea[name=note]').fill(note);
    if (photo) await this.page.locator('input[type=file]').setInputFiles(photo);
  }

  async save() {
    await this.button(this.words.save).click();
  }

  async go(answer) {
    await this.button(answer).click();
  }

  /** Answers the first page of the end. */
  async answer(met = 'no') {
    await this.page.locator(`label:has(input[name=met][value=${met}])`).click();
    if (met !== 'yes') await this.page.locator('label:has(input[name=why][value=gave_up])').click();
    await this.page.locator('label:has(input[name=ease][value="2"])').click();
    await this.button(this.words.next).click();
    await expect(this.button(this.words.finishWalkthrough)).toBeVisible();
  }

  async finish() {
    await this.button(this.words.finishWalkthrough).click();
    await expect(this.page.getByRole('status')).toBeVisible();
  }
}
