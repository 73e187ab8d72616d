import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDeskOf, type Served, serveHost } from './support/browser.js';
import { openHost } from './support/host.js';
import { addPeople, openMany } from './support/people.js';

/* What has the focus has a ring around it, and the ring lies on nothing that is to be read. */

let served: Served;
let clerk: Desk;

beforeAll(async () => {
  const host = await openHost({ assets: true });
  await addPeople(host);
  await openMany(host, 'linan', 1);
  served = await serveHost(host);
  clerk = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
});

afterAll(async () => {
  await served?.close();
});

test.each(['/', '/accounts', '/accounts/new', '/activity', '/users'])(
  'no label or hint touches the ring of its field: %s',
  async (path) => {
    await clerk.page.goto(path);
    const touched = await clerk.page.evaluate(() => {
      const found: string[] = [];
      for (const field of document.querySelectorAll<HTMLElement>(
        '.field > input, .field > select, .field > textarea',
      )) {
        const above = field.previousElementSibling;
        if (field.offsetParent === null || above === null) continue;
        field.focus();
        const { outlineWidth, outlineOffset } = getComputedStyle(field);
        const ring =
          field.getBoundingClientRect().top -
          Number.parseFloat(outlineWidth) -
          Number.parseFloat(outlineOffset);
        // A label's own padding is part of its box, and nothing is written there.
        const { paddingBottom } = getComputedStyle(above);
        const words = above.getBoundingClientRect().bottom - Number.parseFloat(paddingBottom);
        if (words > ring) found.push(`${above.textContent}: ${words} > ${ring}`);
      }
      return found;
    });
    expect(touched).toEqual([]);
  },
);
