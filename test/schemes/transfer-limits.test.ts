import { describe, expect, test } from 'vitest';
import { checkRuleSet, defineRuleSet, deriveRuleSet, LooserThanBoundError } from '../../src/define.js';
import {
  type BankEvent,
  createBank,
  deviations,
  fold,
  type RuleSet,
  type TransferRule,
} from '../../src/index.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { A_POINT_EACH, Member, scheme } from './redeeming.js';

const title = { en: 'gifts' };
const TRANSFER = { clause: '6', title } as const;

/** A scheme that says something of sending points. */
function sending(transfer: object, more: Partial<Parameters<typeof scheme>[0]> = {}): RuleSet {
  const rules = scheme({ scoring: A_POINT_EACH, redemption: {}, ...more });
  return defineRuleSet({ ...rules, transfer: { ...TRANSFER, ...transfer } as TransferRule }) as RuleSet;
}

class Giver extends Member {
  #number = 0;

  give(on: string, points: number, to = 'other') {
    this.#number += 1;
    return this.send('TransferPoints', { transferId: `t${this.#number}`, to, points, on });
  }

  reverse(reversalId: string, reverses: object, on = '2024-06-01') {
    return this.send('ReverseEntry', { reversalId, reverses, reason: 'a slip', on });
  }
}

/** An account with 100 points under a limit on sending. */
function limited(limit: object, more: Partial<Parameters<typeof scheme>[0]> = {}): Giver {
  const limits = { gifts: { clause: '6.1', title, ...limit } };
  const one = new Giver(sending({ limits }, more));
  one.activity('2021-01-01', 100);
  return one;
}

const REACHED = 'transfer-limit-reached';

describe('a limit on sending points counts', () => {
  test('points: exactly as many as it allows, and not one more', () => {
    const one = limited({ counts: 'sent', per: 'month', maximum: 10 });
    expect([
      one.give('2023-05-01', 11),
      one.give('2023-05-01', 6),
      one.give('2023-05-31', 5),
      one.give('2023-05-31', 4),
      one.give('2023-05-31', 1),
      one.give('2023-06-01', 10),
    ]).toEqual([REACHED, 94, REACHED, 90, REACHED, 80]);
  });

  test('sendings, of however many points', () => {
    const one = limited(
      { counts: 'transfers', per: 'year', maximum: 2 },
      { calendar: { yearStarts: '04-01' } },
    );
    expect([
      one.give('2023-04-01', 50),
      one.give('2024-03-31', 1),
      one.give('2024-03-31', 1),
      one.give('2024-04-01', 1),
      one.give('2023-03-31', 1),
    ]).toEqual([50, 49, REACHED, 48, 99]);
  });

  test('what was sent in the year of the account', () => {
    const one = limited({ counts: 'transfers', per: 'account-year', maximum: 1 });
    expect([one.give('2022-12-31', 1), one.give('2022-01-01', 1), one.give('2023-01-01', 1)]).toEqual([
      99,
      REACHED,
      98,
    ]);
  });

  test('in so many days that end with the day, and in those of later days where it is written up late', () => {
    const one = limited({ counts: 'transfers', per: { last: 30, of: 'days' }, maximum: 1 });
    expect([one.give('2023-07-31', 1), one.give('2023-08-29', 1), one.give('2023-08-30', 1)]).toEqual([
      99,
      REACHED,
      98,
    ]);
    expect(one.give('2023-07-02', 1)).toBe(REACHED);
    expect(one.refusal.facts).toMatchObject({
      used: 1,
      window: '2023-07-02..2023-07-31',
      again: '2023-09-29',
    });
    expect(one.give('2023-07-01', 1)).toBe(99);
  });

  test('of several windows that hold the day, the fullest', () => {
    const one = limited({ counts: 'sent', per: { last: 30, of: 'days' }, maximum: 5 });
    one.give('2023-07-10', 3);
    one.give('2023-08-20', 1);
    one.give('2023-07-20', 2);
    expect(one.give('2023-07-05', 1)).toBe(REACHED);
    expect(one.refusal.facts).toMatchObject({ used: 5, window: '2023-06-21..2023-07-20' });
  });

  test('not what was received', () => {
    const one = limited({ counts: 'sent', per: 'life', maximum: 5 });
    const data = { accountId: 'other', transferId: 'from-other', to: 'm', points: 50, on: '2023-01-01' };
    expect(one.send('ReceivePoints', { sent: { type: 'PointsSent', data }, on: '2023-01-01' })).toBe(150);
    expect([one.give('2023-01-02', 5), one.give('2023-01-02', 1)]).toEqual([145, REACHED]);
  });
});

