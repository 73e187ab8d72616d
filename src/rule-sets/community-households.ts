import type { LimitRule } from '../rules/rule-set.js';
import { text } from '../values/text.js';
import {
  anyRedemption,
  atMost,
  type ExampleRules,
  example,
  NOT_SAID,
  openingItem,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a household of the community earns points by, and what costs it points. */
export type CommunityHouseholdsItems = {
  household: 'opening' | 'commendation' | 'clean-up' | 'leader' | 'offence';
};

/** The levels that commend a household, the highest first. */
export type CommunityHouseholdsLevel = 'national' | 'province' | 'city' | 'county' | 'township' | 'community';

/** What the facts on the community leave open. */
export type CommunityHouseholdsReadings = { readonly persons: 'counted' | 'named' };

/** The rule set of the community, with its items, levels and readings as literal types. */
export type CommunityHouseholds = ExampleRules<
  CommunityHouseholdsItems,
  CommunityHouseholdsLevel,
  CommunityHouseholdsReadings
>;

/**
 * The household points of a community in China, an example written from public facts about the scheme and not from its full text. Its
 * clauses: 1, a household has one account, and members; 2, a commendation scores by its level; 3, a clean-up is 5 points a person and
 * time; 4, a leader of neighbours has 10 points, once a year; 5, certain acts set the balance to nothing, and bar from redeeming through
 * this year and the next. Which level is which the facts do not say in full: the county's has 15 points.
 *
 * @example
 * ```ts
 * import { communityHouseholds } from 'points-bank/rule-sets'
 *
 * const { commendation, offence } = communityHouseholds.roles.household.items
 * console.log(commendation.scoring.points.county, offence.scoring.by) // → 15 balance
 * console.log(offence.bars.lasts) // → { window: 'year', periods: 1 }
 * ```
 */
export const communityHouseholds: CommunityHouseholds = /* #__PURE__ */ example<CommunityHouseholds>(() => ({
  ...unsaidParts(),
  id: 'community-households',
  version: '1',
  title: text('社区家庭积分（示例）', 'Household points of a community (an example)'),
  difficulties: {
    national: text('国家级', 'national'),
    province: text('省级', 'of the province'),
    city: text('市级', 'of the city'),
    county: text('县级', 'of the county'),
    township: text('乡镇级', 'of the township'),
    community: text('社区级', 'of the community'),
  },
  roles: {
    household: {
      ...unsaidRoleParts(),
      clause: '1',
      title: text('家庭', 'household'),
      account: { clause: '1', colour: 'plain', title: text('家庭账户', 'household account'), deducts: true },
      items: { opening: openingItem(), ...items() },
      limits: { leader: oneLeaderAYear() },
    },
  },
  redemption: anyRedemption(NOT_SAID),
  ineligibility: {
    offence: {
      clause: '5',
      title: text('有积分清零行为', 'an act that forfeits the points'),
      bars: ['redeeming'],
    },
  },
  readings: {
    persons: {
      clause: '3',
      question: text(
        '大扫除按人次计分，参加人员如何登记？',
        'How are those who take part in a clean-up recorded?',
      ),
      chosen: 'counted',
      default: 'counted',
      answers: {
        counted: {
          title: text('按户登记人数', 'by their number, in one entry'),
          patch: cleanUp(byNumber(), null),
        },
        named: {
          title: text('按人登记，每人每日 5 分', 'by name, each with at most 5 points a day'),
          patch: cleanUp(byName(), fiveEach()),
        },
      },
    },
  },
}));

function items() {
  const activity = { entry: 'activity' } as const;
  return {
    commendation: {
      ...activity,
      clause: '2',
      title: text('家庭受表彰', 'Commendation of the household'),
      scoring: {
        by: 'difficulty',
        points: { national: 50, province: 30, city: 20, county: 15, township: 10, community: 5 },
      },
    },
    'clean-up': {
      ...activity,
      clause: '3',
      title: text('参加大扫除', 'Clean-up'),
      scoring: byNumber(),
    },
    leader: {
      ...activity,
      clause: '4',
      title: text('担任邻长', 'Leader of neighbours'),
      scoring: { by: 'fixed', points: 10 },
    },
    offence: {
      ...activity,
      clause: '5',
      title: text('积分清零行为', 'An act that forfeits the points'),
      scoring: { by: 'balance' },
      bars: { ground: 'offence', lasts: { window: 'year', periods: 1 } },
    },
  } as const;
}

function byNumber() {
  return {
    by: 'quantity',
    unit: 'person',
    unitTitle: text('人', 'persons'),
    points: 5,
    each: 1,
    rounding: 'down',
  } as const;
}

/** Instead of {@link byNumber}: what only a quantity has goes. */
function byName() {
  return { by: 'fixed', points: 5, unit: null, unitTitle: null, each: null, rounding: null } as const;
}

function oneLeaderAYear(): LimitRule {
  const title = text('每年担任一次', 'a leader once a year');
  return {
    clause: '4',
    title,
    items: ['leader'],
    counts: 'entries',
    maximum: 1,
    per: 'year',
    beyond: 'refuse',
  };
}

function fiveEach(): LimitRule {
  const title = text('每人每日 5 分', '5 points a person and day');
  return { ...atMost(5, 'day', '3', title), items: ['clean-up'], each: 'member' };
}

function cleanUp(scoring: ReturnType<typeof byNumber | typeof byName>, person: LimitRule | null) {
  return { roles: { household: { items: { 'clean-up': { scoring } }, limits: { person } } } };
}
