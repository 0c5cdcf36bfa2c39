import { expect } from '@playwright/test';

/** A leader's own walks over time. Found by what they are, so that it reads in any language. */
export class Year {
  constructor(page) {
    this.page = page;
    const main = page.getByRole('main');
    this.sentence = main.locator('p.lead');
    this.circles = main.locator('figure .mark');
    this.table = main.locator('details table');
    this.walks = main.locator('li.card');
    this.years = main.locator('nav.years a');
    this.pages = main.locator('nav.turn');
  }

  /** Opens it from one's own page. */
  async open() {
    await this.page.goto('/me');
    await this.page.getByRole('main').locator('a[href="/me/year"]').click();
    await expect(this.page).toHaveURL(/\/me\/year$/);
    return this;
  }

  /** How many walks the sentence says there are. */
  async times() {
    return Number(/\d+/.exec(await this.sentence.innerText())[0]);
  }

  async showTable() {
    await this.page.getByRole('main').locator('details summary').click();
    await expect(this.table).toBeVisible();
  }

  /** The walks of all pages, counted by turning them. */
  async countByTurning() {
    let count = await this.walks.count();
    while (await this.pages.locator(`a[href*="page=${await this.nextPage()}"]`).count()) {
      await this.pages.getByRole('link').last().click();
      count += await this.walks.count();
    }
    return count;
  }

  /** The page after this one, by the address. */
  nextPage() {
    return Number(new URL(this.page.url()).searchParams.get('page') ?? 1) + 1;
  }
}