test('the refusal says what was asked and used, and when it is possible again', () => {
  const one = limited({ counts: 'sent', per: 'quarter', maximum: 10 });
  one.give('2023-05-01', 7);
  one.give('2023-07-01', 10);
  one.give('2023-06-30', 4);
  expect(one.refusal).toMatchObject({
    code: REACHED,
    clause: '6.1',
    facts: {
      limit: 'gifts',
      title,
      counts: 'sent',
      asked: 4,
      used: 7,
      maximum: 10,
      window: '2023-Q2',
      again: '2023-10-01',
    },
  });
  expect(explain(one.refusal, en)).toBe(
    "Refused (clause 6.1): 'gifts' allows 10 points sent over quarter 2 of 2023, of which 7 had been used; 4 more would exceed it. It is possible again from 2023-10-01.",
  );
  expect(explain(one.refusal, zhCN)).toContain(
    '限转出 10 分，已转出 7 分，本次 4 分，超出上限。自 2023-10-01 起可再转出。',
  );
  expect(explain(one.refusal, ja)).toContain(
    '10ポイントまでです（送付済み7ポイント、今回4ポイント）。2023-10-01 から再び送れます。',
  );
  one.give('2023-06-30', 11);
  expect(one.refusal.facts).not.toHaveProperty('again');
  for (const pack of [en, zhCN, ja]) expect(explain(one.refusal, pack)).not.toContain('2023-10-01');
});

test('the number of sendings in words', () => {
  const one = limited({ counts: 'transfers', per: 'life', maximum: 1 });
  one.give('2023-05-01', 7);
  one.give('2023-05-02', 7);
  expect(explain(one.refusal, en)).toContain(
    "allows 1 transfer over the account's whole life, of which 1 had been used",
  );
  expect(explain(one.refusal, zhCN)).toContain('限转出 1 次，已转出 1 次，本次 1 次');
  expect(explain(one.refusal, ja)).toContain('1回までです（送付済み1回、今回1回）');
});

describe('a sending that was reversed', () => {
  test('does not count, and comes back only where there is room', () => {
    const one = limited({ counts: 'transfers', per: 'month', maximum: 1 });
    one.give('2023-05-01', 10);
    expect(one.reverse('u1', { kind: 'transfer', id: 't1' })).toBe(100);
    expect(one.give('2023-05-31', 20)).toBe(80);
    expect(one.reverse('u2', { kind: 'reversal', id: 'u1' })).toBe(REACHED);
    expect(one.refusal.facts).toMatchObject({ asked: 1, used: 1, window: '2023-05', again: '2023-06-01' });
    one.reverse('u3', { kind: 'transfer', id: 't2' });
    expect(one.reverse('u4', { kind: 'reversal', id: 'u1' })).toBe(90);
  });

  test('asks for the points that come back', () => {
    const one = limited({ counts: 'sent', per: 'month', maximum: 10 });
    one.give('2023-05-01', 6);
    one.reverse('u1', { kind: 'transfer', id: 't1' });
    one.give('2023-05-02', 5);
    expect(one.reverse('u2', { kind: 'reversal', id: 'u1' })).toBe(REACHED);
    expect(one.refusal.facts).toMatchObject({ asked: 6, used: 5 });
  });

  test('needs what a sending needs', () => {
    const need = { clause: '6.2', title, counts: 'balance', per: 'life', minimum: 100 };
    const one = new Giver(sending({ requires: { need } }));
    one.activity('2021-01-01', 100);
    one.give('2023-05-01', 6);
    one.reverse('u1', { kind: 'transfer', id: 't1' });
    one.correct('2023-04-01', -1);
    expect(one.reverse('u2', { kind: 'reversal', id: 'u1' })).toBe('condition-not-met');
    expect(one.refusal.facts).toMatchObject({ condition: 'need', sending: true, on: '2023-05-01' });
  });

  test('is not a receipt, which needs nothing', () => {
    const limits = { gifts: { clause: '6.1', title, counts: 'transfers', per: 'life', maximum: 1 } };
    const need = { clause: '6.2', title, counts: 'transfers', per: 'life', maximum: 0 };
    const one = new Giver(sending({ limits, requires: { need } }));
    one.activity('2021-01-01', 100);
    one.give('2023-04-01', 5);
    const data = { accountId: 'other', transferId: 'from-other', to: 'm', points: 50, on: '2023-01-01' };
    one.send('ReceivePoints', { sent: { type: 'PointsSent', data }, on: '2023-05-01' });
    expect(one.reverse('u1', { kind: 'transfer', id: 'from-other' })).toBe(95);
    expect(one.reverse('u2', { kind: 'reversal', id: 'u1' })).toBe(145);
  });
});

