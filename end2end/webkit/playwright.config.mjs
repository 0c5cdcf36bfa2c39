import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.mjs';

export default defineConfig({ ...usual, testDir: '.', outputDir: '../../target/end2end/webkit', globalSetup: '../seed.mjs', workers: 1, timeout: 120_000 });
