import { defineConfig } from '@playwright/test';
import { BROWSER } from './browser.mjs';

export default defineConfig({
  testDir: 'specs',
  outputDir: '../target/end2end/results',
  globalSetup: './seed.mjs',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: BROWSER,
  },
});
