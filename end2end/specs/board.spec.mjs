import { test, expect, DESK } from '../fixtures.mjs';
import { BoardMonth, lastMonth } from '../pages/board.mjs';

test('the circles of a month stand in rows of five', async ({ demo, openAs }) => {
  const page = await openAs(demo.people('board')[0], DESK);
  const month = await new BoardMonth(page).open(lastMonth());
  const tops = await month.circles.evaluateAll(all => all.map(it => it.getBoundingClientRect().top));
  expect(tops).toHaveLength(10);
  expect(new Set(tops).size).toBe(2);
});
