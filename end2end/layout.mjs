import { expect } from '@playwright/test';

/** At `width` CSS pixels nothing makes the page scroll sideways. */
export async function expectFits(page, name, width) {
  const usual = page.viewportSize();
  await page.setViewportSize({ width, height: usual.height });
  expect.soft(await tooWide(page), `${name} at ${width} px`).toEqual([]);
  await page.setViewportSize(usual);
}

/** With text at 200 % on a phone nothing makes the page scroll sideways. */
export async function expectLargeTextFits(page, name) {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  expect.soft(await tooWide(page), `${name} with text at 200 %`).toEqual([]);
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  await page.setViewportSize(usual);
}

/** The elements that stick out to the right, unless a box of their own scrolls or cuts them. */
function tooWide(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter(found => found.checkVisibility() && found.getBoundingClientRect().right > root.clientWidth + 1)
      .map(found => `${found.tagName.toLowerCase()}.${found.getAttribute('class')} ${found.textContent.trim().slice(0, 40)}`)
      .slice(0, 5);
  });
}

/** What a thumb is to hit is at least 44 px each way; a link within a sentence is not a target. */
export async function expectBigEnoughTargets(page, name) {
  const small = await page.evaluate(() => {
    const target = found => (/^(checkbox|radio)$/.test(found.type) && found.labels[0]) || found;
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [role=radio]')]
      .filter(found => found.checkVisibility() && !found.closest('p, [inert]') && found.type !== 'hidden')
      .map(target)
      .map(found => ({ found, box: found.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1 && (box.width < 43.5 || box.height < 43.5))
      .map(({ found, box }) => `${found.outerHTML.slice(0, 90)} is ${Math.round(box.width)} x ${Math.round(box.height)}`);
  });
  expect.soft(small, `${name}: targets under 44 px`).toEqual([]);
}
