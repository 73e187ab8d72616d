import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Bank,
  createBank,
  type Decision,
  evolve,
  initialAccount,
  type Programme,
  programmeChanges,
  programmeOn,
  type Refusal,
  type RuleSet,
} from '../../src/index.js';
import { hailin, renfa2022 } from '../../src/rule-sets.js';
import { foldedName, namedNear, namesMeant } from '../../src/values/names.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { under, world } from '../support/arbitraries.js';
import { openParts, stored } from '../support/checks.js';
import { CENTRE, claim, credit, eventOf, open, outcomeOf, refusalOf } from '../support/history.js';
import { PROGRAMME } from '../support/programme.js';
import { reasonOf } from '../support/words.js';

const [GATE, RIVER, LIBRARY] = PROGRAMME.posts;
const [CLINIC, DUTY, HEARING] = PROGRAMME.matters;
const BANK: Bank<RuleSet> = createBank(renfa2022 as RuleSet, { programme: PROGRAMME });

/** What became of commands for one account, put to a bank or to several, one after the other. */
function decisions(
  commands: readonly unknown[],
  banks: Bank<RuleSet> | readonly Bank<RuleSet>[] = BANK,
): Decision[] {
  let account = initialAccount as Parameters<typeof evolve>[0];
  return commands.map((command, i) => {
    const bank = Array.isArray(banks) ? (banks[i] ?? banks.at(-1)) : banks;
    const decision = (bank as Bank<RuleSet>).decideUnknown(command, account);
    if (decision.accepted) account = decision.events.reduce(evolve, account);
    return decision;
  });
}

function last(commands: readonly unknown[], banks?: Bank<RuleSet> | readonly Bank<RuleSet>[]): Decision {
  return decisions(commands, banks).at(-1) as Decision;
}

const OPEN = open('resident', '2023-01-10');
const UNMEASURED = { difficulty: undefined };
const clinic = (matterId = '3.5 义诊', more: object = {}) =>
  credit('activity', matterId, '2023-03-05', { difficulty: 'hard', ...more });

describe('a name', () => {
  test('is the same in another width or case, and with other spaces', () => {
    for (const name of ['3.5 义诊', '3.5义诊', '３．５义诊', '３.５　义 诊']) {
      expect(foldedName(name)).toBe('3.5义诊');
    }
    expect(foldedName('ＧＡＴＥ Duty')).toBe(foldedName('gate duty'));
    expect(foldedName('3.6义诊')).not.toBe(foldedName('3.5义诊'));
    expect(foldedName('gate-duty')).not.toBe(foldedName('gate duty'));
  });

  test('that is folded stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldedName(foldedName(name))).toBe(foldedName(name));
        expect(foldedName(` ${name}`)).toBe(foldedName(name));
      }),
    );
  });

  test('is near another where one character was missed, added or mistaken', () => {
    for (const [a, b] of [
      ['gate', 'gte'],
      ['gate', 'gates'],
      ['gate', 'gake'],
      ['gate', 'xgate'],
      ['a', ''],
    ] as const) {
      expect([namedNear(a, [[b, 1]]), namedNear(b, [[a, 1]])]).toEqual([[1], [1]]);
    }
    for (const [a, b] of [
      ['gate', 'tage'],
      ['gate', 'ga'],
      ['gate', 'agates'],
      ['gate', 'ggaet'],
    ] as const) {
      expect([namedNear(a, [[b, 1]]), namedNear(b, [[a, 1]])]).toEqual([[], []]);
    }
  });
});

