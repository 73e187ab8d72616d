import { deriveRuleSet } from '../../src/define.js';
import {
  createBank,
  type Handbook,
  type ItemRule,
  initialAccount,
  type LimitRule,
  type Programme,
  type Refusal,
  type RefusalCode,
  type RefusalFacts,
  type RuleSet,
  type Text,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { bar, close, receive, reverse, send, verify } from '../living/commands.js';
import { under } from '../support/arbitraries.js';
import { entitling } from '../support/authority.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  CENTRE,
  claim,
  correct,
  credit,
  lastEvent,
  open,
  redeem,
  refusalOf,
  reportIn,
  run,
  VOLUNTEER,
} from '../support/history.js';
import { PROGRAMME } from '../support/programme.js';

/** The least that leads to a refusal: what was entered before, the command, and the rules where they are not the first scheme's. */
export type Case<C extends RefusalCode> = {
  readonly given: readonly unknown[];
  readonly command: unknown;
  readonly facts: RefusalFacts[C];
  readonly ruleSet?: RuleSet;
  /** The tests' handbook where nothing is said. */
  readonly handbook?: Handbook | 'none';
  readonly programme?: Programme;
};

const { resident } = renfa2022.roles;
const { activity, claim: claiming, other } = resident.items;
const rewardTitle = (id: string): Text =>
  HANDBOOK.rewards.find(({ rewardId }) => rewardId === id)?.title as Text;

const BEISHAN = { office: 'community', communityId: 'beishan' } as const;
const OPENED = [open('resident', '2023-01-10')];
const COMMUNITY_CORRECTS = under(['correction-office', 'community-too']);
const ONE_VISIT = {
  clause: '4.2',
  title: { 'zh-CN': '每年一次', en: 'one visit a year' },
  counts: 'visits',
  per: 'year',
  maximum: 1,
} as const;

const FIVE_CLAIMS = {
  clause: '2.3.3.4',
  title: text('年内已认领五个岗位', 'Five posts claimed in the year'),
  counts: 'entries',
  items: ['claim'],
  minimum: 5,
  per: 'year',
} as const;
const { filed: _, ...UNFILED } = HANDBOOK;

const TRANSFER = { clause: '2.2', title: text('积分转移', 'transfers of points') } as const;
const ONE_GIFT = {
  clause: '2.2',
  title: text('每月一次', 'one gift a month'),
  counts: 'transfers',
  per: 'month',
  maximum: 1,
} as const;

/** The first scheme with what its text does not have: transfers, and a ground that bars from earning and redeeming. */
export const RICHER: RuleSet = {
  ...renfa2022,
  authority: entitling({
    TransferPoints: ['community'],
    ReceivePoints: ['community'],
    BarAccount: ['subdistrict'],
  }),
  transfer: TRANSFER,
  ineligibility: {
    'false-entries': {
      clause: '3',
      title: text('虚报积分', 'false entries'),
      bars: ['redeeming', 'earning'],
    },
  },
};
const HELD: LimitRule = {
  clause: '2.2',
  title: text('持有上限', 'Most that is held'),
  counts: 'balance',
  maximum: 1,
  per: 'life',
  beyond: 'trim',
};

const COMMENDATION: ItemRule = {
  clause: '2.3.3.5',
  title: text('街道通报表扬', 'Commendation by the subdistrict'),
  entry: 'activity',
  offices: ['subdistrict'],
  scoring: { by: 'fixed', points: 2 },
};

/** The first scheme, and the subdistrict commends. */
const COMMENDING: RuleSet = {
  ...renfa2022,
  authority: entitling({ CreditActivity: ['community', 'subdistrict'] }),
  roles: {
    ...renfa2022.roles,
    resident: { ...resident, items: { ...resident.items, commendation: COMMENDATION } },
  },
};

const BARRED = bar('b1', 'false-entries', '2023-03-01', '2023-08-31');
const FORFEITED = lastEvent(run([...OPENED, close('left', '2023-05-01')]), 'AccountClosed');

