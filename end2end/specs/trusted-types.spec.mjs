import { test, expect } from '../fixtures.mjs';

// What a script might be tricked into, tried in the page itself.
const hostile = ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '<a href="javascript:alert(1)">a</a>'];

const written = (page, markup) =>
  page.evaluate(text => {
    try {
      document.body.insertAdjacentHTML('beforeend', text);
      return 'written';
    } catch (error) {
      return error.name;
    }
  }, markup);

test('TRUST 52: no script writes markup with script, into the app or any other page', async ({ page, demo }) => {
  await page.goto(`${demo.url}/walk`);
  for (const markup of hostile) expect(await written(page, markup), markup).toBe('TypeError');
  expect(await written(page, '<p>plain</p>')).toBe('written');
  await page.goto(`${demo.url}/sign-in`);
  for (const markup of [...hostile, '<p>plain</p>']) expect(await written(page, markup), markup).toBe('TypeError');
});
