import { describe, expect, test } from 'vitest';
import { type BankEvent, createBank, fold } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { en, explain, ja, zhCN } from '../../src/words.js';

/*
 * Roles may call an item differently: in the first scheme `activity` is an activity of the community party organisation, of the party
 * organisation reported to, or of the community reported to. A sentence gives the title of the role in question, or none.
 */

const by = { office: 'community', communityId: 'linan' } as const;
const bank = createBank(renfa2022);
const { decide } = bank.decider;
const history = decide(
  {
    type: 'OpenAccount',
    data: {
      accountId: 'v1',
      role: 'resident',
      communityId: 'linan',
      on: '2023-03-01',
      formComplete: true,
      by,
    },
  },
  fold([]),
);
for (const item of ['activity', 'affairs'] as const) {
  const matter = { accountId: 'v1', item, matterId: item, difficulty: 'base', on: '2023-04-02', by } as const;
  history.push(...decide({ type: 'CreditActivity', data: matter }, fold(history)));
}

function inEachLanguage(event: BankEvent | undefined): string[] {
  return event === undefined ? [] : [zhCN, en, ja].map((pack) => explain(event, pack, renfa2022));
}

function reversalOf(id: string): string[] {
  const reverses = { kind: 'matter', id } as const;
  const [event] = decide(
    {
      type: 'ReverseEntry',
      data: { accountId: 'v1', reversalId: 'u1', reverses, reason: '记错人', on: '2023-04-05', by },
    },
    fold(history),
  );
  return inEachLanguage(event);
}

function correctionOf(corrects: string): string[] {
  const [event] = decide(
    {
      type: 'CorrectScore',
      data: {
        ...{
          accountId: 'v1',
          correctionId: 'c1',
          points: -1,
          corrects,
          reason: '核实后更正',
          on: '2023-05-01',
        },
        by: { office: 'subdistrict' },
      },
    },
    fold(history),
  );
  return inEachLanguage(event);
}

describe('an item that roles call differently', () => {
  test('has the title of the role in question in a refusal that names the role', () => {
    const decision = bank.decideUnknown(
      {
        type: 'CreditActivity',
        data: {
          accountId: 'v1',
          item: 'co-building',
          matterId: 'm',
          difficulty: 'base',
          on: '2023-04-02',
          by,
        },
      },
      fold(history),
    );
    if (decision.accepted) throw new Error('residents have no co-building projects');
    expect(explain(decision.refusal, zhCN, renfa2022)).toContain('、报到社区活动、');
    expect(explain(decision.refusal, en, renfa2022)).toContain(', Activity of the community reported to,');
    expect(explain(decision.refusal, ja, renfa2022)).toContain('、报到社区活动、');
  });

  test('is not named where an event does not tell the role', () => {
    const sentences = [...reversalOf('activity'), ...correctionOf('activity')];
    expect(sentences).toHaveLength(6);
    for (const said of sentences) {
      expect(said).not.toMatch(/社区党组织活动|Activity of the community party organisation/);
    }
    expect(correctionOf('activity')[0]).toContain('所更正事项：“activity”（2023-04-02，当时记 1 分）。');
    expect(reversalOf('activity')[0]).toContain('该笔（参加活动，2023-04-02）自本次撤销起视同未登记。');
  });
});

test('an item that every role calls the same is named', () => {
  expect(correctionOf('affairs')[0]).toContain(
    '所更正事项：“affairs”（参与社区事务，2023-04-02，当时记 1 分）。',
  );
  expect(correctionOf('affairs')[1]).toContain(
    "It corrects 'affairs' (Community affairs, 2023-04-02, 1 point",
  );
  expect(reversalOf('affairs')[0]).toContain('该笔（参与社区事务，2023-04-02）');
  expect(reversalOf('affairs')[1]).toContain("the entry of 2023-04-02 under 'Community affairs' is as if");
  expect(reversalOf('affairs')[2]).toContain('参与社区事务');
});

test('without the rule set an item goes by its id', () => {
  const [reversed] = decide(
    {
      type: 'ReverseEntry',
      data: {
        ...{ accountId: 'v1', reversalId: 'u1', reason: '记错人', on: '2023-04-05', by },
        reverses: { kind: 'matter', id: 'activity' },
      },
    },
    fold(history),
  );
  expect(reversed && explain(reversed, en)).toContain("under 'activity'");
});