describe('sending needs', () => {
  const need = { clause: '6.2', title: { en: 'fifty units' }, counts: 'quantity', unit: 'unit', minimum: 50 };
  const given = (more: object): Giver => {
    const one = new Giver(sending({ requires: { need: { ...need, per: 'life', ...more } } }));
    one.activity('2023-03-01', 40);
    return one;
  };

  test('what the sender has by the day of sending', () => {
    const one = given({});
    expect(one.give('2023-05-01', 5)).toBe('condition-not-met');
    expect(one.refusal).toMatchObject({
      clause: '6.2',
      facts: {
        condition: 'need',
        sending: true,
        counts: 'quantity',
        unit: 'unit',
        measured: 40,
        minimum: 50,
        missing: 10,
        on: '2023-05-01',
      },
    });
    expect(one.refusal.facts).not.toHaveProperty('item');
    expect(explain(one.refusal, en, one.ruleSet)).toBe(
      "Refused (clause 6.2): Sending points needs 'fifty units': 50 (unit) over the account's whole life by 2023-05-01; the account has 40, so 10 are missing.",
    );
    expect(explain(one.refusal, zhCN, one.ruleSet)).toContain('积分转出须符合“fifty units”');
    expect(explain(one.refusal, ja, one.ruleSet)).toContain('ポイントの送付には「fifty units」が必要です');
    one.activity('2023-05-02', 10);
    expect(one.give('2023-05-01', 5)).toBe('condition-not-met');
    expect(one.give('2023-05-02', 5)).toBe(45);
  });

  test('at most so much, of what was sent before as well', () => {
    const one = given({ counts: 'sent', unit: undefined, minimum: undefined, maximum: 5, per: 'month' });
    expect([one.give('2023-05-01', 5), one.give('2023-05-02', 1), one.give('2023-05-03', 1)]).toEqual([
      35,
      34,
      'condition-not-met',
    ]);
    expect(one.refusal.facts).toMatchObject({ measured: 6, maximum: 5, above: 1 });
    expect(explain(one.refusal, en)).toContain('no more than 5 points sent over 2023-05');
    expect(explain(one.refusal, zhCN)).toContain('累计转出不超过 5 分，现为 6 分，超出 1 分');
    expect(explain(one.refusal, ja)).toContain('送付の累計5ポイント以下');
    expect(one.give('2023-06-01', 1)).toBe(33);
  });
});

test('activities and redemptions may need what was sent', () => {
  const rules = sending({}, { redemption: {} });
  const requires = { gift: { clause: '2', title, counts: 'transfers', per: 'year', minimum: 2 } } as const;
  const one = new Giver(deriveRuleSet(rules, { redemption: { requires } }) as RuleSet);
  one.activity('2023-03-01', 40);
  one.give('2023-04-01', 1);
  expect(one.redeem('2023-05-01', 1)).toBe('condition-not-met');
  expect(one.refusal.facts).toMatchObject({ counts: 'transfers', measured: 1, missing: 1 });
  expect(one.refusal.facts).not.toHaveProperty('sending');
  one.give('2023-05-01', 1);
  expect(one.redeem('2023-05-01', 1)).toBe(37);
});

