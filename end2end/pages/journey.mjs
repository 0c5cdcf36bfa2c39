/** The journey map of a task. */
export class Journey {
  constructor(page) {
    this.page = page;
    this.map = page.locator('.jscroll');
    this.marks = this.map.locator('a[href*="/walks?"]');
  }

  /** The task with the most walks. */
  async openBusiest() {
    await this.page.goto('/team/journey');
    const tasks = this.page.getByRole('main').locator('a[href^="/team/journey/"]');
    const counts = await tasks.locator('.hint').allTextContents();
    const walks = counts.map(text => Number(/^\d+/.exec(text)?.[0] ?? 0));
    await tasks.nth(walks.indexOf(Math.max(...walks))).click();
    await this.map.waitFor();
    return this;
  }

  async compare(day) {
    await this.page.locator('input[name=split]').fill(day);
    await this.page.locator('.jask button[type=submit]').click();
    await this.map.waitFor();
  }
}
