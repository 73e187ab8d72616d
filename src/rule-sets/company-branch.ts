import type { LimitRule } from '../rules/rule-set.js';
import { type Text, text } from '../values/text.js';
import {
  anyRedemption,
  atMost,
  type ExampleRules,
  example,
  NOT_SAID,
  openingItem,
  pointsAsStated,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a party member of the branch earns points by. */
export type CompanyBranchItems = { 'party-member': 'opening' | 'basic' | 'extra' };

/** What the facts on the branch leave open. */
export type CompanyBranchReadings = { readonly 'basic-points': 'earned' | 'given' };

/** The rule set of the branch, with its items and readings as literal types. */
export type CompanyBranch = ExampleRules<CompanyBranchItems, never, CompanyBranchReadings>;

/**
 * The points of a company's party branch, an example written from public facts about such schemes and not from a full text. Its
 * clauses: 1, a year's mark is out of 100 (百分制); 2, of these 80 are basic; 3, and 20 extra. The branch acts as the community, and
 * nothing can be redeemed. What a matter scores the facts do not say, so that each entry states its points (as a quantity).
 *
 * @example
 * ```ts
 * import { companyBranch } from 'points-bank/rule-sets'
 *
 * const { basic, extra } = companyBranch.roles['party-member'].limits
 * console.log(basic.maximum, extra.maximum, companyBranch.assessment.mark) // → 80 20 { outOf: 100 }
 * ```
 */
export const companyBranch: CompanyBranch = /* #__PURE__ */ example<CompanyBranch>(() => {
  const unsaid = unsaidParts();
  const upTo80 = upTo(80, 'basic', '2', text('基础分 80 分', '80 basic points'));
  return {
    ...unsaid,
    id: 'company-branch',
    version: '1',
    title: text('企业党支部党员积分（示例）', "Points of a company's party branch (an example)"),
    roles: {
      'party-member': {
        ...unsaidRoleParts(),
        clause: '1',
        title: text('党员', 'party member'),
        items: {
          opening: openingItem(),
          basic: {
            clause: '2',
            title: text('基础分', 'Basic points'),
            entry: 'activity',
            scoring: pointsAsStated(1),
          },
          extra: {
            clause: '3',
            title: text('附加分', 'Extra points'),
            entry: 'activity',
            scoring: pointsAsStated(1),
          },
        },
        limits: {
          basic: upTo80,
          extra: upTo(20, 'extra', '3', text('附加分 20 分', '20 extra points')),
        },
      },
    },
    authority: { ...unsaid.authority, offices: { ...unsaid.authority.offices, RedeemPoints: [] } },
    redemption: anyRedemption(NOT_SAID),
    assessment: { clause: '1', title: text('百分制', 'mark out of one hundred'), mark: { outOf: 100 } },
    readings: {
      'basic-points': {
        clause: '2',
        question: text(
          '基础分是逐项取得，还是先给后扣？',
          'Are basic points earned, or given and then deducted from?',
        ),
        chosen: 'earned',
        default: 'earned',
        answers: {
          earned: {
            title: text('逐项取得，至 80 分', 'earned, up to 80'),
            patch: basic(0, 1, 'life', [], upTo80),
          },
          given: {
            title: text('每年先给 80 分，再逐项扣减', 'given every year, and then deducted from'),
            patch: basic(80, -1, 'year', ['community'], null),
          },
        },
      },
    },
  };
});

function upTo(maximum: number, item: string, clause: string, title: Text): LimitRule {
  return { ...atMost(maximum, 'year', clause, title), items: [item] };
}

/** What a year starts from, whether a point stated is one more or one less, and what limits those that are earned. */
function basic(
  start: number,
  each: 1 | -1,
  per: 'life' | 'year',
  offices: readonly string[],
  limit: LimitRule | null,
) {
  const opening = { scoring: { points: start }, once: { per } };
  return {
    roles: {
      'party-member': {
        opening: { points: start },
        items: { opening, basic: { scoring: { points: each } } },
        limits: { basic: limit },
      },
    },
    authority: { offices: { ReportIn: offices } },
  };
}
