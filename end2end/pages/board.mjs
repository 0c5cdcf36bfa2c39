import { expect } from '@playwright/test';

/** A board's month: the outcome in one sentence, and what stands behind it. */
export class BoardMonth {
  constructor(page) {
    this.page = page;
    this.circles = page.locator('.opening .marks .mark');
  }

  /** Opens the month `YYYY-MM`. */
  async open(month) {
    const response = await this.page.goto(`/board/${month}`);
    expect(response.status()).toBe(200);
    return this;
  }

  /** The attempts that the sentence at the top counts: `{ met, of }`. */
  async outcome() {
    const said = await this.page.getByRole('heading', { level: 1 }).innerText();
    // In the first days of a month there may be none, or one, and neither is said in figures.
    if (said.startsWith('Nobody ')) return { met: 0, of: 0 };
    if (said.includes('the one attempt')) return { met: said.includes('did not succeed') ? 0 : 1, of: 1 };
    const counted = said.match(/(\d+)\sof\s(\d+)\s/);
    if (!counted) throw new Error(`no count in "${said}"`);
    return { met: Number(counted[1]), of: Number(counted[2]) };
  }

  /** The month as CSV, fetched as the reader would. */
  async csv() {
    await this.page.getByText('Take a copy').click();
    const address = await this.page.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
    const answer = await this.page.request.get(address);
    expect(answer.headers()['content-type']).toContain('text/csv');
    return answer.text();
  }

  /** Opens the first figure onto the walks behind it. */
  async openEvidence() {
    await this.page.getByRole('main').locator('a[href*="/walks"]').first().click();
    await expect(this.page).toHaveURL(/\/walks/);
  }
}

/** The month it is now for a council in Wales, `YYYY-MM`. */
export function thisMonth() {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit' }).formatToParts();
  const part = type => parts.find(p => p.type === type).value;
  return `${part('year')}-${part('month')}`;
}

/** The newest whole month, `YYYY-MM`, which the demonstration tells attempt by attempt. */
export function lastMonth() {
  const [year, month] = thisMonth().split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}
