import { describe, expect, test } from 'vitest';
import { type Deviation, deviations, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { reported } from '../support/words.js';

const BASE: RuleSet = renfa2022;
const { resident } = BASE.roles as { readonly resident: RuleSet['roles'][string] };

function withResident(more: Partial<RuleSet['roles'][string]>): RuleSet {
  return { ...BASE, roles: { ...BASE.roles, resident: { ...resident, ...more } } };
}

function said(found: Deviation | undefined) {
  return found && reported(found);
}

describe('a deviation says', () => {
  test('its clause, its part, what it was and is, and which way it goes, in both languages', () => {
    const limits = { visits: { ...BASE.redemption.limits?.visits, maximum: 2 } };
    const ours = { ...BASE, redemption: { ...BASE.redemption, limits } } as RuleSet;
    expect(deviations(BASE, ours)).toStrictEqual([
      {
        clause: '4.2',
        path: 'redemption.limits.visits.maximum',
        kind: 'looser',
        was: 1,
        is: 2,
      },
    ]);
    expect(said(deviations(BASE, ours)[0])).toEqual({
      'zh-CN': '条款 4.2，积分兑换·上限“visits”·最高值：原为 1，改为 2（放宽）。',
      en: "Clause 4.2, redeeming, limit 'visits', maximum: 1 becomes 2 (looser).",
    });
    expect(said(deviations(ours, BASE)[0])).toEqual({
      'zh-CN': '条款 4.2，积分兑换·上限“visits”·最高值：原为 2，改为 1（从严）。',
      en: "Clause 4.2, redeeming, limit 'visits', maximum: 2 becomes 1 (stricter).",
    });
  });

  test('nothing, by that word, where a part is not there, and its title where it has one', () => {
    const limit = {
      clause: '9',
      title: text('帮扶上限', 'limit on help'),
      items: ['other'],
      counts: 'points',
      maximum: 4,
      per: 'month',
      beyond: 'trim',
    } as const;
    const [added] = deviations(BASE, withResident({ limits: { ...resident.limits, help: limit } }));
    expect(added).toEqual({
      clause: '9',
      path: 'roles.resident.limits.help',
      kind: 'stricter',
      is: limit,
    });
    expect(said(added)).toEqual({
      'zh-CN': '条款 9，类别“resident”·上限“帮扶上限”：原为无，改为“帮扶上限”（从严）。',
      en: "Clause 9, role 'resident', limit 'limit on help': nothing becomes 'limit on help' (stricter).",
    });
    const [removed] = deviations(withResident({ limits: { ...resident.limits, help: limit } }), BASE);
    expect(removed).toMatchObject({ clause: '9', kind: 'looser', was: limit });
    expect(removed).not.toHaveProperty('is');
    expect(said(removed)?.en).toBe(
      "Clause 9, role 'resident', limit 'limit on help': 'limit on help' becomes nothing (looser).",
    );
  });

  test('the first 120 characters of a long part, and that there are more', () => {
    const openings = Array.from({ length: 12 }, (_, i) => {
      const month = String(i + 1).padStart(2, '0');
      return { from: `${month}-01`, to: `${month}-28` };
    });
    const of = (count: number): RuleSet => ({
      ...BASE,
      redemption: { ...BASE.redemption, period: { kind: 'openings', openings: openings.slice(0, count) } },
    });
    const written = (count: number) =>
      openings.slice(0, count).map(({ from, to }) => `from: ${from}, to: ${to}`);
    const whole = ['kind: opening days', `opening days: ${written(12).join(', ')}`].join(', ');
    const [found] = deviations(BASE, of(12));
    expect(found).toMatchObject({ path: 'redemption.period', kind: 'other' });
    expect(said(found)?.en).toBe(
      `Clause 4.2, redeeming, period of redeeming: kind: calendar, window: half-year becomes ${whole.slice(0, 120)}… (different).`,
    );
    expect(said(deviations(BASE, of(2))[0])?.['zh-CN']).toContain(
      '改为种类：开放日、开放日：起始：01-01、截止：01-28、起始：02-01、截止：02-28（不同）。',
    );
  });

  test('a part of exactly 120 characters is told whole', () => {
    const mark = (length: number): RuleSet => ({
      ...BASE,
      feedback: { ...BASE.feedback, due: 'x'.repeat(length - 2) },
    });
    expect(said(deviations(BASE, mark(120))[0])?.en).toContain(`'${'x'.repeat(118)}' (`);
    expect(said(deviations(BASE, mark(121))[0])?.en).toContain(`'${'x'.repeat(119)}… (`);
  });
});

describe('deviations are', () => {
  test('in the order of clauses, 2.3.1.2 before 2.3.1.10', () => {
    const { limits } = resident;
    const claims = limits.claims as RuleSet['roles'][string]['limits'][string];
    const at = (clause: string, maximum: number) => ({ ...claims, clause, maximum });
    const of = (maximum: number) =>
      withResident({
        limits: { a: at('2.3.1.10', maximum), b: at('2.3.1.2', maximum), c: at('10', maximum) },
      });
    expect(deviations(of(3), of(2)).map(({ clause }) => clause)).toEqual(['2.3.1.2', '2.3.1.10', '10']);
  });

  test('none where only names, clauses, readings or ids differ, or the order of members', () => {
    const renamed: RuleSet = {
      ...BASE,
      id: 'ours',
      version: '2',
      title: text('本社区', 'Ours'),
      readings: {},
      roles: {
        ...BASE.roles,
        resident: {
          ...resident,
          title: text('居民', 'Resident'),
          opening: { ...resident.opening, clause: '9', form: text('表', 'form') },
        },
      },
    };
    expect(deviations(BASE, renamed)).toEqual([]);
    const backwards = Object.fromEntries(Object.entries(BASE).reverse()) as unknown as RuleSet;
    expect(deviations(BASE, backwards)).toEqual([]);
  });

  test('none where a part that is compared as a whole cites another clause', () => {
    const handbook = { clause: '9', months: BASE.redemption.handbook?.months ?? 0 };
    expect(deviations(BASE, { ...BASE, redemption: { ...BASE.redemption, handbook } })).toEqual([]);
  });

  test('the form that each report-in needs, although the form of the opening only describes', () => {
    const { registration } = resident.items as {
      readonly registration: RuleSet['roles'][string]['items'][string];
    };
    const items = { ...resident.items, registration: { ...registration, form: 'each-time' } } as const;
    expect(deviations(BASE, withResident({ items }))).toEqual([
      {
        clause: registration.clause,
        path: 'roles.resident.items.registration.form',
        kind: 'stricter',
        is: 'each-time',
      },
    ]);
  });

  test('of a scoring of another kind told whole, of one kind member by member', () => {
    const { other } = resident.items as { readonly other: RuleSet['roles'][string]['items'][string] };
    const scored = (scoring: typeof other.scoring) =>
      deviations(BASE, withResident({ items: { ...resident.items, other: { ...other, scoring } } }));
    expect(scored({ by: 'fixed', points: 1 }).map(({ path }) => path)).toEqual([
      'roles.resident.items.other.scoring',
    ]);
    expect(
      scored({ by: 'difficulty', points: { base: 1, hard: 3, hardest: 4 } }).map(({ path, kind }) => [
        path,
        kind,
      ]),
    ).toEqual([
      ['roles.resident.items.other.scoring.points.hard', 'looser'],
      ['roles.resident.items.other.scoring.points.hardest', 'looser'],
    ]);
  });

  test('of closing and reversing told part by part, whatever a reason is called', () => {
    const { closing, reversal } = BASE as Required<Pick<RuleSet, 'closing' | 'reversal'>>;
    const title = text('其他', 'other');
    const reasons = {
      ...closing.reasons,
      moved: { title, holdings: 'forfeited' },
      title: { title, holdings: 'forfeited' },
    } as const;
    const { untilFeedback: _, ...endless } = reversal;
    const ours = { ...BASE, closing: { ...closing, reasons }, reversal: endless };
    expect(deviations(BASE, ours).map(({ clause, path, kind }) => [clause, path, kind])).toEqual([
      [closing.clause, 'closing.reasons.moved.holdings', 'stricter'],
      [closing.clause, 'closing.reasons.title', 'new'],
      [reversal.clause, 'reversal.untilFeedback', 'looser'],
    ]);
    const { reversal: __, ...unsaid } = BASE;
    expect(deviations(BASE, unsaid)).toMatchObject([{ path: 'reversal', kind: 'looser' }]);
  });

  test('under the nearest clause above them', () => {
    const ours = withResident({ service: { ...resident.service, claimed: 'not-needed' } });
    expect(deviations(BASE, ours)).toMatchObject([
      { clause: resident.service.clause, path: 'roles.resident.service.claimed' },
    ]);
    const bare = { ...BASE, difficulties: { ...BASE.difficulties, hardest: text('最难', 'hardest') } };
    expect(deviations(BASE, bare)).toMatchObject([{ clause: BASE.clauses.entries, kind: 'new' }]);
  });
});