test('of a closed account that another continues, what was sent counts by the day', () => {
  const of = (counts: string, maximum: number): RuleSet =>
    sending({ limits: { gifts: { clause: '6.1', title, counts, per: 'year', maximum } } });
  const continued = (rules: RuleSet) => {
    const before = new Giver(rules);
    before.activity('2023-01-01', 50);
    before.give('2023-02-01', 3);
    before.give('2023-02-01', 4);
    before.give('2023-03-01', 5);
    before.send('CloseAccount', { reason: 'merged', on: '2023-04-01' });
    const bank = createBank(rules);
    const by = { office: 'community', communityId: 'home' };
    const opening = {
      accountId: 'n',
      role: 'member',
      communityId: 'home',
      on: '2023-04-01',
      formComplete: true,
      by,
    };
    const opened = bank.decideUnknown(
      { type: 'OpenAccount', data: { ...opening, continues: [before.events.at(-1)] } },
      fold([]),
    );
    const events: BankEvent[] = opened.accepted ? [...opened.events] : [];
    return (points: number) =>
      bank.decideUnknown(
        {
          type: 'TransferPoints',
          data: { accountId: 'n', transferId: 't9', to: 'other', points, on: '2023-05-01', by },
        },
        fold(events),
      );
  };
  const points = continued(of('sent', 14));
  expect(points(3)).toMatchObject({ refusal: { code: REACHED, facts: { used: 12, asked: 3 } } });
  expect(points(2)).toMatchObject({ accepted: true });
  // Two of one day are one.
  expect(continued(of('transfers', 3))(1)).toMatchObject({ accepted: true });
  const one = new Giver(of('transfers', 3));
  one.activity('2023-01-01', 50);
  expect(['2023-02-01', '2023-02-01', '2023-03-01', '2023-05-01'].map((on) => one.give(on, 1)).at(-1)).toBe(
    REACHED,
  );
});

test('of what is wrong, oneself comes first, then what is needed, then a limit, then the points', () => {
  const limits = { gifts: { clause: '6.1', title, counts: 'sent', per: 'life', maximum: 5 } };
  const need = { clause: '6.2', title, counts: 'entries', items: ['activity'], per: 'life', minimum: 1 };
  const one = new Giver(sending({ limits, requires: { need } }));
  expect(one.give('2023-05-01', 6, 'm')).toBe('transfer-to-itself');
  expect(one.give('2023-05-01', 6)).toBe('condition-not-met');
  one.activity('2023-05-01', 2);
  expect(one.give('2023-05-01', 6)).toBe(REACHED);
  expect(one.give('2023-05-01', 3)).toBe('insufficient-points');
  expect(one.give('2023-05-01', 2)).toBe(0);
});

test('a reading may say how much: the sending and its refusal rest on it, the receipt does not', () => {
  const answer = (maximum: number) => ({
    title,
    patch: { transfer: { limits: { gifts: { maximum } } } },
  });
  const limits = { gifts: { clause: '6.1', title, counts: 'sent', per: 'life', maximum: 5 } };
  const rules = defineRuleSet({
    ...sending({ limits }),
    readings: {
      much: {
        clause: '6.1',
        question: { en: 'How much?' },
        chosen: 'five',
        default: 'five',
        answers: { five: answer(5), six: answer(6) },
      },
    },
  });
  const one = new Giver(rules as unknown as RuleSet);
  one.activity('2023-01-01', 10);
  one.give('2023-05-01', 6);
  expect(one.refusal.readings).toEqual({ much: 'five' });
  one.give('2023-05-01', 5);
  expect(one.events.at(-1)?.data).toMatchObject({ readings: { much: 'five' } });
  const data = { accountId: 'other', transferId: 'from-other', to: 'm', points: 5, on: '2023-05-01' };
  one.send('ReceivePoints', { sent: { type: 'PointsSent', data }, on: '2023-05-02' });
  expect(one.events.at(-1)?.data).toHaveProperty('readings', {});
});