/** The event of one point sent on 1 March. */
function sent(from: string, to: string): unknown {
  const commands = [
    open('resident', '2023-01-10', { accountId: from }),
    send('t1', to, 1, '2023-03-01', { accountId: from }),
  ];
  return lastEvent(run(commands, { ruleSet: RICHER }), 'PointsSent');
}

/** One case for each code, in the order of the list. */
export const CASES: { readonly [C in RefusalCode]: Case<C> } = {
  'invalid-command': {
    given: OPENED,
    command: reportIn('2024-02-30'),
    facts: { field: 'on', problem: 'not-a-date', given: '"2024-02-30"' },
  },
  'account-not-open': { given: [], command: reportIn('2023-05-04'), facts: { accountId: 'v1' } },
  'wrong-account': {
    given: OPENED,
    command: reportIn('2024-01-08', { accountId: 'v2' }),
    facts: { accountId: 'v2', loaded: 'v1' },
  },
  'unknown-role': {
    given: [],
    command: open('resident', '2023-01-10', { role: 'guest' }),
    facts: { role: 'guest', known: ['community-party-member', 'in-service-party-member', 'resident'] },
  },
  'office-not-entitled': {
    given: OPENED,
    command: correct('c1', -1, '2023-05-04', { by: CENTRE }),
    facts: { command: 'CorrectScore', office: 'community', entitled: ['subdistrict'] },
  },
  'community-of-office': {
    given: OPENED,
    command: reportIn('2024-01-08', { by: { office: 'community' } }),
    facts: { office: 'community', acts: 'own-community' },
  },
  'wrong-community': {
    given: OPENED,
    command: reportIn('2024-01-08', { by: BEISHAN }),
    facts: { communityId: 'beishan', own: 'linan' },
  },
  'recorder-not-named': {
    given: [],
    command: open('resident', '2023-01-10'),
    facts: { command: 'OpenAccount', accountId: 'v1' },
    ruleSet: under(['self-issue', 'refused']),
  },
  'self-issue': {
    given: [],
    command: open('resident', '2023-01-10', { by: { ...CENTRE, recorder: 'v1' } }),
    facts: { memberId: 'v1', person: 'recorder' },
    ruleSet: under(['self-issue', 'refused']),
  },
  'approval-missing': {
    given: [],
    command: open('resident', '2023-01-10', { by: { ...CENTRE, recorder: 'clerk' } }),
    facts: { recorder: 'clerk' },
    ruleSet: under(['approval', 'two-person']),
  },
  'approval-by-recorder': {
    given: [],
    command: open('resident', '2023-01-10', { by: { ...CENTRE, recorder: 'clerk', approvedBy: 'clerk' } }),
    facts: { recorder: 'clerk' },
    ruleSet: under(['approval', 'two-person']),
  },
  'unknown-item': {
    given: OPENED,
    command: credit('co-building', 'garden'),
    facts: {
      item: 'co-building',
      role: 'resident',
      roleTitle: resident.title,
      known: ['registration', 'claim', 'activity', 'affairs', 'other'],
    },
  },
  'wrong-command': {
    given: OPENED,
    command: credit('claim', 'gate'),
    facts: { item: 'claim', title: claiming.title, command: 'ClaimPost' },
  },
  'wrong-clause': {
    given: OPENED,
    command: credit('activity', 'clean-up', '2023-03-01', { clause: '2.3.1.3' }),
    facts: { clause: '2.3.1.3', expected: '2.3.3.3', item: 'activity', title: activity.title },
  },
  'not-theirs-to-credit': {
    given: OPENED,
    command: credit('commendation', 'flood relief', '2023-03-01'),
    ruleSet: COMMENDING,
    facts: {
      item: 'commendation',
      title: COMMENDATION.title,
      office: 'community',
      entitled: ['subdistrict'],
    },
  },
  'account-already-open': {
    given: OPENED,
    command: open('resident', '2023-02-01'),
    facts: { accountId: 'v1', openedOn: '2023-01-10' },
  },
  'duplicate-claim': {
    given: [...OPENED, claim('gate', '2023-02-01')],
    command: claim('gate', '2023-06-01'),
    facts: { postId: 'gate', on: '2023-02-01', window: 'life' },
  },
  'duplicate-matter': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-03-01')],
    command: credit('activity', 'clean-up', '2023-03-02'),
    facts: { item: 'activity', title: activity.title, matterId: 'clean-up', on: '2023-03-01', points: 1 },
  },
  'duplicate-redemption': {
    given: [...OPENED, redeem('r1', '2023-03-01', { haircut: 1 })],
    command: redeem('r1', '2023-09-01', { haircut: 1 }),
    facts: { redemptionId: 'r1', on: '2023-03-01' },
  },
  'duplicate-correction': {
    given: [...OPENED, correct('c1', 1, '2023-04-01')],
    command: correct('c1', 2, '2023-04-01'),
    facts: { correctionId: 'c1' },
  },
  'duplicate-bar': {
    given: [...OPENED, BARRED],
    command: bar('b1', 'false-entries', '2023-03-01', '2023-12-31'),
    facts: { barId: 'b1' },
    ruleSet: RICHER,
  },
  'duplicate-transfer': {
    given: [...OPENED, send('t1', 'v2', 1, '2023-03-01')],
    command: send('t1', 'v3', 1, '2023-03-01'),
    facts: { transferId: 't1', on: '2023-03-01' },
    ruleSet: RICHER,
  },
  'duplicate-reversal': {
    given: [
      ...OPENED,
      credit('activity', 'clean-up'),
      credit('activity', 'hearing'),
      reverse('u1', { kind: 'matter', id: 'clean-up' }, '2023-03-05'),
    ],
    command: reverse('u1', { kind: 'matter', id: 'hearing' }, '2023-03-06'),
    facts: { reversalId: 'u1', on: '2023-03-05' },
  },
  'account-closed': {
    given: [...OPENED, close('moved', '2023-05-01', { continuedBy: 'v2' })],
    command: reportIn('2024-01-08'),
    facts: { accountId: 'v1', closedOn: '2023-05-01', reason: 'moved', continuedBy: 'v2' },
  },
  'recorded-before': {
    given: OPENED,
    command: credit('activity', 'clean-up', '2023-03-01', { recordedOn: '2023-02-28' }),
    facts: { on: '2023-03-01', recordedOn: '2023-02-28' },
  },
  'not-in-force': {
    given: [],
    command: open('resident', '2022-04-26'),
    facts: { on: '2022-04-26', from: '2022-04-27' },
    ruleSet: under(['entry-into-force', 'date-of-issue']),
  },
  'before-opening': {
    given: OPENED,
    command: credit('activity', 'clean-up', '2023-01-09'),
    facts: { on: '2023-01-09', openedOn: '2023-01-10' },
  },
  'date-goes-back': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-03-01')],
    command: credit('activity', 'hearing', '2023-02-01'),
    facts: { on: '2023-02-01', latestOn: '2023-03-01' },
    ruleSet: under(['late-entry', 'never-back']),
  },
  barred: {
    given: [...OPENED, BARRED],
    command: redeem('r1', '2023-08-31', { haircut: 1 }),
    facts: {
      barId: 'b1',
      ground: 'false-entries',
      title: text('虚报积分', 'false entries'),
      bars: 'redeeming',
      from: '2023-03-01',
      until: '2023-08-31',
    },
    ruleSet: RICHER,
  },
  'wrong-colour': {
    given: [],
    command: open('resident', '2023-01-10', { colour: 'red' }),
    facts: { colour: 'red', expected: 'blue' },
  },
  'form-incomplete': {
    given: [],
    command: open('resident', '2023-01-10', { formComplete: false }),
    facts: { form: text('个人信息登记表', 'personal registration form') },
  },
  'another-account-open': {
    given: [],
    command: open('resident', '2023-01-10', {
      otherAccounts: [{ accountId: 'b7', communityId: 'beishan' }],
    }),
    facts: { accountId: 'b7', communityId: 'beishan' },
    ruleSet: under(['two-communities', 'refused']),
  },
  'cannot-continue': {
    given: [],
    command: open('resident', '2023-06-01', { accountId: 'v2', continues: [FORFEITED] }),
    facts: { accountId: 'v1', because: 'nothing-handed-on', closedOn: '2023-05-01' },
  },
  'unknown-reason': {
    given: OPENED,
    command: close('tired', '2023-05-01'),
    facts: {
      reason: 'tired',
      known: ['left', 'died', 'role-changed', 'moved', 'merged', 'opened-in-error'],
    },
  },
  'entries-after-closing': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-06-01')],
    command: close('moved', '2023-05-01'),
    facts: { on: '2023-05-01', latestOn: '2023-06-01' },
  },
  'unknown-ground': {
    given: OPENED,
    command: bar('b1', 'rudeness', '2023-03-01', undefined),
    facts: { ground: 'rudeness', known: ['false-entries'] },
    ruleSet: RICHER,
  },
  'ends-before-it-begins': {
    given: OPENED,
    command: bar('b1', 'false-entries', '2023-03-01', '2023-02-28'),
    facts: { from: '2023-03-01', until: '2023-02-28' },
    ruleSet: RICHER,
  },
  'transfer-to-itself': {
    given: OPENED,
    command: send('t1', 'v1', 1, '2023-03-01'),
    facts: { accountId: 'v1' },
    ruleSet: RICHER,
  },
  'not-the-receiver': {
    given: OPENED,
    command: receive(sent('v2', 'v3'), 'v1', '2023-03-02'),
    facts: { transferId: 't1', to: 'v3', accountId: 'v1' },
    ruleSet: RICHER,
  },
  'before-it-was-sent': {
    given: OPENED,
    command: receive(sent('v2', 'v1'), 'v1', '2023-02-28'),
    facts: { transferId: 't1', on: '2023-02-28', sentOn: '2023-03-01' },
    ruleSet: RICHER,
  },
  'no-room-to-receive': {
    given: OPENED,
    command: receive(sent('v2', 'v1'), 'v1', '2023-03-02'),
    facts: { transferId: 't1', points: 1, limit: 'held', title: HELD.title, maximum: 1, held: 1 },
    ruleSet: {
      ...RICHER,
      roles: { ...RICHER.roles, resident: { ...resident, limits: { ...resident.limits, held: HELD } } },
    },
  },
  'unknown-entry': {
    given: OPENED,
    command: reverse('u1', { kind: 'matter', id: 'clean-up' }, '2023-03-05'),
    facts: { kind: 'matter', id: 'clean-up' },
  },
  'matter-needed': {
    given: OPENED,
    command: correct('c1', -1, '2023-04-01', { by: CENTRE }),
    facts: { correctionId: 'c1', office: 'community' },
    ruleSet: COMMUNITY_CORRECTS,
  },
  'unknown-matter': {
    given: OPENED,
    command: correct('c1', -1, '2023-04-01', { corrects: 'clean-up' }),
    facts: { matterId: 'clean-up' },
  },
  'ambiguous-matter': {
    given: [...OPENED, credit('activity', 'festival'), credit('other', 'festival')],
    command: correct('c1', -1, '2023-04-01', { corrects: 'festival' }),
    facts: { matterId: 'festival', items: ['activity', 'other'] },
    ruleSet: under(['one-matter-one-item', 'each-item']),
  },
  'ambiguous-claim': {
    given: [...OPENED, claim('gate'), claim('gate', '2023-06-01')],
    command: verify({ kind: 'claim', id: 'gate' }, '2023-07-01'),
    facts: { postId: 'gate', days: ['2023-02-01', '2023-06-01'] },
    ruleSet: under(['verification', 'apart'], ['claim-again', 'scores']),
  },
  'not-redeemed': {
    given: [...OPENED, redeem('r1', '2023-03-01', { haircut: 1 })],
    command: reverse('u1', { kind: 'redemption', id: 'r1' }, '2023-03-05', {
      lines: [{ rewardId: 'haircut', quantity: 2 }],
    }),
    facts: { rewardId: 'haircut', quantity: 2, left: 1 },
  },
  'not-theirs-to-reverse': {
    given: [...OPENED, correct('c1', 1, '2023-03-01')],
    command: reverse('u1', { kind: 'correction', id: 'c1' }, '2023-03-05'),
    facts: { kind: 'correction', id: 'c1', office: 'community', entitled: ['subdistrict'] },
  },
  'too-late-to-reverse': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-03-01')],
    command: reverse('u1', { kind: 'matter', id: 'clean-up' }, '2023-12-01'),
    facts: { kind: 'matter', id: 'clean-up', on: '2023-12-01', due: '2023-11-30', entitled: ['subdistrict'] },
  },
  'before-its-entry': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-03-01')],
    command: reverse('u1', { kind: 'matter', id: 'clean-up' }, '2023-02-28'),
    facts: { kind: 'matter', id: 'clean-up', on: '2023-02-28', entryOn: '2023-03-01' },
  },
  'stands-under-others': {
    given: [
      ...OPENED,
      claim('gate', '2023-02-01'),
      credit('activity', 'patrol', '2023-03-01', { postId: 'gate' }),
    ],
    command: reverse('u1', { kind: 'claim', id: 'gate' }, '2023-03-05'),
    facts: { kind: 'claim', id: 'gate', others: [{ kind: 'matter', id: 'patrol', item: 'activity' }] },
  },
  'no-report-in': {
    given: OPENED,
    command: credit('activity', 'clean-up', '2024-03-01'),
    facts: { on: '2024-03-01', per: 'year', window: '2024' },
    ruleSet: under(['no-report-in', 'nothing-credited']),
  },
  'wrong-programme': {
    given: OPENED,
    command: credit('activity', '3.5 义诊', '2023-03-05', { difficulty: 'hard' }),
    facts: { communityId: 'beishan', own: 'linan' },
    programme: { ...PROGRAMME, communityId: 'beishan' },
  },
  'not-in-programme': {
    given: OPENED,
    command: credit('activity', '3.6 义诊', '2023-03-05', { difficulty: 'hard' }),
    facts: { kind: 'matter', id: '3.6 义诊', near: ['3.5 义诊'] },
    programme: PROGRAMME,
  },
  'programme-differs': {
    given: OPENED,
    command: credit('activity', '3.5 义诊', '2023-03-05'),
    facts: {
      kind: 'matter',
      id: '3.5 义诊',
      title: text('三月五日义诊', 'Free clinic of 5 March'),
      field: 'difficulty',
      given: 'base',
      expected: 'hard',
    },
    programme: PROGRAMME,
  },
  'catalogue-for-others': {
    given: OPENED,
    command: credit('activity', 'lesson', '2023-03-01', { catalogue: 'party-life' }),
    facts: {
      catalogue: 'party-life',
      title: renfa2022.catalogue.activity?.entries['party-life']?.title as Text,
      roleTitle: resident.title,
      roleTitles: [renfa2022.roles['in-service-party-member'].title],
    },
    ruleSet: under(['organisation-life', 'in-service-only']),
  },
  'unknown-catalogue-entry': {
    given: OPENED,
    command: credit('activity', 'clean-up', '2023-03-01', { catalogue: 'gardening' }),
    facts: { catalogue: 'gardening' },
  },
  'already-reported-in': {
    given: OPENED,
    command: reportIn('2023-09-01'),
    facts: { on: '2023-09-01', last: '2023-01-10', again: '2024-01-01' },
  },
  'matter-under-another-item': {
    given: [...OPENED, credit('activity', 'festival', '2023-03-01')],
    command: credit('other', 'festival', '2023-03-01'),
    facts: { matterId: 'festival', item: 'activity', title: activity.title, on: '2023-03-01', points: 1 },
  },
  'once-per-period': {
    given: [
      ...OPENED,
      claim('gate'),
      credit('activity', 'watch of 1 March', '2023-03-01', { postId: 'gate' }),
    ],
    command: credit('activity', 'watch of 31 March', '2023-03-31', { postId: 'gate' }),
    facts: { item: 'activity', title: activity.title, postId: 'gate', per: 'month', window: '2023-03' },
    ruleSet: under(['continuing-post', 'monthly']),
  },
  'post-not-claimed': {
    given: OPENED,
    command: credit('activity', 'patrol', '2023-03-01', { postId: 'gate' }),
    facts: { postId: 'gate', on: '2023-03-01' },
  },
  'condition-not-met': {
    given: [...OPENED, claim('gate', '2023-02-01')],
    command: credit('other', 'course', '2023-03-01'),
    facts: {
      condition: 'posts',
      title: FIVE_CLAIMS.title,
      item: 'other',
      itemTitle: other.title,
      counts: 'entries',
      measured: 1,
      minimum: 5,
      missing: 4,
      on: '2023-03-01',
      window: '2023',
    },
    ruleSet: deriveRuleSet(renfa2022, {
      id: 'after-five-claims',
      roles: { resident: { items: { other: { requires: { posts: FIVE_CLAIMS } } } } },
    }),
  },
  'matter-used-up': {
    given: [
      ...OPENED,
      claim('gate', '2023-02-01'),
      credit('activity', 'festival', '2023-03-01', { postId: 'gate', difficulty: 'hard' }),
    ],
    command: credit('activity', 'festival', '2023-03-01'),
    facts: { item: 'activity', title: activity.title, matterId: 'festival', held: 2, maximum: 2 },
  },
  'wrong-measure': {
    given: OPENED,
    command: credit('activity', 'clean-up', '2023-03-01', { difficulty: undefined, quantity: 2 }),
    facts: { item: 'activity', title: activity.title, measure: 'difficulty', field: 'quantity' },
  },
  'unknown-difficulty': {
    given: [open('community-party-member', '2023-01-10')],
    command: claim('gate', '2023-02-01', { difficulty: 'hard' }),
    facts: {
      difficulty: 'hard',
      item: 'claim',
      title: renfa2022.roles['community-party-member'].items.claim.title,
      known: ['base'],
    },
  },
  'limit-reached': {
    given: [...OPENED, claim('gate', '2023-02-01', { difficulty: 'hard' })],
    command: claim('square', '2023-03-01', { difficulty: 'hard' }),
    facts: {
      item: 'claim',
      title: claiming.title,
      scored: 2,
      limit: {
        limit: 'claims',
        clause: '2.3.3.2',
        title: text('认领岗位或项目', 'claims of posts and projects'),
        counts: 'points',
        maximum: 3,
        per: 'life',
        window: 'life',
        used: 2,
        took: 1,
        usedBy: [{ item: 'claim', id: 'gate', on: '2023-02-01', points: 2 }],
      },
    },
    ruleSet: under(['claim-cap-overflow', 'refused']),
  },
  'no-handbook': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    facts: {},
    handbook: 'none',
  },
  'wrong-handbook': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    facts: { communityId: 'beishan', own: 'linan' },
    handbook: { ...HANDBOOK, communityId: 'beishan' },
  },
  'handbook-not-published': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    facts: { on: '2023-03-01', published: '2023-06-24' },
    handbook: { ...HANDBOOK, published: '2023-06-24', filed: '2023-06-28' },
  },
  'handbook-not-filed': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    facts: { on: '2023-03-01', due: '2022-01-08' },
    handbook: UNFILED,
    ruleSet: under(['late-filing', 'refused']),
  },
  'not-an-opening-day': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    facts: {
      on: '2023-03-01',
      openings: [
        { from: '06-01', to: '06-30' },
        { from: '12-01', to: '12-31' },
      ],
    },
    ruleSet: under(['redemption-period', 'opening-days']),
  },
  'already-redeemed': {
    given: [...OPENED, redeem('r1', '2023-03-01', { haircut: 1 })],
    command: redeem('r2', '2023-06-30', { haircut: 1 }),
    facts: { period: '2023-H1', on: '2023-03-01', visits: 1, again: '2023-07-01' },
  },
  'proxy-not-allowed': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { haircut: 1 }, { collectedBy: 'daughter' }),
    facts: { collectedBy: 'daughter' },
  },
  'unknown-reward': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { bicycle: 1 }),
    facts: { rewardId: 'bicycle' },
  },
  'honours-not-given': {
    given: OPENED,
    command: redeem('r1', '2023-05-04', { diploma: 1 }),
    facts: { rewardId: 'diploma', title: rewardTitle('diploma') },
    ruleSet: under(['spirit', 'none']),
  },
  'consent-missing': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { umbrella: 1 }),
    facts: { rewardId: 'umbrella', title: rewardTitle('umbrella'), on: '2023-03-01', consent: '2023-07-01' },
  },
  'consent-ended': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { tea: 1 }),
    facts: {
      rewardId: 'tea',
      title: rewardTitle('tea'),
      on: '2023-03-01',
      consent: '2022-03-01',
      until: '2023-02-28',
    },
    handbook: {
      ...HANDBOOK,
      rewards: HANDBOOK.rewards.map((reward) => ({
        ...reward,
        ...(reward.rewardId === 'tea' && { consentUntil: '2023-02-28' }),
      })),
    },
  },
  'out-of-stock': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { tea: 3 }),
    facts: { rewardId: 'tea', title: rewardTitle('tea'), quantity: 3, stock: 2 },
  },
  'reward-limit-reached': {
    given: [...OPENED, redeem('r1', '2023-03-01', { checkup: 1 })],
    command: redeem('r2', '2023-09-01', { checkup: 1 }),
    facts: {
      rewardId: 'checkup',
      title: rewardTitle('checkup'),
      quantity: 1,
      used: 1,
      maximum: 1,
      per: 'year',
      window: '2023',
      again: '2024-01-01',
    },
  },
  'redemption-limit-reached': {
    given: [...OPENED, redeem('r1', '2023-03-01', { haircut: 1 })],
    command: redeem('r2', '2023-09-01', { haircut: 1 }),
    facts: {
      limit: 'visits',
      title: ONE_VISIT.title,
      counts: 'visits',
      asked: 1,
      used: 1,
      maximum: 1,
      window: '2023',
      again: '2024-01-01',
    },
    ruleSet: deriveRuleSet(renfa2022, {
      id: 'one-visit-a-year',
      redemption: { limits: { visits: ONE_VISIT } },
    }),
  },
  'transfer-limit-reached': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-03-01'), send('t1', 'v2', 1, '2023-03-02')],
    command: send('t2', 'v2', 1, '2023-03-03'),
    facts: {
      limit: 'gifts',
      title: ONE_GIFT.title,
      counts: 'transfers',
      asked: 1,
      used: 1,
      maximum: 1,
      window: '2023-03',
      again: '2023-04-01',
    },
    ruleSet: { ...RICHER, transfer: { ...TRANSFER, limits: { gifts: ONE_GIFT } } },
  },
  'insufficient-points': {
    given: OPENED,
    command: redeem('r1', '2023-03-01', { repair: 1 }),
    facts: { price: 2, balance: 1 },
  },
  'more-than-matter-holds': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-03-01')],
    command: correct('c1', -2, '2023-04-01', { corrects: 'clean-up' }),
    facts: { matterId: 'clean-up', item: 'activity', points: -2, holds: 1 },
  },
  'above-item-maximum': {
    given: [...OPENED, credit('activity', 'clean-up', '2023-03-01')],
    command: correct('c1', 2, '2023-04-01', { corrects: 'clean-up' }),
    facts: { matterId: 'clean-up', item: 'activity', title: activity.title, points: 2, holds: 1, maximum: 2 },
    ruleSet: under(['correction-bound', 'item-maximum']),
  },
  'below-zero': {
    given: OPENED,
    command: correct('c1', -2, '2023-04-01'),
    facts: { figure: 'balance', before: 1, points: -2 },
    ruleSet: under(['correction-floor', 'refuse-below-zero-balance']),
  },
  'out-of-range': {
    given: OPENED,
    command: correct('c1', Number.MAX_SAFE_INTEGER, '2023-04-01'),
    facts: { figure: 'assessment', before: 1, points: Number.MAX_SAFE_INTEGER },
  },
};

/** What a case is refused with. */
export function refused(code: RefusalCode): Refusal {
  const of: Case<RefusalCode> = CASES[code];
  const { given, command, ruleSet = renfa2022, handbook = HANDBOOK, programme } = of;
  const book = { ...(handbook === 'none' ? {} : { handbook }), ...(programme && { programme }) };
  const { accounts } = run(given, { ruleSet, handbook: book.handbook });
  const before = accounts.get(VOLUNTEER) ?? initialAccount;
  return refusalOf(createBank(ruleSet, book).decideUnknown(command, before));
}
