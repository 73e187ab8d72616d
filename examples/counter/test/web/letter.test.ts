import { expect, test } from 'vitest';
import { MESSAGES } from '../../src/language/messages.js';
import { axeFinds, openDeskOf, PHONE, scrollsSideways, serveHost } from './support/browser.js';
import { openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

test('a letter says whether anything was sent', async () => {
  const host = await openHost();
  await addPeople(host);
  const by = { office: 'community', communityId: 'linan' } as const;
  const opening = { role: 'resident', communityId: 'linan', on: '2026-03-01', formComplete: true, by };
  await host.counter.store.handle({
    type: 'OpenAccount',
    data: { ...opening, accountId: 'linan-9001', recordedOn: '2026-06-01' },
  });
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  const seenOn = async (sentOn: string): Promise<boolean> => {
    const letter = await officer.get(`/accounts/linan-9001/feedback?year=2026&sentOn=${sentOn}`);
    expect(letter.status).toBe(200);
    const list = await officer.get(`/feedback?year=2026&sentOn=${sentOn}`);
    const isSaid = Object.values(MESSAGES.notSent).some((words) => letter.text.includes(words));
    expect(Object.values(MESSAGES.notSent).some((words) => list.text.includes(words))).toBe(isSaid);
    return isSaid;
  };
  expect(await seenOn('2026-04-01')).toBe(true);
  expect(await seenOn('2026-06-01')).toBe(false);
});

test('the letters of all are printed at once, a sheet each, with names, signatures, seal and days as a letter has them', async () => {
  const host = await openHost({ assets: true });
  await addPeople(host);
  const [first = ''] = await openMany(host, 'linan', 3);
  await openMany(host, 'dongpo', 1);
  await host.counter.communities.name('linan', { 'zh-CN': '临安社区', en: 'Linan community' });
  const person = {
    accountId: first,
    communityId: 'linan',
    name: '王芳',
    organisation: '区图书馆',
    phone: '',
  };
  await host.counter.store.directory.put(person);
  const served = await serveHost(host);
  const { page, troubles } = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
  await page.goto('/feedback?year=2026&sentOn=2026-11-24');
  await page.getByRole('link', { name: '打印全部反馈单' }).click();
  await page.getByRole('heading', { name: '2026 年度反馈单（全部）' }).waitFor();
  expect(await page.locator('.letter').count()).toBe(3);
  const letter = page.locator('.letter').first();
  for (const words of [
    '王芳',
    '区图书馆',
    '经办人（签字）',
    '本人（签字）',
    '临安社区（盖章）',
    '2026年11月24日',
  ])
    expect(await letter.textContent()).toContain(words);
  expect(await axeFinds(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await scrollsSideways(page)).toBe(false);
  await page.emulateMedia({ media: 'print' });
  const breaks = await page
    .locator('.letter')
    .evaluateAll((letters) => letters.map((one) => getComputedStyle(one).breakBefore));
  expect(breaks).toEqual(['auto', 'page', 'page']);
  expect(await page.locator('h1:visible').count()).toBe(0);
  expect(troubles).toEqual([]);
  await served.close();
});