describe('what is said of sending is checked when it is defined', () => {
  const limit = { clause: '6.1', title, counts: 'sent', per: 'year', maximum: 5 };
  const need = { clause: '6.2', title, counts: 'quantity', unit: 'unit', per: 'life', minimum: 1 };
  const problems = (transfer: object, more: object = {}): string[] =>
    checkRuleSet({ ...sending({}), ...more, transfer: { ...TRANSFER, ...transfer } }).map(
      ({ path, code }) => `${path} ${code}`,
    );

  test.each([
    ['nothing wrong', { requires: { need }, limits: { limit } }, []],
    ['neither of them', {}, []],
    ['a field that is none', { limit: {} }, ['transfer.limit unknown-field']],
    [
      'a measure of redeeming',
      { limits: { limit: { ...limit, counts: 'redeemed' } } },
      ['transfer.limits.limit.counts not-one-of'],
    ],
    [
      'no room at all',
      { limits: { limit: { ...limit, maximum: 0 } } },
      ['transfer.limits.limit.maximum not-a-whole-number'],
    ],
    [
      'a window that holds no day of its own',
      { limits: { limit: { ...limit, per: { before: 'year' } } } },
      ['transfer.limits.limit.per not-a-span'],
    ],
    [
      'some items',
      { limits: { limit: { ...limit, items: ['activity'] } } },
      ['transfer.limits.limit.items unknown-field'],
    ],
    [
      'as many sendings as points in as long a time',
      { limits: { limit, often: { ...limit, counts: 'transfers' } } },
      ['transfer.limits.often.maximum never-bites'],
    ],
    [
      'fewer sendings than points',
      { limits: { limit, often: { ...limit, counts: 'transfers', maximum: 4 } } },
      [],
    ],
    [
      'more points in a month than in its year',
      { limits: { limit, month: { ...limit, per: 'month' } } },
      ['transfer.limits.month.maximum never-bites'],
    ],
    [
      'twelve months of a year',
      { limits: { limit: { ...limit, maximum: 60 }, month: { ...limit, per: 'month' } } },
      ['transfer.limits.limit.maximum never-bites'],
    ],
    [
      'an item that is none',
      { requires: { need: { ...need, items: ['other'] } } },
      ['transfer.requires.need.items[0] unknown-item'],
    ],
    [
      'no unit',
      { requires: { need: { ...need, unit: undefined } } },
      ['transfer.requires.need.unit missing'],
    ],
    [
      'a sending before the first',
      { requires: { need: { ...need, counts: 'transfers', unit: undefined } } },
      ['transfer.requires.need.counts nothing-before'],
    ],
    [
      'more than the limits let be sent',
      {
        requires: {
          need: { ...need, counts: 'sent', unit: undefined, minimum: undefined, maximum: 5, per: 'year' },
        },
        limits: { limit },
      },
      ['transfer.requires.need.maximum never-bites'],
    ],
    [
      'a least above its most',
      { requires: { need: { ...need, counts: 'entries', unit: undefined, minimum: 3, maximum: 2 } } },
      ['transfer.requires.need.minimum above-maximum'],
    ],
    [
      'items of what is sent',
      {
        requires: {
          need: {
            ...need,
            counts: 'sent',
            unit: undefined,
            minimum: undefined,
            maximum: 2,
            items: ['activity'],
          },
        },
      },
      ['transfer.requires.need.items not-counted-so'],
    ],
  ])('%s', (_, transfer, expected) => {
    expect(problems(transfer)).toEqual(expected);
  });

  test('a misspelt window comes with the one that was meant', () => {
    const [problem] = checkRuleSet({
      ...sending({}),
      transfer: { ...TRANSFER, limits: { limit: { ...limit, counts: 'transfer' } } },
    });
    expect(problem).toMatchObject({ path: 'transfer.limits.limit.counts', suggestion: 'transfers' });
  });

  test('what needs a sending that itself needs it can never be', () => {
    const visits = { need: { clause: '3', title, counts: 'visits', per: 'life', minimum: 1 } };
    const gifts = { need: { clause: '3', title, counts: 'transfers', per: 'life', minimum: 1 } };
    const { redemption } = sending({});
    expect(problems({ requires: visits }, { redemption: { ...redemption, requires: gifts } })).toEqual([
      'redemption.requires.need.counts nothing-before',
      'transfer.requires.need.counts nothing-before',
    ]);
    expect(problems({ requires: visits })).toEqual([]);
    expect(problems({}, { redemption: { ...redemption, requires: gifts } })).toEqual([]);
    expect(problems({ requires: { need } }, { redemption: { ...redemption, requires: gifts } })).toEqual([]);
    const { transfer: _, ...silent } = sending({});
    expect(checkRuleSet({ ...silent, redemption: { ...redemption, requires: gifts } })).toEqual([]);
    const few = { few: { ...limit, per: 'life' } };
    const much = { need: { ...gifts.need, counts: 'sent', minimum: 6 } };
    expect(problems({ limits: few }, { redemption: { ...redemption, requires: much } })).toEqual([
      'redemption.requires.need.minimum never-met',
    ]);
  });

  test('what is left out has the clause of the rule on sending', () => {
    const rules = defineRuleSet({
      id: 'club',
      version: '1',
      title,
      roles: { member: { title, items: { weeding: { title, scoring: { by: 'fixed', points: 2 } } } } },
      transfer: {
        ...TRANSFER,
        requires: { held: { title, counts: 'balance', per: 'life', minimum: 4 } },
        limits: { gifts: { title, counts: 'sent', per: 'year', maximum: 2 } },
      },
    });
    expect([rules.transfer?.requires?.held?.clause, rules.transfer?.limits?.gifts?.clause]).toEqual([
      '6',
      '6',
    ]);
    expect(rules.authority.offices.TransferPoints).toEqual(['community']);
  });
});

