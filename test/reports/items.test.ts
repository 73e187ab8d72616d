import { expect, test } from 'vitest';
import type { ActivityCredited } from '../../src/account/events/event.js';
import { addItem, bookItem, type ItemTallies, itemFigures } from '../../src/reports/shared/items.js';
import { Centre } from './history.js';

const centre = new Centre();
centre.open('v1', '2023-01-01');
centre.credit('v1', '2023-03-01', 'a', 'hard');
const [opened, credited] = centre.events as [never, ActivityCredited];

function measured(item: string, quantity: number, unit?: string): ActivityCredited {
  const data = { ...credited.data, item, quantity };
  return { ...credited, data: unit === undefined ? data : { ...data, unit } };
}

test('an item’s figures are its entries, its points, and its quantities by unit', () => {
  const items: ItemTallies = new Map();
  bookItem(items, opened);
  bookItem(items, credited);
  for (const [quantity, unit] of [
    [1.1, 'trip'],
    [0.1, 'hour'],
    [0.2, 'hour'],
    [3, undefined],
  ] as const) {
    bookItem(items, measured('hours', quantity, unit));
  }
  const title = credited.data.title;
  const expected = [
    { item: 'activity', clause: '2.3.3.3', title, entries: 1, points: 2 },
    {
      item: 'hours',
      clause: '2.3.3.3',
      title,
      entries: 4,
      points: 8,
      quantities: [
        { unit: '', quantity: 3 },
        { unit: 'hour', quantity: 0.3 },
        { unit: 'trip', quantity: 1.1 },
      ],
    },
    expect.objectContaining({ item: 'registration', entries: 1, points: 1 }),
  ];
  expect(itemFigures(items)).toStrictEqual(expected);
  expect(itemFigures(items).map((one) => 'quantities' in one)).toEqual([false, true, false]);

  const twice: ItemTallies = new Map();
  for (let i = 0; i < 2; i += 1) for (const [id, tally] of items) addItem(twice, id, tally);
  expect(itemFigures(twice)[1]).toMatchObject({
    entries: 8,
    points: 16,
    quantities: [
      { unit: '', quantity: 6 },
      { unit: 'hour', quantity: 0.6 },
      { unit: 'trip', quantity: 2.2 },
    ],
  });
});
