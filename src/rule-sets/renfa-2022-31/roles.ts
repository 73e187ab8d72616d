import type {
  Clause,
  ItemRule,
  LimitRule,
  NamedPart,
  RoleRule,
  RuleSetOf,
  Scoring,
} from '../../rules/rule-set.js';
import { type Text, text } from '../../values/text.js';

/*
 * The three roles, each with its own list of what earns points (clauses 2.3.1, 2.3.2, 2.3.3). One matter is 1 point, more where it
 * is hard, never above 2 (clause 2.3).
 */

/** What each role's list has. */
export type Renfa2022Items = {
  'community-party-member': 'registration' | 'claim' | 'activity' | 'co-building' | 'affairs' | 'other';
  'in-service-party-member': 'registration' | 'claim' | 'activity' | 'affairs' | 'other';
  resident: 'registration' | 'claim' | 'activity' | 'affairs' | 'other';
};

/** What each role's limits are. */
export type Renfa2022Limits = { readonly [Role in keyof Renfa2022Items]: 'claims' };

type Roles = RuleSetOf<Renfa2022Items, string, Record<never, never>, Renfa2022Limits>['roles'];

const BY_DIFFICULTY: Scoring = { by: 'difficulty', points: { base: 1, hard: 2 } };
const ONE: Scoring = { by: 'difficulty', points: { base: 1 } };

function reportIn(clause: Clause, title: Text): ItemRule {
  return {
    clause,
    title,
    entry: 'registration',
    scoring: { by: 'fixed', points: 1 },
    once: { per: 'year', opening: 'counts' },
  };
}

function claim(clause: Clause, title: Text, scoring: Scoring): ItemRule {
  return { clause, title, entry: 'claim', scoring, again: 'refused' };
}

function matter(clause: Clause, title: Text): ItemRule {
  return { clause, title, entry: 'activity', scoring: BY_DIFFICULTY };
}

function activity(clause: Clause, title: Text): ItemRule {
  return {
    ...matter(clause, title),
    needsClaim: true,
    serviceAndAttendance: 'together',
    mostPerMatter: 2,
  };
}

function claimsLimit(clause: Clause): LimitRule {
  return {
    clause,
    title: text('认领岗位或项目', 'claims of posts and projects'),
    items: ['claim'],
    counts: 'points',
    maximum: 3,
    per: 'life',
    beyond: 'trim',
  };
}

const CLAIM = text('认领岗位或项目', 'Claim of a post or project');
const AFFAIRS = text('参与社区事务', 'Community affairs');

const VOLUNTEER: NamedPart = { id: 'volunteer', title: text('志愿者本人', 'the volunteer') };
const PARTY_ORGANISATION: NamedPart = {
  id: 'reporting-party-organisation',
  title: text('报到党组织', "the member's party organisation"),
};

const RED: RoleRule['account'] = {
  clause: '2.2',
  colour: 'red',
  title: text('红色账户', 'red account'),
  deducts: true,
};
const BLUE: RoleRule['account'] = {
  clause: '2.2',
  colour: 'blue',
  title: text('蓝色账户', 'blue account'),
  deducts: true,
};

/** 社区党员: party members whose membership is with the community. */
const communityPartyMember: Roles['community-party-member'] = {
  clause: '2.3.1',
  title: text('社区党员', 'community party member'),
  account: RED,
  opening: {
    clause: '2.3.1.1',
    form: text('党员信息登记表', 'registration form for party members'),
    item: 'registration',
    points: 1,
  },
  service: { clause: '2.3.1.3', claimed: 'by-that-day' },
  items: {
    registration: reportIn('2.3.1.1', text('年度报到', 'Yearly report-in')),
    claim: claim('2.3.1.2', CLAIM, ONE),
    activity: activity('2.3.1.3', text('社区党组织活动', 'Activity of the community party organisation')),
    'co-building': matter('2.3.1.4', text('共建项目', 'Co-building project')),
    affairs: matter('2.3.1.5', AFFAIRS),
    other: matter('2.3.1.6', text('其他事项', 'Another matter')),
  },
  limits: { claims: claimsLimit('2.3.1.2') },
  feedback: {
    clause: '4.1',
    recipients: [PARTY_ORGANISATION, VOLUNTEER],
    uses: [
      {
        id: 'annual-democratic-appraisal',
        title: text('年度党员民主评议', 'annual democratic appraisal of party members'),
      },
    ],
  },
};

/** 在职党员: party members who report in while their membership is with their employer. */
const inServicePartyMember: Roles['in-service-party-member'] = {
  clause: '2.3.2',
  title: text('在职党员', 'in-service party member'),
  account: RED,
  opening: {
    clause: '2.3.2.1',
    form: text('机关党员干部进村（社区）报到卡', 'report-in card for officials who are party members'),
    item: 'registration',
    points: 1,
  },
  service: { clause: '2.3.2.3', claimed: 'by-that-day' },
  items: {
    registration: reportIn('2.3.2.1', text('年度报到', 'Yearly report-in')),
    claim: claim('2.3.2.2', CLAIM, BY_DIFFICULTY),
    activity: activity('2.3.2.3', text('报到地党组织活动', 'Activity of the party organisation reported to')),
    affairs: matter('2.3.2.4', AFFAIRS),
    other: matter('2.3.2.5', text('其他事项', 'Another matter')),
  },
  limits: { claims: claimsLimit('2.3.2.2') },
  feedback: {
    clause: '4.1',
    recipients: [PARTY_ORGANISATION, VOLUNTEER],
    uses: [
      { id: 'annual-assessment', title: text('年度考核', 'annual assessment') },
      { id: 'promotion', title: text('干部选拔任用', 'selection and promotion of cadres') },
    ],
  },
};

/** 居民志愿者: residents who are not party members. */
const resident: Roles['resident'] = {
  clause: '2.3.3',
  title: text('居民志愿者', 'resident volunteer'),
  account: BLUE,
  opening: {
    clause: '2.3.3.1',
    form: text('个人信息登记表', 'personal registration form'),
    item: 'registration',
    points: 1,
  },
  service: { clause: '2.3.3.3', claimed: 'by-that-day' },
  items: {
    registration: reportIn('2.3.3.1', text('年度报到', 'Yearly report-in')),
    claim: claim('2.3.3.2', CLAIM, BY_DIFFICULTY),
    activity: activity('2.3.3.3', text('报到社区活动', 'Activity of the community reported to')),
    affairs: matter('2.3.3.4', AFFAIRS),
    other: matter('2.3.3.5', text('其他事项', 'Another matter')),
  },
  limits: { claims: claimsLimit('2.3.3.2') },
  feedback: { clause: '4.1', recipients: [VOLUNTEER], uses: [] },
};

/** The roles of the first scheme. */
export const ROLES: Roles = {
  'community-party-member': communityPartyMember,
  'in-service-party-member': inServicePartyMember,
  resident,
};