describe('which way a difference goes', () => {
  const limit = { clause: '6.1', title, counts: 'sent', per: 'year', maximum: 5 } as const;
  const need = { clause: '6.2', title, counts: 'balance', per: 'life', minimum: 10 } as const;
  const kinds = (one: RuleSet, other: RuleSet) =>
    deviations(one, other).map(({ path, kind }) => `${path} ${kind}`);

  test.each([
    ['a limit', 'transfer.limits', {}, { limits: { limit } }],
    [
      'one more limit',
      'transfer.limits.often',
      { limits: { limit } },
      { limits: { limit, often: { ...limit, counts: 'transfers', maximum: 2 } } },
    ],
    [
      'a smaller limit',
      'transfer.limits.limit.maximum',
      { limits: { limit } },
      { limits: { limit: { ...limit, maximum: 4 } } },
    ],
    [
      'a longer window',
      'transfer.limits.limit.per',
      { limits: { limit } },
      { limits: { limit: { ...limit, per: 'life' } } },
    ],
    ['conditions', 'transfer.requires', {}, { requires: { need } }],
    [
      'one more condition',
      'transfer.requires.also',
      { requires: { need } },
      { requires: { need, also: { ...need, counts: 'entries' } } },
    ],
    [
      'a higher least',
      'transfer.requires.need.minimum',
      { requires: { need } },
      { requires: { need: { ...need, minimum: 11 } } },
    ],
  ])('%s is stricter, and the other way round looser', (_, path, loose, strict) => {
    expect(kinds(sending(loose), sending(strict))).toEqual([`${path} stricter`]);
    expect(kinds(sending(strict), sending(loose))).toEqual([`${path} looser`]);
  });

  test('points instead of sendings cannot be compared', () => {
    const often = { limit: { ...limit, counts: 'transfers' } };
    expect(kinds(sending({ limits: { limit } }), sending({ limits: often }))).toEqual([
      'transfer.limits.limit.counts other',
    ]);
  });

  test('without its rule, what is sent has no limit', () => {
    const { transfer: _, ...without } = sending({});
    const nobody: RuleSet = { ...without, authority: { ...without.authority, offices: {} } };
    const strict = [{ limits: { limit } }, { requires: { need } }].map((of) => sending(of));
    for (const rules of strict) {
      expect(kinds(without, rules)).toEqual(['transfer stricter']);
      expect(kinds(rules, without)).toEqual(['transfer looser']);
      expect(kinds(nobody, rules)).toContain('transfer new');
      expect(kinds(rules, nobody)).toContain('transfer stricter');
    }
    expect([kinds(without, sending({})), kinds(sending({}), without)]).toEqual([
      ['transfer new'],
      ['transfer stricter'],
    ]);
  });

  test('a derived rule set may be stricter, and not looser', () => {
    const base = sending({ limits: { limit } });
    expect(
      deriveRuleSet(base, { transfer: { limits: { limit: { maximum: 4 } } } }).transfer?.limits?.limit
        ?.maximum,
    ).toBe(4);
    for (const transfer of [null, { limits: null }, { limits: { limit: { maximum: 6 } } }]) {
      expect(() => deriveRuleSet(base, { transfer } as never)).toThrow(LooserThanBoundError);
    }
  });
});
