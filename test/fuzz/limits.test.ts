import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBank, FOLD_VERSION, type RuleSet } from '../../src/index.js';
import { hailin, renfa2022 } from '../../src/rule-sets.js';
import {
  type Parsed,
  parseCommand,
  parseEvent,
  parseHandbook,
  parseProgramme,
  parseRuleSet,
  parseSnapshot,
} from '../../src/schema.js';
import { HANDBOOK } from '../support/handbook.js';
import { accountOf, claim, credit, hardMatters, open, redeem, refusalOf, run } from '../support/history.js';
import { PROGRAMME } from '../support/programme.js';

/*
 * Every limit that SECURITY.md names, on both sides of it.
 */
const PAGE = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
const LIMITS = new Map(
  [...PAGE.matchAll(/^\| (.+?) \| ([\d,]+) \|$/gm)].map(([, name = '', figure = '']) => [
    name,
    Number(figure.replaceAll(',', '')),
  ]),
);
const named = new Set<string>();

function limit(name: string): number {
  named.add(name);
  const figure = LIMITS.get(name);
  if (figure === undefined) throw new Error(`SECURITY.md has no limit '${name}'`);
  return figure;
}

const BANK = createBank<RuleSet>(renfa2022, { handbook: HANDBOOK });
const RICH = accountOf(run([open('resident'), ...hardMatters(100, '2023-01-11')]));
const [, EVENT] = run([open('resident'), claim('gate')]).events;

const codes = (parsed: Parsed<unknown>): string[] =>
  parsed.ok ? [] : parsed.problems.map(({ code }) => code);

/** What `decide` says of a command: the field and the problem, or nothing where it is one. */
function decided(command: unknown): unknown {
  const decision = BANK.decideUnknown(command, RICH);
  if (decision.accepted || decision.refusal.code !== 'invalid-command') return 'a command';
  return refusalOf(decision).facts;
}

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** How many values there are in one, all levels counted. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, member) => sum + 1 + valuesIn(member), 0);
}

/** A value with a list beside its members that brings it to so many values. */
function filled(value: object, count: number): object {
  return { ...value, more: Array(count - valuesIn(value) - 1).fill(0) };
}

