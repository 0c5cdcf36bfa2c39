import { expect } from '@playwright/test';

/** The moment is over in which a screen that has changed takes no taps. */
export async function settled(page) {
  await expect(page.locator('html')).not.toHaveClass(/settling/);
}
