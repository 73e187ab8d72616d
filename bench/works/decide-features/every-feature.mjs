// The first scheme with every feature of the rule language that an entry is asked for, spread over its items as a scheme has them: two
// limits for each item beside its own, of each kind of window. None of it changes an answer: limits have room, conditions are met,
// factors are over, and nobody fell below a mark.
const title = { 'zh-CN': '其他要求', en: 'Further rule' };
const said = { clause: '9', title };
const PLENTY = 100_000;

const limits = {
  'points-a-month': {
    ...said,
    ...{
      counts: 'points',
      items: ['activity'],
      maximum: PLENTY,
      per: { last: 1, of: 'months' },
      beyond: 'trim',
    },
  },
  'points-of-a-member': {
    ...said,
    ...{ counts: 'points', items: ['affairs'], each: 'member', maximum: PLENTY, per: 'year', beyond: 'trim' },
  },
  'entries-a-day': {
    ...said,
    ...{ counts: 'entries', items: ['other'], maximum: PLENTY, per: 'day', beyond: 'refuse' },
  },
  'points-of-its-year': {
    ...said,
    ...{
      counts: 'points',
      items: ['claim'],
      maximum: PLENTY,
      per: 'account-year',
      beyond: 'trim-then-refuse',
    },
  },
  held: { ...said, counts: 'balance', maximum: PLENTY, per: 'life', beyond: 'trim' },
};

const requires = { opened: { ...said, counts: 'entries', items: ['registration'], minimum: 1, per: 'life' } };
const factors = { once: { ...said, times: 2, from: '1990-01-01', until: '1990-12-31' } };

/** What each of the activities has beside what the first scheme says. */
const MORE = {
  activity: { requires },
  affairs: { factors },
  other: { offices: ['community'] },
};

export function rules(renfa2022) {
  const roles = Object.entries(renfa2022.roles).map(([id, role]) => {
    const items = Object.entries(role.items).map(([item, rule]) => [item, { ...rule, ...MORE[item] }]);
    return [id, { ...role, items: Object.fromEntries(items), limits: { ...role.limits, ...limits } }];
  });
  const ineligibility = {
    fallen: { ...said, bars: ['earning'], below: { counts: 'points', minimum: PLENTY } },
    barred: { ...said, bars: ['earning'] },
  };
  return {
    ...renfa2022,
    id: 'every-feature',
    roles: Object.fromEntries(roles),
    ineligibility,
    transfer: said,
    redemption: {
      ...renfa2022.redemption,
      carryOver: { ...renfa2022.redemption.carryOver, lapse: { window: 'year', periods: 20 } },
    },
  };
}
