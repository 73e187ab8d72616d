import { expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';

/* Which parts of a rule set have to cite a clause, as the guide to writing one says. */

const cited = { clause: '2', title: { en: 'Title' } };
const need = { need: { ...cited, counts: 'entries', per: 'life', minimum: 1 } };
const hours = { by: 'quantity', unit: 'hour', unitTitle: { en: 'hour' }, points: 1 };

/** A scheme with a part of every kind. */
const WHOLE = {
  id: 'scheme',
  version: '1',
  title: { en: 'A scheme' },
  inForce: { clause: '2', from: '2024-01-01' },
  interpretation: { clause: '2', by: { en: 'the council' } },
  offices: { community: { ...cited, acts: 'own-community' } },
  authority: { clause: '2', self: 'refused' },
  entries: { clause: '2', order: 'any' },
  roles: {
    member: {
      ...cited,
      account: { ...cited },
      opening: { clause: '2', points: 0 },
      service: { clause: '2' },
      feedback: { clause: '2' },
      items: {
        helping: {
          ...cited,
          scoring: hours,
          factors: { double: { ...cited, times: 2, from: '2024-03-01', until: '2024-03-31' } },
        },
        thanks: { ...cited, scoring: hours, requires: need },
      },
      limits: { day: { ...cited, maximum: 4, per: 'day' } },
    },
  },
  redemption: {
    clause: '2',
    requires: need,
    limits: { few: { ...cited, counts: 'visits', per: 'period', maximum: 1 } },
    overdraft: { clause: '2', points: 5 },
    consent: { clause: '2' },
    carryOver: { clause: '2' },
    handbook: { clause: '2', months: 6 },
  },
  transfer: {
    ...cited,
    requires: need,
    limits: { few: { ...cited, counts: 'transfers', per: 'day', maximum: 1 } },
  },
  correction: { clause: '2' },
  reversal: { ...cited },
  closing: { ...cited, reasons: { left: { title: cited.title, holdings: 'forfeited' } } },
  verification: { ...cited },
  oneAccount: { ...cited },
  assessment: { clause: '2' },
  filing: { ...cited, withinDays: 5, late: 'warn' },
  publication: { ...cited, every: 'year' },
  feedback: { clause: '2' },
  uses: { thanks: { ...cited } },
  catalogue: { posts: { ...cited, entries: { porch: { ...cited } } } },
  recognition: { star: { ...cited, points: 5, requires: need } },
  ineligibility: { dishonesty: { ...cited } },
  bounds: { clause: '2', held: { entry: { ...cited, kind: 'points-per-entry', maximum: 9 } } },
  readings: {},
};

const CITING = [
  'interpretation',
  'redemption.handbook',
  'transfer',
  'reversal',
  'closing',
  'verification',
  'oneAccount',
  'filing',
  'publication',
  'uses.thanks',
  'catalogue.posts',
  'catalogue.posts.entries.porch',
  'bounds.held.entry',
];

type Data = { readonly [member: string]: unknown };

/** The paths of all parts that have a member. */
function partsWith(member: string, part: Data = WHOLE, at: readonly string[] = []): string[] {
  const here = member in part && at.length > 0 ? [at.join('.')] : [];
  const below = Object.entries(part).flatMap(([name, of]) =>
    typeof of === 'object' && of !== null ? partsWith(member, of as Data, [...at, name]) : [],
  );
  return [...here, ...below];
}

function without(part: Data, [name = '', ...rest]: readonly string[]): Data {
  const { [name]: of, ...others } = part;
  return rest.length === 0 ? others : { ...others, [name]: without(of as Data, rest) };
}

function lackingWithout(member: string): string[] {
  return partsWith(member).filter((path) => {
    const problems = checkRuleSet(without(WHOLE, [...path.split('.'), member]));
    return problems.some((one) => one.path === `${path}.${member}` && one.code === 'missing');
  });
}

test('a clause is left out of every other part', () => {
  expect(checkRuleSet(WHOLE)).toEqual([]);
  expect(lackingWithout('clause')).toEqual(CITING);
});

test('what has to cite a clause has to have a title, where it can have one', () => {
  const titled = CITING.filter((path) => path !== 'interpretation' && path !== 'redemption.handbook');
  expect(lackingWithout('title')).toEqual(expect.arrayContaining(titled));
});
