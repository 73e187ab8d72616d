import { describe, expect, test } from 'vitest';
import { checkRuleSet, defineHandbook, defineRuleSet } from '../../src/define.js';
import {
  type Account,
  type BankEvent,
  createBank,
  type Decision,
  evolve,
  initialAccount,
  type RuleSet,
} from '../../src/index.js';
import { annualFeedback, findAnomalies, statement } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { ExplainError, en, enReports, explain, ja, jaReports, type WordPack, zhCN } from '../../src/words.js';

const by = { office: 'community', communityId: 'hof' } as const;

/** A rule set with every text in one language, made of the first scheme's. */
function inOneLocale(locale: string, write: (words: string) => string): RuleSet {
  const rewrite = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(rewrite);
    if (typeof part !== 'object' || part === null) return part;
    const names = Object.keys(part);
    if (names.includes('zh-CN')) return { [locale]: write((part as { en: string }).en) };
    return Object.fromEntries(Object.entries(part).map(([name, of]) => [name, rewrite(of)]));
  };
  return { ...(rewrite(renfa2022) as RuleSet), id: 'hof', version: '1', locales: [locale] };
}

const GERMAN = defineRuleSet(inOneLocale('de', (words) => `${words} (de)`));
const HANDBOOK = defineHandbook({
  communityId: 'hof',
  version: '1',
  published: '2023-01-01',
  rewards: [{ rewardId: 'haircut', kind: 'service', title: { de: 'Haarschnitt' }, price: 1 }],
});

describe('a rule set in one language', () => {
  const bank = createBank(GERMAN, { handbook: HANDBOOK });
  const events: BankEvent[] = [];
  let account: Account = initialAccount;
  for (const command of [
    {
      type: 'OpenAccount',
      data: {
        accountId: 'v1',
        role: 'resident',
        communityId: 'hof',
        on: '2023-01-02',
        formComplete: true,
        by,
      },
    },
    {
      type: 'CreditActivity',
      data: { accountId: 'v1', item: 'activity', matterId: 'm', difficulty: 'base', on: '2023-02-01', by },
    },
    {
      type: 'RedeemPoints',
      data: {
        accountId: 'v1',
        redemptionId: 'r1',
        communityId: 'hof',
        lines: [{ rewardId: 'haircut', quantity: 1 }],
        on: '2023-03-01',
        by,
      },
    },
  ]) {
    const decision: Decision = bank.decideUnknown(command, account);
    if (!decision.accepted) throw new Error(decision.refusal.code);
    events.push(...decision.events);
    account = decision.events.reduce(evolve, account);
  }

  test('is valid, and decides', () => {
    expect(checkRuleSet(GERMAN)).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(['AccountOpened', 'ActivityCredited', 'PointsRedeemed']);
    expect(events[1]?.data).toMatchObject({ title: { de: expect.stringMatching(/ \(de\)$/) } });
  });

  test('is explained in any pack’s words, with its own titles', () => {
    const credited = events[1] as BankEvent;
    const title = GERMAN.roles.resident?.items.activity?.title.de as string;
    for (const pack of [en, zhCN, ja]) {
      expect(explain(credited, pack)).toContain(title);
      expect(explain(credited, pack, GERMAN)).toContain(GERMAN.difficulties.base?.de);
    }
  });

  test('is reported on', () => {
    const year = statement(events, { from: '2023-01-01', to: '2023-12-31' });
    expect(year?.entries.map((entry) => explain(entry, enReports))).toEqual([
      GERMAN.roles.resident?.items.registration?.title.de,
      GERMAN.roles.resident?.items.activity?.title.de,
      'Redemption: Haarschnitt',
    ]);
    expect(year?.roleTitle).toEqual(GERMAN.roles.resident?.title);
    expect(annualFeedback(events, 2023)?.byItem[0]?.title).toHaveProperty('de');
    expect(findAnomalies(events)).toMatchObject([
      { kind: 'too-few-to-compare', roleTitle: GERMAN.roles.resident?.title },
    ]);
  });
});