describe('up to the limit and not past it', () => {
  test('ids', () => {
    const most = limit('length of an id, in UTF-16 units');
    const at = (length: number) => claim('x'.repeat(length));
    expect([decided(at(most)), codes(parseCommand(at(most)))]).toEqual(['a command', []]);
    expect(decided(at(most + 1))).toMatchObject({ field: 'postId', problem: 'not-an-id' });
    expect(codes(parseCommand(at(most + 1)))).toEqual(['not-an-id']);
  });

  test('ids of parts of a rule set', () => {
    const most = limit('length of the id of a part of a rule set');
    const at = (length: number) => ({
      ...hailin,
      difficulties: { ['x'.repeat(length)]: { 'zh-CN': '难', en: 'hard' } },
    });
    expect(codes(parseRuleSet(at(most)))).toEqual([]);
    expect(codes(parseRuleSet(at(most + 1)))).toEqual(['not-a-slug']);
  });

  test('free texts', () => {
    const most = limit('length of a free text (a reason, a note, a title)');
    const at = (length: number) => credit('other', 'm', '2023-03-01', { note: '积'.repeat(length) });
    expect([decided(at(most)), codes(parseCommand(at(most)))]).toEqual(['a command', []]);
    expect(decided(at(most + 1))).toMatchObject({ field: 'note', problem: 'not-a-text' });
    const titled = (length: number) => ({ ...hailin, title: { 'zh-CN': '积', en: 'x'.repeat(length) } });
    expect([codes(parseRuleSet(titled(most))), codes(parseRuleSet(titled(most + 1)))]).toEqual([
      [],
      ['not-a-text'],
    ]);
  });

  test('lines', () => {
    const most = limit('lines of one visit');
    const at = (count: number) => ({
      ...redeem('v', '2023-03-01', {}),
      data: {
        ...redeem('v', '2023-03-01', {}).data,
        lines: Array(count).fill({ rewardId: 'haircut', quantity: 1 }),
      },
    });
    expect([decided(at(most)), codes(parseCommand(at(most)))]).toEqual(['a command', []]);
    expect(decided(at(most + 1))).toMatchObject({ field: 'lines', problem: 'too-many' });
    expect(codes(parseCommand(at(most + 1)))).toEqual(['too-many']);
  });

  test('quantities', () => {
    const most = limit('quantity of one entry, to the hundredth');
    const at = (quantity: number) => credit('other', 'm', '2023-03-01', { quantity });
    expect([most, 0.01, most - 0.01].map((quantity) => decided(at(quantity)))).toEqual(
      Array(3).fill('a command'),
    );
    for (const quantity of [most + 0.01, most + 1, 0.001, 0]) {
      expect(decided(at(quantity))).toMatchObject({ field: 'quantity', problem: 'not-a-quantity' });
    }
  });

  test('points of a rule set', () => {
    const most = limit('points that a rule set gives or takes for one entry');
    const at = (points: number) => {
      const { volunteer } = hailin.roles;
      const referral = { ...volunteer.items.referral, scoring: { by: 'fixed', points } };
      return { ...hailin, roles: { volunteer: { ...volunteer, items: { ...volunteer.items, referral } } } };
    };
    expect([most, -most].map((points) => codes(parseRuleSet(at(points))))).toEqual([[], []]);
    expect([most + 1, -most - 1].map((points) => codes(parseRuleSet(at(points))))).toEqual([
      ['not-points'],
      ['not-points'],
    ]);
  });

  test('rewards', () => {
    const most = limit('rewards of a handbook');
    const at = (count: number) => ({
      ...HANDBOOK,
      rewards: Array.from({ length: count }, (_, n) => ({ ...HANDBOOK.rewards[0], rewardId: `reward ${n}` })),
    });
    expect([codes(parseHandbook(at(most))), codes(parseHandbook(at(most + 1)))]).toEqual([[], ['too-many']]);
  });

  test('posts and matters', () => {
    const most = limit('posts or matters of a programme');
    const [post, matter] = [PROGRAMME.posts[0], PROGRAMME.matters[0]];
    const at = (posts: number, matters: number) => ({
      ...PROGRAMME,
      posts: Array.from({ length: posts }, (_, n) => ({ ...post, postId: `post ${n}` })),
      matters: Array.from({ length: matters }, (_, n) => ({ ...matter, matterId: `matter ${n}` })),
    });
    expect(codes(parseProgramme(at(most, most)))).toEqual([]);
    expect(codes(parseProgramme(at(most + 1, 0)))).toEqual(['too-many']);
    expect(codes(parseProgramme(at(0, most + 1)))).toEqual(['too-many']);
  });

  test('depth', () => {
    const most = limit('depth of nested data');
    // The event, its metadata and this member of it are three levels.
    const at = (depth: number) => ({ ...EVENT, metadata: { ...EVENT?.metadata, deep: nested(depth - 2) } });
    expect([codes(parseEvent(at(most))), codes(parseEvent(at(most + 1)))]).toEqual([[], ['too-deep']]);
  });

  const account = { status: 'unopened' };
  test.each([
    ['command, counted at all levels', parseCommand, claim('gate')],
    ['event', (value: object) => parseEvent(value), EVENT as object],
    ['rule set', parseRuleSet, hailin],
    ['handbook', parseHandbook, HANDBOOK],
    ['programme', parseProgramme, PROGRAMME],
    ['snapshot', parseSnapshot, { account, streamVersion: 0, foldVersion: FOLD_VERSION }],
  ] as const)('values in a %s', (what, parse: (value: never) => Parsed<unknown>, sample) => {
    const most = limit(`values in a ${what}`.replace('a event', 'an event'));
    expect(codes(parse(filled(sample, most) as never))).not.toContain('too-large');
    expect(codes(parse(filled(sample, most + 1) as never))).toEqual(['too-large']);
  });

  test('a rule set with its answers', () => {
    const most = limit('characters of a rule set, written out once for each of its answers');
    const words = { 'zh-CN': '一'.repeat(2000), en: 'x'.repeat(2000) };
    const difficulties = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`tier-${n}`, words]));
    const { readings: _, ...rest } = hailin;
    const rules = { ...rest, difficulties };
    const at = (answers: number) => {
      const of = Object.fromEntries(
        Array.from({ length: answers }, (__, n) => [`a${n}`, { title: words, patch: {} }]),
      );
      const reading = { clause: '1', question: words, chosen: 'a0', default: 'a0', answers: of };
      return { ...rules, readings: { any: reading } };
    };
    const fit = Math.floor(most / JSON.stringify(rules).length);
    expect([codes(parseRuleSet(at(fit))), codes(parseRuleSet(at(fit + 1)))]).toEqual([[], ['too-large']]);
  });

  test('a rule set whose parts are compared', () => {
    const most = limit('comparisons of conditions, limits and levels, for each value of a rule set');
    const at = (count: number) => {
      const limits = Array.from({ length: count }, (_, n) => ({
        clause: '1',
        title: { 'zh-CN': '上限', en: 'Limit' },
        counts: 'sent',
        per: { last: n + 1, of: 'days' },
        maximum: 1_000 + n,
      }));
      const transfer = {
        clause: '1',
        title: { 'zh-CN': '转赠', en: 'Transfer' },
        limits: Object.fromEntries(limits.map((of, n) => [`limit-${n}`, of])),
      };
      return parseRuleSet({ ...hailin, readings: {}, transfer });
    };
    expect(codes(at(400))).toEqual([]);
    const more = at(1_200);
    expect(more.ok ? [] : more.problems).toMatchObject([
      { path: 'transfer.limits', code: 'too-large', detail: `${most} comparisons for each value` },
    ]);
  });

  test('problems', () => {
    const most = limit('problems that are listed');
    const at = (count: number) => ({
      ...claim('gate'),
      ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n}`, 1])),
    });
    expect(codes(parseCommand(at(most)))).toHaveLength(most);
    expect(codes(parseCommand(at(most + 1))).slice(most)).toEqual(['more-problems']);
  });
});

test('every limit of the page is tried', () => {
  expect([...LIMITS.keys()].filter((name) => !named.has(name))).toEqual([]);
});
