import { expect } from '@playwright/test';

/** The page behind a sign-in address: it says who you will be, and has one button. */
export class SignIn {
  constructor(page) {
    this.page = page;
    this.button = page.getByRole('main').getByRole('button');
  }

  /** Opens `address` and presses the button. */
  async with(address) {
    await this.page.goto(address);
    await this.button.click();
    await expect(this.page).not.toHaveURL(address);
  }
}
