/** Where it is asked again that it is you, before what must not happen from an unlocked screen. */
export class Confirm {
  constructor(page) {
    this.button = page.locator('form[action^="/confirm"] button[type=submit]');
  }

  /** Confirms if it is asked, before `then` (a locator) is there or `then` (a promise) has come. */
  async ifAsked(then) {
    const there = typeof then.waitFor === 'function' ? then.first().waitFor() : then;
    const asked = this.button.waitFor().then(() => true, () => false);
    if (await Promise.race([asked, there.then(() => false)])) await this.button.click();
    return there;
  }
}
