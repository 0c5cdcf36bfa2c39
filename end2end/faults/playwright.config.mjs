import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.mjs';
import { planned } from './plan.mjs';

const { schedules, seeds } = planned();
if (!process.env.TEST_WORKER_INDEX) console.log(`${schedules.length} schedules of seed ${seeds.join(' and ')}`);

export default defineConfig({
  ...usual,
  testDir: '.',
  testMatch: 'schedules.mjs',
  outputDir: '../../target/end2end/faults',
  globalSetup: '../seed.mjs',
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  maxFailures: 5,
  reporter: process.stdout.isTTY ? 'line' : 'dot',
});
