import { expect, expectTypeOf, test } from 'vitest';
import { checkRuleSet, defineRuleSet } from '../../src/define.js';
import type { ItemIdOf } from '../../src/index.js';
import { digest } from '../../src/index.js';
import { accepts } from '../schema/validators.js';

test('items that roles share are every role’s, but where it has its own of that id', () => {
  const shared = {
    id: 'club',
    version: '1',
    title: { en: 'Club' },
    items: {
      joining: {
        title: { en: 'Joining' },
        entry: 'registration',
        scoring: { by: 'fixed', points: 1 },
        once: { per: 'life' },
      },
      weeding: { title: { en: 'Weeding' }, scoring: { by: 'fixed', points: 2 } },
    },
    roles: {
      gardener: { title: { en: 'gardener' } },
      head: {
        title: { en: 'head gardener' },
        items: { weeding: { title: { en: 'Weeding' }, scoring: { by: 'fixed', points: 1 } } },
      },
    },
  } as const;
  const club = defineRuleSet(shared);
  expectTypeOf<ItemIdOf<typeof club>>().toEqualTypeOf<'joining' | 'weeding'>();
  const { items, roles, ...rest } = shared;
  const apart = defineRuleSet({
    ...rest,
    roles: {
      gardener: { ...roles.gardener, items },
      head: { ...roles.head, items: { ...items, ...roles.head.items } },
    },
  });
  expect(digest(club)).toBe(digest(apart));
  expect(club.roles.head.items.weeding.scoring).toEqual({ by: 'fixed', points: 1 });
  expect(Object.keys(club)).not.toContain('items');
  expect(accepts('rule-set', shared)).toBe(true);
  const listed = { ...shared, roles: { ...roles, head: { ...roles.head, items: [] } } };
  expect(checkRuleSet(listed).map(({ path }) => path)).toEqual(['roles.head.items']);
  expect(checkRuleSet({ ...shared, items: [] }).map(({ path }) => path)).toContain('items');
  const bad = {
    ...shared,
    items: { ...items, weeding: { title: { en: 'Weeding' }, scoring: { by: 'fixed', points: 1.5 } } },
  };
  expect(checkRuleSet(bad).map(({ path }) => path)).toEqual(['roles.gardener.items.weeding.scoring.points']);
});
