import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFinds, openDeskOf, PHONE, type Served, serveHost } from './support/browser.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany } from './support/people.js';

/*
 * On a slow line: a form that was sent says so, and is sent once.
 */
let host: Host;
let served: Served;

beforeAll(async () => {
  host = await openHost({ assets: true });
  await addPeople(host);
  await openMany(host, 'linan', 1);
  served = await serveHost(host);
});

afterAll(() => served?.close());

test('a button that was pressed says that the form is on its way, and sends it once', async () => {
  const { page, troubles } = await openDeskOf(served, host, 'clerk-linan', {
    locale: 'zh-CN',
    viewport: PHONE,
  });
  await page.goto('/accounts/linan-0001/claim');
  await page.locator('[name=postId]').fill('平安巡逻');
  await page.locator('[name=difficulty]').first().check();
  await page.locator('#preview .accepted').waitFor();
  const preview = await page.locator('.preview').boundingBox();
  const button = page.locator('form[data-preview] button[type=submit]');
  // What it would yield is seen before the button is reached.
  expect(preview?.y).toBeLessThan((await button.boundingBox())?.y ?? 0);

  // The line is so slow that nothing has come back yet: what would be sent is counted, and the page stays.
  await page.evaluate(() => {
    window.addEventListener('submit', (event) => {
      if (!event.defaultPrevented) document.body.dataset.sent = `${document.body.dataset.sent ?? ''}x`;
      event.preventDefault();
    });
  });
  await button.click();
  expect(await button.textContent()).toBe('正在提交……');
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  expect(await page.locator('#sending').textContent()).toBe('正在提交……');
  expect(await axeFinds(page)).toEqual([]);
  await button.dispatchEvent('click');
  expect(await page.evaluate(() => document.body.dataset.sent)).toBe('x');

  // Whoever comes back by the browser's own button finds the form as it was.
  await page.evaluate(() => window.dispatchEvent(new Event('pageshow')));
  expect(await button.textContent()).toBe('记录认领');
  expect(await button.getAttribute('aria-disabled')).toBeNull();
  await button.dispatchEvent('click');
  expect(await page.evaluate(() => document.body.dataset.sent)).toBe('xx');
  expect(troubles).toEqual([]);
});
