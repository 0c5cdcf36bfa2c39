import { expect } from '@playwright/test';

/** The page is at exactly this path. An address that only asks for it, as `/confirm?next=/office` does, is elsewhere. */
export async function expectAt(page, path) {
  await expect(page).toHaveURL(({ pathname }) => pathname === path);
}

/** The page at this address says so, as soon as what was recorded on a phone has arrived. */
export async function expectSoonAt(page, address, words) {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole('main')).toContainText(words, { timeout: 1000 });
  }).toPass();
}
