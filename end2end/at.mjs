import { expect } from '@playwright/test';

/** The page is at exactly this path. An address that only asks for it, as `/confirm?next=/office` does, is elsewhere. */
export async function expectAt(page, path) {
  await expect(page).toHaveURL(({ pathname }) => pathname === path);
}