describe('every text of a rule set has its locales:', () => {
  const problems = (input: unknown) =>
    checkRuleSet(input).map(({ path, code, detail }) => [path, code, detail]);

  test('one that lacks one is named', () => {
    const { title: _, ...rest } = renfa2022;
    expect(problems({ ...rest, title: { en: 'Only' } })).toContainEqual(['title', 'missing-locale', 'zh-CN']);
    const named = { ...renfa2022.difficulties, base: { 'zh-CN': '一般' } };
    expect(problems({ ...renfa2022, difficulties: named })).toContainEqual([
      'difficulties.base',
      'missing-locale',
      'en',
    ]);
  });

  test('each of a locale that is one more', () => {
    const found = problems({ ...renfa2022, locales: ['zh-CN', 'en', 'ja'] });
    const lacking = found.filter(([, code, detail]) => code === 'missing-locale' && detail === 'ja');
    // What an answer's patch adds has texts too.
    const added = found.filter(
      ([, code, detail]) => code === 'answer-invalid' && / missing-locale$/.test(String(detail)),
    );
    expect(lacking.length + added.length).toBe(found.length);
    const paths = lacking.map(([path]) => path);
    for (const path of [
      'title',
      'source.issuer',
      'difficulties.hard',
      'roles.resident.title',
      'roles.resident.account.title',
      'roles.resident.opening.form',
      'roles.resident.items.activity.title',
      'roles.resident.limits.claims.title',
      'roles.in-service-party-member.feedback.uses[0].title',
      'redemption.title',
      'readings.claim-cap-window.question',
      'readings.claim-cap-window.answers.life.title',
    ]) {
      expect(paths).toContain(path);
    }
  });

  test('words in another locale have no place', () => {
    const title = { ...renfa2022.title, fr: 'Points' };
    expect(problems({ ...renfa2022, title })).toEqual([['title.fr', 'unknown-locale', 'zh-CN, en']]);
  });

  test('there is one, once, and it is a locale', () => {
    expect(problems({ ...renfa2022, locales: [] })).toContainEqual(['locales', 'empty', '']);
    expect(problems({ ...renfa2022, locales: ['zh-CN', 'en', 'en'] })).toEqual([
      ['locales[2]', 'duplicate', 'en'],
    ]);
    expect(problems({ ...renfa2022, locales: ['zh-CN', 'toString'] })).toContainEqual([
      'locales[1]',
      'not-a-locale',
      '',
    ]);
    expect(problems({ ...renfa2022, title: {} })).toEqual([['title', 'empty', '']]);
  });

  test('a patch that says part of a text is a patch', () => {
    const parts = { title: { ...renfa2022.correction.title, en: 'Correction' } };
    expect(problems({ ...renfa2022, correction: { ...renfa2022.correction, ...parts } })).toEqual([]);
  });
});

describe('a pack of one’s own', () => {
  const { refusal } = createBank(renfa2022).decide(
    { type: 'ReportIn', data: { accountId: 'v1', on: '2023-05-01', by } },
    initialAccount,
  ) as Extract<ReturnType<ReturnType<typeof createBank>['decide']>, { accepted: false }>;

  test('changes the words it wants to', () => {
    const ours: WordPack = {
      ...en,
      refused: ({ said }) => `Sorry: ${said}`,
      refusals: { ...en.refusals, 'account-not-open': ({ accountId }) => `we do not know ${accountId} yet.` },
      vocabulary: {
        ...en.vocabulary,
        commands: { ...en.vocabulary.commands, CorrectScore: 'a second look' },
      },
    };
    expect(explain(refusal, ours)).toBe('Sorry: we do not know v1 yet.');
    const notForUs = createBank(renfa2022).decideUnknown(
      {
        type: 'OpenAccount',
        data: {
          accountId: 'v1',
          role: 'guest',
          communityId: 'hof',
          on: '2023-01-02',
          formComplete: true,
          by,
        },
      },
      initialAccount,
    );
    expect(notForUs.accepted ? '' : explain(notForUs.refusal, en, renfa2022)).toBe(
      "Refused (clause 1): There is no role 'guest'; there are: " +
        `${Object.values(renfa2022.roles)
          .map(({ title }) => title.en)
          .join(', ')}.`,
    );
  });

  test('says the library’s own names in its way, wherever they stand', () => {
    const ours: WordPack = {
      ...en,
      vocabulary: {
        ...en.vocabulary,
        commands: { ...en.vocabulary.commands, CorrectScore: 'a second look' },
      },
    };
    const facts = { command: 'CorrectScore', office: 'community', entitled: ['subdistrict'] } as const;
    const said = { code: 'office-not-entitled', clause: '1', facts, readings: {} } as const;
    expect(explain(said, ours, renfa2022)).toBe(
      'Refused (clause 1): This is not for the points centre: a second look is for the Party affairs office.',
    );
  });

  test.each([
    ['no pack', undefined],
    ['a locale', 'en'],
    ['nothing with words', {}],
    ['a pack for reports', jaReports],
    ['a pack that lacks the words', { ...en, refusals: {} }],
  ])('%s is said to be none', (_, pack) => {
    expect(() => explain(refusal, pack as unknown as WordPack)).toThrow(ExplainError);
    expect(() => explain(refusal, pack as unknown as WordPack)).toThrow(
      expect.objectContaining({ name: 'ExplainError' }),
    );
  });

  test.each([[undefined], [null], ['v1'], [{}], [[]]])('there is nothing to explain in %j', (subject) => {
    expect(() => explain(subject as never, en)).toThrow(ExplainError);
  });

  test('a pack for decisions has no words for reports, and says so', () => {
    const lapsed = { on: '2023-01-01', type: 'PointsLapsed', clause: '1', points: -1, assessed: 0 } as const;
    expect(() => explain(lapsed, en as never)).toThrow("the pack 'en' has no words for entries");
  });
});
