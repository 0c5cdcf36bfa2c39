import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import { settled } from './settled.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** No accessibility fault that axe can see, in the light theme or the dark one. */
export async function expectAccessible(page, name) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Through the browser's debugger, so that the page's own content policy stays as it is.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
    await page.evaluate(allMovementEnded);
    await settled(page);
    const { violations } = await page.evaluate(rules => window.axe.run(document, rules), RULES);
    expect.soft(violations.map(told), `${name}, ${colorScheme}`).toEqual([]);
  }
}

// Runs in the page: what is half faded in has no contrast yet.
function allMovementEnded() {
  const moving = document.getAnimations().filter(it => it.effect.getComputedTiming().iterations !== Infinity);
  return Promise.allSettled(moving.map(it => it.finished));
}

function told({ id, nodes }) {
  const { html, any, all, none } = nodes[0];
  const why = [...any, ...all, ...none][0]?.message ?? '';
  return `${id}, ${nodes.length} times, as in ${html.slice(0, 160)}: ${why}`;
}
