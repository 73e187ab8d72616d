import { describe, expect, test } from 'vitest';
import { type DecisionFinding, seal, verifyChain, verifyDecisions } from '../../src/audit.js';
import {
  type BankEvent,
  fold,
  type Handbook,
  type PointsSent,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { explain } from '../../src/words.js';
import { CLOSED, EVENTS, RICH, HANDBOOK as RICH_HANDBOOK, VERIFIED } from '../schema/samples.js';
import { entitling } from '../support/authority.js';
import { stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { bankOf, CENTRE, hardMatters, open, redeem, reportIn, run } from '../support/history.js';
import { PACKS } from '../support/words.js';

/*
 * Histories with slips undone, entries that waited, posts given up, bars, transfers, and accounts closed and continued.
 */

const RULES = [RICH, VERIFIED];

function audit(events: readonly unknown[], rules: readonly RuleSet[] = RULES): readonly DecisionFinding[] {
  return verifyDecisions(events as BankEvent[], rules);
}

const said = (findings: readonly DecisionFinding[]) => findings.map(({ at, fault }) => [at, fault]);

/** An event with some of its data changed. */
function changed(event: BankEvent | undefined, data: object): BankEvent {
  return { ...event, data: { ...event?.data, ...data } } as BankEvent;
}

const [CLOSING, CONTINUING] = CLOSED as readonly [
  BankEvent & { type: 'AccountClosed' },
  BankEvent & { type: 'AccountOpened' },
];

describe('a history with everything in it', () => {
  test('follows from its rules, as it is and as a store gives it back', () => {
    const all = [...EVENTS, ...CLOSED];
    expect(audit(all)).toEqual([]);
    expect(audit(stored(all))).toEqual([]);
    const handbooks = [RICH_HANDBOOK, { ...RICH_HANDBOOK, communityId: 'beishan' }];
    expect(verifyDecisions(all, RULES, { handbooks })).toEqual([]);
  });

  test('is sealed like any other', () => {
    const chain = seal([...EVENTS, ...CLOSED]);
    const verified = verifyChain(stored(chain));
    expect(verified).toMatchObject({ ok: true, length: EVENTS.length + 2 });
  });

  test.each<[type: BankEvent['type'], field: string, value: unknown]>([
    ['PostReleased', 'claimedOn', '2023-01-11'],
    ['EntryVerified', 'points', 100],
    ['EntryVerified', 'entryOn', '2023-01-11'],
    ['EntryReversed', 'assessment', 100],
    ['EntryReversed', 'balance', 100],
    ['EntryReversed', 'entryIs', 'nowhere'],
    ['PointsSent', 'balance', 100],
    ['AccountBarred', 'bars', ['earning']],
    ['AccountClosed', 'balance', 100],
    ['AccountClosed', 'forfeited', 100],
  ])('%s with another %s does not', (type, field, value) => {
    const all = [...EVENTS, ...CLOSED];
    const at = all.findIndex((event) => event.type === type);
    const findings = audit(all.slice(0, at).concat(changed(all[at], { [field]: value })));
    expect(findings).toMatchObject([
      { at, fault: 'differs', parts: [expect.stringContaining(`data.${field}`)] },
    ]);
  });

  test('of which a reversal was recorded twice says so; one of nothing is refused', () => {
    const at = EVENTS.findIndex(({ type }) => type === 'EntryReversed');
    const twice = EVENTS.slice(0, at + 1).concat(EVENTS[at] as BankEvent);
    expect(said(audit(twice))).toEqual([[at + 1, 'repeated']]);
    const before = EVENTS.slice(0, 1).concat(EVENTS[at] as BankEvent);
    expect(audit(before)).toMatchObject([{ at: 1, fault: 'refused', refusal: { code: 'unknown-entry' } }]);
  });

  test('has nothing after its closing', () => {
    const after = [...EVENTS, CLOSING, changed(EVENTS[3], { matterId: 'another', on: '2024-04-30' })];
    expect(audit(after)).toMatchObject([{ at: after.length - 1, refusal: { code: 'account-closed' } }]);
  });
});

describe('a continuation', () => {
  const whole = [...EVENTS, ...CLOSED];
  const because = (events: readonly BankEvent[]) =>
    audit(events).map((finding) =>
      finding.fault === 'unfounded-continuation'
        ? [finding.at, finding.accountId, finding.because, ...finding.parts]
        : [finding.at, finding.fault],
    );

  test('rests on the closing, in whatever order the accounts come', () => {
    expect(audit(whole)).toEqual([]);
    expect(audit([CONTINUING, ...EVENTS, CLOSING])).toEqual([]);
  });

  test('is trusted where the other account is not among the events', () => {
    expect(audit([CONTINUING])).toEqual([]);
    expect(
      audit([changed(CONTINUING, { continues: [{ ...CONTINUING.data.continues?.[0], accountId: 'x' }] })]),
    ).toEqual([]);
  });

  test('of an account that was never closed is a finding', () => {
    expect(because([...EVENTS, CONTINUING])).toEqual([[EVENTS.length, 'v1', 'never-closed']]);
  });

  test('that takes up more than was handed on is a finding, with the parts', () => {
    const [continued] = CONTINUING.data.continues ?? [];
    const [item, ...items] = continued?.handedOn?.items ?? [];
    const more = {
      ...continued,
      handedOn: { ...continued?.handedOn, items: [{ ...item, points: 9 }, ...items] },
    };
    const generous = changed(CONTINUING, { continues: [more] });
    expect(because([...EVENTS, CLOSING, generous])).toEqual([
      [EVENTS.length + 1, 'v1', 'closed-otherwise', 'continues.handedOn.items[0].points'],
    ]);
    const later = changed(CONTINUING, { continues: [{ ...continued, closedOn: '2024-05-02' }] });
    expect(because([...EVENTS, CLOSING, later])).toEqual([
      [EVENTS.length + 1, 'v1', 'closed-otherwise', 'continues.closedOn'],
    ]);
  });

  test('of an account that forfeited everything is a finding', () => {
    const { handedOn: _, ...data } = CLOSING.data;
    const forfeiting = { ...CLOSING, data } as BankEvent;
    expect(because([...EVENTS, forfeiting, CONTINUING])).toEqual([
      [EVENTS.length, 'differs'],
      [EVENTS.length + 1, 'v1', 'closed-otherwise', 'continues.handedOn'],
    ]);
  });

  test('is held against the first closing, where a damaged history has two', () => {
    const again = changed(CLOSING, { on: '2024-05-03' });
    expect(because([...EVENTS, CLOSING, again, CONTINUING])).toEqual([[EVENTS.length + 1, 'refused']]);
  });

  test('by another account than the closing names, or by a second one, is a finding', () => {
    const other = changed(CONTINUING, { accountId: 'v10' });
    expect(because([...EVENTS, CLOSING, other])).toEqual([[EVENTS.length + 1, 'v1', 'another-continues-it']]);
    const { continuedBy: _, ...unnamed } = CLOSING.data;
    const closing = { ...CLOSING, data: unnamed } as BankEvent;
    expect(because([...EVENTS, closing, CONTINUING])).toEqual([]);
    expect(because([...EVENTS, closing, CONTINUING, other])).toEqual([
      [EVENTS.length + 2, 'v1', 'another-continues-it'],
    ]);
  });

  test('goes on from an account whose continuation was opened in error', () => {
    const { continuedBy: _, ...unnamed } = CLOSING.data;
    const closing = { ...CLOSING, data: unnamed } as BankEvent;
    const closed = run(
      [
        {
          type: 'OpenAccount',
          data: { ...open('resident', '2024-05-02').data, accountId: 'v9', continues: [closing] },
        },
        {
          type: 'CloseAccount',
          data: { accountId: 'v9', on: '2024-05-03', by: CENTRE, reason: 'opened-in-error' },
        },
      ],
      { ruleSet: RICH },
    ).events;
    const again = changed(CONTINUING, { accountId: 'v10' });
    expect(because([...EVENTS, closing, ...closed, again])).toEqual([]);
  });

  test('by another person is a finding', () => {
    const theirs = changed(CONTINUING, { memberId: 'neighbour' });
    expect(because([...EVENTS, CLOSING, theirs])).toEqual([[EVENTS.length + 1, 'v1', 'another-member']]);
  });
});

describe('points received', () => {
  const transfers: RuleSet = {
    ...renfa2022,
    transfer: { clause: '4.2', title: { 'zh-CN': '积分转赠', en: 'transfer of points' } },
    authority: entitling({
      TransferPoints: ['community'],
      ReceivePoints: ['community'],
    }),
  };
  const of = (accountId: string, type: string, on: string, data: object) => ({
    type,
    data: { accountId, on, by: CENTRE, ...data },
  });
  const opening = (accountId: string) => ({
    type: 'OpenAccount',
    data: { ...open('resident', '2023-01-10').data, accountId },
  });
  const sending = of('v1', 'TransferPoints', '2023-02-01', { transferId: 't', to: 'v2', points: 3 });
  const sender = run([open('resident'), ...hardMatters(3, '2023-01-11'), sending], {
    ruleSet: transfers,
  }).events;
  const sent = sender.at(-1) as BankEvent;
  const receiver = run([opening('v2'), of('v2', 'ReceivePoints', '2023-02-02', { sent })], {
    ruleSet: transfers,
  }).events;
  const because = (events: readonly BankEvent[]) =>
    verifyDecisions(events, [transfers]).map((finding) =>
      finding.fault === 'unmatched-transfer'
        ? [finding.at, finding.from, finding.transferId, finding.because]
        : [finding.at, finding.fault],
    );
  const undoing = (accountId: string, kept: readonly BankEvent[]): BankEvent => {
    const reversal = of(accountId, 'ReverseEntry', '2023-02-03', {
      reversalId: 'undone',
      reverses: { kind: 'transfer', id: 't' },
      reason: '登记有误',
    });
    return decidedAfter(kept, reversal, transfers);
  };

  test('were sent, in whatever order the accounts come', () => {
    expect([sender.length, receiver.length]).toEqual([5, 2]);
    expect(because([...sender, ...receiver])).toEqual([]);
    expect(because([...receiver, ...sender])).toEqual([]);
  });

  test('are trusted where the other account is not among the events', () => {
    expect(because(receiver)).toEqual([]);
  });

  test('that were never sent, or sent otherwise, are a finding', () => {
    expect(because([...sender.slice(0, -1), ...receiver])).toEqual([[5, 'v1', 't', 'never-sent']]);
    for (const data of [{ points: 2 }, { on: '2023-01-31' }, { to: 'v3' }]) {
      expect(because([...sender.slice(0, -1), changed(sent, data), ...receiver]).at(-1)).toEqual([
        6,
        'v1',
        't',
        'sent-otherwise',
      ]);
    }
  });

  test('are received once', () => {
    expect(because([...sender, ...receiver, receiver[1] as BankEvent])).toEqual([[7, 'repeated']]);
    const later = changed(receiver[1], { on: '2023-02-05' });
    expect(because([...sender, ...receiver, later])).toEqual([[7, 'refused']]);
    const other = run([opening('v3')], { ruleSet: transfers }).events;
    const stolen = changed(receiver[1], { accountId: 'v3' });
    expect(because([...sender, ...receiver, ...other, stolen])).toEqual([[8, 'v1', 't', 'sent-otherwise']]);
  });

  test('whose sending was undone are a finding, unless the receipt was undone too', () => {
    const unsent = undoing('v1', sender);
    const unreceived = undoing('v2', receiver);
    expect(because([...sender, unsent, ...receiver])).toEqual([[7, 'v1', 't', 'sending-undone']]);
    expect(because([...sender, unsent, ...receiver, unreceived])).toEqual([]);
    expect(because([...sender, ...receiver, unreceived])).toEqual([]);
    // A sending that is not there cannot be undone.
    expect(because([...sender.slice(0, -1), unsent, ...receiver])).toEqual([
      [4, 'refused'],
      [6, 'v1', 't', 'never-sent'],
    ]);
    const sentAgain = decidedAfter(
      [...sender, unsent],
      of('v1', 'ReverseEntry', '2023-02-04', {
        reversalId: 'back',
        reverses: { kind: 'reversal', id: 'undone' },
        reason: '登记有误',
      }),
      transfers,
    );
    expect(because([...sender, unsent, sentAgain, ...receiver])).toEqual([]);
  });

  test('are held against the sending that they came from, where another of its id and day was undone', () => {
    const undone = decidedAfter(
      sender,
      of('v1', 'ReverseEntry', sent.data.on, {
        reversalId: 'undone',
        reverses: { kind: 'transfer', id: 't' },
        reason: '登记有误',
      }),
      transfers,
    );
    const before = [...sender, undone];
    const more = { transferId: 't', to: 'v2', points: (sent as PointsSent).data.points + 1 };
    const anew = decidedAfter(before, of('v1', 'TransferPoints', sent.data.on, more), transfers);
    const received = decidedAfter(
      receiver.slice(0, 1),
      of('v2', 'ReceivePoints', '2023-02-02', { sent: anew }),
      transfers,
    );
    expect(because([...before, anew, receiver[0] as BankEvent, received])).toEqual([]);
    expect(because([...before, anew, ...receiver])).toEqual([[8, 'v1', 't', 'sending-undone']]);
  });
});

test('a report-in with its form, and one without, follow from their rules', () => {
  for (const formComplete of [undefined, true]) {
    const more = formComplete === undefined ? {} : { formComplete };
    const { events } = run([open('resident'), reportIn('2024-01-08', more)]);
    expect(events).toHaveLength(2);
    expect(audit(events, [renfa2022])).toEqual([]);
  }
  const eachYear = withReading(renfa2022, 'form-each-year', 'each-year');
  const { events } = run([open('resident'), reportIn('2024-01-08', { formComplete: true })], {
    ruleSet: eachYear,
  });
  expect(audit(events, [eachYear])).toEqual([]);
  expect(
    said(
      audit([events[0], { ...events[1], data: { ...events[1]?.data, formComplete: undefined } }], [eachYear]),
    ),
  ).toEqual([[1, 'refused']]);
});

/** The event that a command leads to after some others. */
function decidedAfter(events: readonly BankEvent[], command: object, ruleSet: RuleSet): BankEvent {
  const decision = bankOf(ruleSet, undefined).decideUnknown(command, fold(events));
  const [event] = decision.accepted ? decision.events : [];
  if (event === undefined) throw new Error(`refused: ${JSON.stringify(decision)}`);
  return event;
}

describe('stock that was given', () => {
  const handbook: Handbook = {
    ...HANDBOOK,
    rewards: HANDBOOK.rewards.map((reward) => (reward.rewardId === 'tea' ? { ...reward, stock: 2 } : reward)),
  };
  const reverse = (reversalId: string, kind: string, id: string, more: object = {}) => ({
    type: 'ReverseEntry',
    data: {
      accountId: 'v1',
      on: '2023-02-03',
      by: CENTRE,
      reversalId,
      reverses: { kind, id },
      reason: '登记有误',
      ...more,
    },
  });
  const before = [open('resident', '2023-01-10'), ...hardMatters(9, '2023-01-11')];
  const under = (commands: readonly unknown[]) => {
    // The bank knows of no stock, so that it is the audit that counts.
    const unlimited = { ...handbook, rewards: handbook.rewards.map(({ stock: _, ...reward }) => reward) };
    const { events } = run([...before, ...commands], { handbook: unlimited });
    expect(events).toHaveLength(before.length + commands.length);
    return said(verifyDecisions(events, [renfa2022], { handbooks: [handbook] }));
  };
  const visit = (id: string, tea: number, on: string) => redeem(id, on, { tea });

  test('comes back with a redemption that was undone, whole or in part', () => {
    expect(under([visit('a', 2, '2023-02-01'), visit('b', 1, '2023-08-01')])).toEqual([
      [before.length + 1, 'refused'],
    ]);
    expect(
      under([visit('a', 2, '2023-02-01'), reverse('x', 'redemption', 'a'), visit('b', 2, '2023-08-01')]),
    ).toEqual([]);
    const one = { lines: [{ rewardId: 'tea', quantity: 1 }] };
    expect(
      under([visit('a', 2, '2023-02-01'), reverse('x', 'redemption', 'a', one), visit('b', 1, '2023-08-01')]),
    ).toEqual([]);
    expect(
      under([visit('a', 2, '2023-02-01'), reverse('x', 'redemption', 'a', one), visit('b', 2, '2023-08-01')]),
    ).toEqual([[before.length + 2, 'refused']]);
  });

  test('is taken again when the reversal is undone', () => {
    const again = [
      visit('a', 2, '2023-02-01'),
      reverse('x', 'redemption', 'a'),
      reverse('y', 'reversal', 'x'),
    ];
    expect(under([...again, visit('b', 1, '2023-08-01')])).toEqual([[before.length + 3, 'refused']]);
  });
});

test('each finding says what is wrong in every pack', () => {
  const { events } = run([open('resident')]);
  const [event] = events as readonly BankEvent[];
  const facts = [
    ...(['never-closed', 'closed-otherwise', 'another-continues-it', 'another-member'] as const).map(
      (because) => ({
        fault: 'unfounded-continuation' as const,
        accountId: 'v7',
        because,
        parts: because === 'closed-otherwise' ? ['continues.reason'] : [],
      }),
    ),
    ...(['never-sent', 'sent-otherwise', 'sending-undone'] as const).map((because) => ({
      fault: 'unmatched-transfer' as const,
      transferId: 't7',
      from: 'v7',
      because,
    })),
  ];
  const texts = facts.map((of) =>
    Object.values(PACKS).map((pack) => explain({ at: 2, event, ...of } as DecisionFinding, pack)),
  );
  for (const text of texts.flat()) expect(text).toMatch(/^(?:第 3 条|Entry 3|.*3.*)[：:].*v7.*[.。]$/);
  expect(new Set(texts.flat()).size).toBe(texts.flat().length);
});

test('under a reading that verifies apart, a history is verified as well', () => {
  const apart = withReading(renfa2022 as RuleSet, 'verification', 'apart');
  const { events } = run(
    [
      open('resident'),
      ...hardMatters(1, '2023-02-01'),
      {
        type: 'VerifyEntry',
        data: {
          accountId: 'v1',
          on: '2023-02-02',
          by: CENTRE,
          verifies: { kind: 'matter', id: hardMatters(1, '2023-02-01')[0]?.data.matterId },
        },
      },
    ],
    { ruleSet: apart },
  );
  expect(events.map(({ type }) => type)).toEqual(['AccountOpened', 'ActivityCredited', 'EntryVerified']);
  expect(audit(events, [apart])).toEqual([]);
});