describe('with a programme', () => {
  test('two spellings are one matter, and the event bears the programme’s', () => {
    const spellings = ['３．５义诊', '3.5义诊', '3.5　义诊'];
    const [, first, ...others] = decisions([OPEN, ...spellings.map((name) => clinic(name)), clinic()]);
    expect(eventOf(first).data).toMatchObject({ matterId: '3.5 义诊', points: 2 });
    expect(others.map(outcomeOf)).toEqual(['retried', 'retried', 'retried']);
    const again = last([OPEN, clinic('３．５义诊'), clinic('3.5义诊', { note: '另一笔' })]);
    expect(refusalOf(again)).toMatchObject({ code: 'duplicate-matter', facts: { matterId: '3.5 义诊' } });
  });

  test('two spellings are one post: claimed, served in and given up', () => {
    const release = {
      type: 'ReleasePost',
      data: { accountId: 'v1', postId: 'gate ', on: '2023-06-01', by: CENTRE },
    };
    const commands = [
      OPEN,
      claim('ＧＡＴＥ'),
      claim('Gate'),
      claim('g ate', '2023-02-02'),
      credit('activity', 'Gate Duty', '2023-03-01', { postId: 'GATE' }),
      { ...release, data: { ...release.data, postId: 'GATE' } },
      { ...release, data: { ...release.data, postId: 'gate' } },
    ];
    const made = decisions(commands);
    expect(made.slice(0, 5).map(outcomeOf)).toEqual([1, 1, 'retried', 'duplicate-claim', 1]);
    expect(eventOf(made[1]).data).toMatchObject({ postId: 'gate', kind: 'post' });
    expect(eventOf(made[4]).data).toMatchObject({ matterId: 'gate duty', postId: 'gate' });
    expect(eventOf(made[5]).data).toMatchObject({ postId: 'gate', claimedOn: '2023-02-01' });
    expect(made[6]).toMatchObject({ accepted: true, events: [] });
  });

  test('what is left out is the programme’s, and a retry may leave it out again', () => {
    const served = credit('activity', 'gate duty', '2023-03-01', UNMEASURED);
    const made = decisions([OPEN, claim('gate', '2023-02-01', UNMEASURED), served, served]);
    expect(eventOf(made[1]).data).toMatchObject({ difficulty: 'base', points: 1 });
    expect(eventOf(made[2]).data).toMatchObject({ difficulty: 'base', postId: 'gate', catalogue: 'safety' });
    expect(outcomeOf(made[3] as Decision)).toBe('retried');
    const said = credit('activity', 'gate duty', '2023-03-01', { postId: 'gate', catalogue: 'safety' });
    expect(outcomeOf(last([OPEN, claim('gate'), served, said]))).toBe('retried');
  });

  test('what it does not say the command has to say', () => {
    expect(refusalOf(last([OPEN, credit('affairs', 'hearing', '2023-03-01', UNMEASURED)])).code).toBe(
      'wrong-measure',
    );
    expect(outcomeOf(last([OPEN, credit('affairs', 'hearing', '2023-03-01', { difficulty: 'hard' })]))).toBe(
      2,
    );
    expect(
      outcomeOf(last([OPEN, claim('library', '2023-03-01', { kind: 'project', difficulty: 'hard' })])),
    ).toBe(2);
  });

  test('there is nothing else, and what was meant is told', () => {
    for (const [command, facts] of [
      [credit('activity', '3.7义诊', '2023-03-05'), { kind: 'matter', id: '3.7义诊', near: ['3.5 义诊'] }],
      [credit('activity', 'rehearsal', '2023-03-05'), { kind: 'matter', id: 'rehearsal', near: [] }],
      [claim('Gates'), { kind: 'post', id: 'Gates', near: ['gate'] }],
      [claim('kitchen'), { kind: 'post', id: 'kitchen', near: [] }],
    ] as const) {
      const refusal = refusalOf(last([OPEN, command]));
      expect(refusal).toMatchObject({ code: 'not-in-programme', facts });
      expect(reasonOf(refusal).en).toContain(facts.near[0] ?? 'no ');
    }
  });

  test('at most a few names are told, and only by a programme that has them', () => {
    const posts = Array.from({ length: 10 }, (_, i) => ({ ...LIBRARY, postId: `post ${i}` }));
    const bank = BANK.withProgramme({ ...PROGRAMME, posts } as Programme);
    expect(refusalOf(last([OPEN, claim('post')], bank)).facts).toMatchObject({
      near: ['post 0', 'post 1', 'post 2', 'post 3', 'post 4'],
    });
  });

  test.each([
    ['item', credit('other', '3.5义诊', '2023-03-05'), { given: 'other', expected: 'activity' }],
    ['difficulty', clinic('3.5义诊', { difficulty: 'base' }), { given: 'base', expected: 'hard' }],
    ['on', credit('activity', '3.5义诊', '2023-03-07'), { expected: { days: ['2023-03-05', '2023-03-06'] } }],
    ['on', credit('affairs', 'hearing', '2023-01-31'), { expected: { from: '2023-02-01' } }],
    [
      'on',
      credit('activity', 'gate duty', '2024-01-01'),
      { given: '2024-01-01', expected: { from: '2023-02-01', until: '2023-12-31' } },
    ],
    [
      'postId',
      credit('activity', 'gate duty', '2023-03-01', { postId: 'library' }),
      { given: 'library', expected: 'gate' },
    ],
    [
      'catalogue',
      credit('activity', 'gate duty', '2023-03-01', { catalogue: 'lectures' }),
      { given: 'lectures', expected: 'safety' },
    ],
    ['difficulty', claim('gate', '2023-02-01', { difficulty: 'hard' }), { given: 'hard', expected: 'base' }],
    ['kind', claim('河长2号', '2023-02-01', { difficulty: 'hard' }), { given: 'post', expected: 'project' }],
    ['on', claim('河长2号', '2023-01-31', { kind: 'project' }), { given: '2023-01-31' }],
    [
      'catalogue',
      claim('河长2号', '2023-02-01', { kind: 'project', difficulty: 'hard', catalogue: 'lectures' }),
      { given: 'lectures', expected: 'safety' },
    ],
  ])('a wrong %s is refused', (field, command, facts) => {
    const refusal = refusalOf(last([OPEN, command]));
    expect(refusal).toMatchObject({ code: 'programme-differs', facts: { field, ...facts } });
    expect(openParts(refusal)).toEqual([]);
    expect(reasonOf(refusal)['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(outcomeOf(last([OPEN, command], createBank(renfa2022 as RuleSet)))).not.toBe('programme-differs');
  });

  test('a matter of others is refused, by the rule set’s roles', () => {
    const member = open('in-service-party-member', '2023-01-10');
    const refusal = refusalOf(last([member, credit('affairs', 'hearing')]));
    expect(refusal.facts).toMatchObject({
      field: 'role',
      given: 'in-service-party-member',
      expected: ['resident', 'community-party-member'],
    });
    expect(
      outcomeOf(last([open('community-party-member', '2023-01-10'), credit('affairs', 'hearing')])),
    ).toBe(1);
  });

  test('an end alone says until when', () => {
    const { from: _, ...ending } = RIVER as NonNullable<typeof RIVER>;
    const bank = BANK.withProgramme({ ...PROGRAMME, posts: [ending] });
    const late = refusalOf(last([OPEN, claim('河长2号', '2024-01-01', { kind: 'project' })], bank));
    expect(late.facts).toMatchObject({ field: 'on', expected: { until: '2023-12-31' } });
    expect(reasonOf(late).en).toContain('until 2023-12-31');
  });

  test('a role that has one tier scores it, however hard the post is for others', () => {
    const member = open('community-party-member', '2023-01-10');
    const river = claim('河长2号', '2023-02-01', { kind: 'project', difficulty: undefined });
    expect(eventOf(last([member, river])).data).toMatchObject({ difficulty: 'base', points: 1 });
    expect(eventOf(last([OPEN, river])).data).toMatchObject({ difficulty: 'hard', points: 2 });
  });

  test('of another community nothing is taken from it', () => {
    const bank = BANK.withProgramme({ ...PROGRAMME, communityId: 'beishan' });
    const made = decisions([OPEN, clinic('3.5义诊'), claim('GATE')], bank);
    expect(made.slice(1).map(outcomeOf)).toEqual(['wrong-programme', 'wrong-programme']);
    expect(refusalOf(made[1]).facts).toEqual({ communityId: 'beishan', own: 'linan' });
  });

  test('a post that is served in is the programme’s, or one that is held', () => {
    const free = createBank(under(['service-needs-claim', 'not-needed']), { programme: PROGRAMME });
    const served = (postId: string) => credit('affairs', 'hearing', '2023-03-01', { postId });
    expect(outcomeOf(last([OPEN, served('library')], free))).toBe(1);
    expect(refusalOf(last([OPEN, served('kitchen')], free)).facts).toMatchObject({
      kind: 'post',
      id: 'kitchen',
    });
    const before = free.withProgramme({
      ...PROGRAMME,
      posts: [{ ...LIBRARY, postId: 'kitchen' }],
    } as Programme);
    expect(outcomeOf(last([OPEN, claim('kitchen'), served('kitchen')], [before, before, free]))).toBe(1);
  });

  test('quantities are the programme’s too, for items scored by them', () => {
    const matters = [
      { matterId: 'patrol', title: { en: 'Patrol' }, item: 'activity', quantity: 1.5, from: '2023-01-01' },
    ];
    const [role = ''] = Object.keys(hailin.roles);
    const item = quantityItem();
    const programme = { ...PROGRAMME, posts: [], matters: matters.map((matter) => ({ ...matter, item })) };
    const bank = createBank(hailin as RuleSet, { programme });
    const opened = open(role as 'resident', '2023-01-10');
    const patrol = (quantity?: number) =>
      credit(item, 'Patrol', '2023-03-01', { difficulty: undefined, quantity });
    expect(eventOf(last([opened, patrol()], bank)).data).toMatchObject({ quantity: 1.5 });
    expect(outcomeOf(last([opened, patrol(), patrol(1.5)], bank))).toBe('retried');
    expect(refusalOf(last([opened, patrol(1)], bank)).facts).toMatchObject({
      field: 'quantity',
      given: 1,
      expected: 1.5,
    });
    // Difficulty and quantity mean nothing to items that are measured otherwise.
    const hard = {
      ...programme,
      matters: matters.map((matter) => ({ ...matter, item, quantity: undefined, difficulty: 'hard' })),
    };
    expect(outcomeOf(last([opened, patrol(1)], bank.withProgramme(hard as never)))).not.toBe(
      'programme-differs',
    );
  });
});

test('of two parts with one name the first counts, where nobody checked the programme', () => {
  const twice = { ...PROGRAMME, matters: [CLINIC, { ...CLINIC, matterId: '3.5义诊', difficulty: 'base' }] };
  expect(outcomeOf(last([OPEN, clinic('3.5义诊')], BANK.withProgramme(twice as Programme)))).toBe(2);
});

describe('every refusal of a programme', () => {
  const only = { difficulty: undefined, quantity: 1 };
  const patrols = {
    matterId: 'patrol',
    title: { en: 'Patrol' },
    item: 'service',
    quantity: 2,
    from: '2023-01-01',
  };

  test('is said in the words of each pack, without an id where there is a title', () => {
    const member = open('in-service-party-member', '2023-01-10');
    const late = claim('河长2号', '2024-01-01', { kind: 'project' });
    const refusals = [
      last([OPEN, clinic('3.5义诊', { difficulty: 'base' })]),
      last([OPEN, credit('other', '3.5义诊', '2023-03-05')]),
      last([OPEN, credit('activity', '3.5义诊', '2023-03-07')]),
      last([OPEN, credit('affairs', 'hearing', '2023-01-31')]),
      last([OPEN, late]),
      last([OPEN, claim('河长2号', '2023-03-01', { difficulty: 'hard' })]),
      last([OPEN, credit('activity', 'gate duty', '2023-03-01', { postId: 'library' })]),
      last([OPEN, credit('activity', 'gate duty', '2023-03-01', { catalogue: 'lectures' })]),
      last([member, credit('affairs', 'hearing')]),
      last([OPEN, claim('Gates')]),
      last([OPEN, claim('kitchen')]),
      last([OPEN, clinic()], BANK.withProgramme({ ...PROGRAMME, communityId: 'beishan' })),
    ].map(refusalOf);
    for (const refusal of refusals) {
      for (const pack of [en, zhCN, ja]) {
        const said = explain(refusal, pack, renfa2022);
        expect(said).not.toMatch(/undefined|in-service-party-member|community-party-member|\bhard\b(?=”|」)/);
        expect(said.length).toBeGreaterThan(20);
      }
    }
    expect(explain(refusals[8] as Refusal, zhCN, renfa2022)).toContain(
      '面向居民志愿者、社区党员，不面向在职党员',
    );
    expect(explain(refusals[4] as Refusal, zhCN, renfa2022)).toContain(
      '日期应在 2023-02-01 至 2023-12-31（含当日）之间，填写为 2024-01-01',
    );
    expect(explain(refusals[0] as Refusal, zhCN, renfa2022)).toContain('难度统一为“难度较大”，填写为“一般”');
  });

  test('of quantities, too', () => {
    const item = quantityItem();
    const programme = { ...PROGRAMME, posts: [], matters: [{ ...patrols, item }] };
    const bank = createBank(hailin as RuleSet, { programme });
    const [role = ''] = Object.keys(hailin.roles);
    const refusal = refusalOf(
      last([open(role as 'resident'), credit(item, 'patrol', '2023-03-01', only)], bank),
    );
    for (const pack of [en, zhCN, ja]) expect(explain(refusal, pack)).toMatch(/2.*1/);
  });

  test('of an end alone, too', () => {
    const { from: _, ...ending } = RIVER as NonNullable<typeof RIVER>;
    const bank = BANK.withProgramme({ ...PROGRAMME, posts: [ending] });
    const refusal = refusalOf(last([OPEN, claim('河长2号', '2024-01-01', { kind: 'project' })], bank));
    for (const pack of [en, zhCN, ja]) expect(explain(refusal, pack)).toContain('2023-12-31');
  });
});

/** An item that is scored by quantity. */
function quantityItem(): string {
  const { items } = Object.values(hailin.roles)[0] as RuleSet['roles'][string];
  const [item = ''] = Object.entries(items).find(([, rule]) => rule.scoring.by === 'quantity') ?? [];
  return item;
}

describe('an account that is older than the programme', () => {
  const none = createBank(renfa2022 as RuleSet);

  test('keeps its matters: the same command is a retry, and another is refused', () => {
    const old = credit('activity', '3.5义诊', '2023-03-05', { difficulty: 'hard' });
    expect(outcomeOf(last([OPEN, old, old], [none, none, BANK]))).toBe('retried');
    const other = credit('activity', '3.5义诊', '2023-03-06', { difficulty: 'hard' });
    expect(outcomeOf(last([OPEN, old, other], [none, none, BANK]))).toBe('duplicate-matter');
  });

  test('keeps its matters where the programme adds to what was said', () => {
    const old = credit('activity', 'gate duty', '2023-03-05', { difficulty: 'base' });
    expect(outcomeOf(last([OPEN, claim('gate'), old, old], [none, none, none, BANK]))).toBe('retried');
  });

  test('keeps its posts: claimed again, served in and given up as they were written', () => {
    const old = claim('GATE', '2023-02-01', { catalogue: undefined });
    const banks = [none, none, BANK];
    expect(outcomeOf(last([OPEN, old, old], banks))).toBe('retried');
    expect(outcomeOf(last([OPEN, old, claim('GATE', '2023-02-03')], banks))).toBe('duplicate-claim');
    const served = credit('activity', 'gate duty', '2023-03-01', { postId: 'GATE' });
    expect(eventOf(last([OPEN, old, served], banks)).data).toMatchObject({ postId: 'GATE', points: 1 });
  });
});

describe('whose difficulty counts', () => {
  const byPerson = createBank(under(['difficulty-of', 'by-person']), { programme: PROGRAMME });

  test('by the default the programme’s, for all; by the other answer the command’s', () => {
    const easy = clinic('3.5义诊', { difficulty: 'base' });
    const refusal = refusalOf(last([OPEN, easy]));
    expect(refusal.readings).toEqual({ 'difficulty-of': 'for-all' });
    expect(outcomeOf(last([OPEN, easy], byPerson))).toBe(1);
    expect(outcomeOf(last([OPEN, clinic('3.5义诊', UNMEASURED)], byPerson))).toBe(2);
    expect(outcomeOf(last([OPEN, claim('gate', '2023-02-01', { difficulty: 'hard' })], byPerson))).toBe(2);
  });
});

describe('without a programme', () => {
  test('everything is as it would be with one that has it', () => {
    // A programme of everything that the worlds have, which says nothing of its own.
    const programme: Programme = {
      ...PROGRAMME,
      posts: Array.from({ length: 6 }, (_, i) => ({ postId: `post-${i}`, title: { en: 'Post' } })),
      matters: [],
    };
    const without = createBank(renfa2022 as RuleSet);
    const bank = without.withProgramme(programme);
    fc.assert(
      fc.property(world(), (commands) => {
        const alike = commands.filter(
          (command) => (command as { type?: string } | null)?.type !== 'CreditActivity',
        );
        const accounts = new Map<string, Parameters<typeof evolve>[0]>();
        for (const command of alike) {
          const id = String((command as { data?: { accountId?: unknown } } | null)?.data?.accountId);
          const before = accounts.get(id) ?? initialAccount;
          const decision = without.decideUnknown(command, before);
          expect(bank.decideUnknown(command, before)).toEqual(decision);
          if (decision.accepted) accounts.set(id, decision.events.reduce(evolve, before));
        }
      }),
    );
  });

  test('names are taken as they are', () => {
    const none = createBank(renfa2022 as RuleSet);
    expect(none.programme).toBeUndefined();
    expect(BANK.programme).toBe(PROGRAMME);
    expect(BANK.withHandbook({ ...PROGRAMME, rewards: [] } as never).programme).toBe(PROGRAMME);
    const both = [clinic('3.5义诊'), clinic('３．５义诊')];
    expect(decisions([OPEN, ...both], none).map(outcomeOf)).toEqual([1, 2, 2]);
  });
});

describe('a bank leaves its programme alone', () => {
  test('and the host may have it unfrozen', () => {
    const plain = stored(PROGRAMME) as Programme;
    const bank = createBank(renfa2022 as RuleSet, { programme: plain });
    decisions(
      [OPEN, clinic(), credit('activity', '3.5义诊', '2023-03-07'), credit('other', 'hearing')],
      bank,
    );
    expect(plain).toEqual(PROGRAMME);
    expect(Object.isFrozen(plain.matters[0]?.days)).toBe(false);
    expect(Object.isFrozen(plain.matters[0]?.title)).toBe(false);
  });
});

describe('editions of a programme', () => {
  const next: Programme = {
    ...PROGRAMME,
    version: '2024-1',
    published: '2024-01-01',
    posts: [GATE, { ...LIBRARY, difficulty: 'hard' }] as Programme['posts'],
    matters: [DUTY, HEARING, { ...CLINIC, matterId: 'lantern' }] as Programme['matters'],
  };

  test('the one in use on a day is the latest published', () => {
    const found = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map(
      (on) => programmeOn([next, PROGRAMME], on)?.version,
    );
    expect(found).toEqual([undefined, '2023-1', '2023-1', '2024-1']);
  });

  test('tell what changed between two', () => {
    const changes = programmeChanges(PROGRAMME, next);
    expect(changes.map(({ title: _, ...change }) => change)).toEqual([
      { part: 'post', id: '河长 2号', change: 'removed' },
      { part: 'post', id: 'library', change: 'changed', field: 'difficulty', is: 'hard' },
      { part: 'matter', id: '3.5 义诊', change: 'removed' },
      { part: 'matter', id: 'lantern', change: 'added' },
    ]);
    expect(openParts(changes)).toEqual([]);
    expect(programmeChanges(PROGRAMME, stored(PROGRAMME) as Programme)).toEqual([]);
    const plain = stored(next) as Programme;
    programmeChanges(PROGRAMME, plain);
    expect(Object.isFrozen(plain.posts[1]?.title)).toBe(false);
  });

  test.each([
    ['redemtion', ['readings', 'redemption', 'recognition'], 'redemption'],
    ['maximim', ['minimum', 'maximum'], 'maximum'],
    ['weekly', ['year', 'week'], 'week'],
    ['daily', ['month', 'day'], 'day'],
    ['credit activity', ['CreditActivity'], 'CreditActivity'],
    ['itmes', ['limits', 'items'], 'items'],
    // The nearest, whatever comes first.
    ['gates', ['gat', 'gate'], 'gate'],
    // A short name has too many others two characters away.
    ['daly', ['dy'], undefined],
    ['registration', ['claim'], undefined],
    ['', ['a-b'], undefined],
  ])('%j may have been meant as …', (name, known, meant) => {
    expect(namesMeant()(name, known)).toBe(meant);
  });
});
