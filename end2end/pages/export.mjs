import { readFile } from 'node:fs/promises';
import { Confirm } from './confirm.mjs';

/** Copies of what was felt, to take away. */
export class Export {
  constructor(page) {
    this.page = page;
  }

  async open() {
    await this.page.goto('/team/export');
    return this;
  }

  /** Takes a copy: `what` is threads or friction, `format` csv, xlsx or json. */
  async take(what, format) {
    await this.page.locator(`input[name=what][value=${what}]`).check();
    await this.page.locator(`input[name=format][value=${format}]`).check();
    const coming = this.page.waitForEvent('download');
    await this.page.locator('form[action^="/team/export"] button[type=submit]').click();
    const download = await new Confirm(this.page).ifAsked(coming);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
