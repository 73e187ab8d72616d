import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Directory, DirectoryEntry } from '../../src/people/directory.js';
import { bankWith, opening } from './support/bank.js';
import { collect } from './support/collect.js';
import { type Kind, openTested, type Tested } from './support/stores.js';

const KINDS: readonly Kind[] = ['memory', 'PGlite', 'PostgreSQL'];

const person = (accountId: string, name: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  accountId,
  communityId: 'linan',
  name,
  organisation: '',
  phone: '',
  ...more,
});

const PEOPLE = [
  person('v1', '王芳', { organisation: '第二小学', phone: '13800001111' }),
  person('v2', '王芳'),
  person('v3', '单雪梅'),
  person('v4', '欧阳晓东'),
  person('v5', '王芳', { communityId: 'dongpo' }),
  person('v6', 'Mary  O’Neil'),
  person('__proto__', '100%_\\'),
];

describe.each(KINDS)('the directory: %s', (kind) => {
  let tested: Tested;
  let directory: Directory;

  beforeAll(async () => {
    tested = await openTested(kind, bankWith(1));
    directory = tested.store.directory;
    for (const entry of PEOPLE) await directory.put(entry);
  });
  afterAll(() => tested.remove());

  const found = async (word: string, communityId?: string) =>
    (await directory.find(word, communityId)).map(({ accountId }) => accountId);

  it.each([
    ['王芳', ['v1', 'v2']],
    ['芳', ['v1', 'v2']],
    ['wf', ['v1', 'v2']],
    ['WANGF', ['v1', 'v2']],
    ['ｗｆ', ['v1', 'v2']],
    ['wang fang', ['v1', 'v2']],
    // A surname is read as one: 单 is shan, and not dan.
    ['sxm', ['v3']],
    ['shan', ['v3']],
    ['dan', []],
    ['oyxd', ['v4']],
    ['ouyang', ['v4']],
    ['小学', ['v1']],
    ['138', ['v1']],
    ['001111', ['v1']],
    ['01111', []],
    ['mary o’n', ['v6']],
    ['%', ['__proto__']],
    ['_\\', ['__proto__']],
    ['', []],
    ['   ', []],
    ["' or 1=1 --", []],
  ])('finds by %j', async (word, ids) => {
    expect(await found(word, 'linan')).toEqual(ids);
  });

  it('searches all communities where none is named', async () => {
    expect(await found('wf')).toEqual(['v1', 'v2', 'v5']);
    expect(await found('wf', 'dongpo')).toEqual(['v5']);
  });

  it('tells the accounts of exact names, and the people of accounts', async () => {
    const called = await directory.called(['王芳', '芳', '__proto__'], 'linan');
    expect([...called]).toEqual([['王芳', ['v1', 'v2']]]);
    expect([...(await directory.of(['v1', 'nobody', '__proto__'])).keys()].sort()).toEqual([
      '__proto__',
      'v1',
    ]);
    expect(await directory.all()).toHaveLength(PEOPLE.length);
  });

  it('forgets a name that was changed, and a person who was deleted', async () => {
    await directory.put(person('v9', '李四'));
    await directory.put(person('v9', '李思'));
    expect(await found('四')).toEqual([]);
    expect(await found('李思')).toEqual(['v9']);
    expect(await directory.remove('v9')).toBe(true);
    expect(await directory.remove('v9')).toBe(false);
    expect(await found('李思')).toEqual([]);
  });

  it('leaves no name in any event', async () => {
    await tested.store.handle(opening('v1'));
    expect(
      JSON.stringify(await collect(tested.store.all()), (_, value) =>
        typeof value === 'bigint' ? 0 : value,
      ),
    ).not.toContain('王');
  });
});
