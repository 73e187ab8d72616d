/* What must compile and what must not, of readings and of rule sets made from others. Held by `npm run typecheck`. */
import { expectTypeOf } from 'vitest';
import { defineRuleSet, deriveRuleSet } from '../../src/define.js';
import {
  type Account,
  type AnswerOf,
  createBank,
  type ItemIdOf,
  type RoleIdOf,
  type RuleSet,
  readings,
  withReading,
} from '../../src/index.js';
import { type Renfa2022, renfa2022 } from '../../src/rule-sets.js';

declare const account: Account;
const by = { office: 'community', communityId: 'linan' } as const;
const matter = { accountId: 'v1', on: '2023-02-01', by, matterId: 'm', difficulty: 'base' } as const;

// --- readings ---

const subdistrict = { by: 'Party affairs office', on: '2023-01-05' } as const;
const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year', subdistrict);
expectTypeOf(yearly).toEqualTypeOf<Renfa2022>();
createBank(yearly).decide({ type: 'CreditActivity', data: { ...matter, item: 'activity' } }, account);
expectTypeOf(readings(renfa2022)[0]?.id).toEqualTypeOf<string | undefined>();
declare const someRules: RuleSet;
expectTypeOf(withReading(someRules, 'any', 'answer')).toEqualTypeOf<RuleSet>();

expectTypeOf<AnswerOf<Renfa2022, 'claim-again'>>().toEqualTypeOf<'refused' | 'scores'>();

// @ts-expect-error no such answer
withReading(renfa2022, 'late-entry', 'takn');
// @ts-expect-error an answer to another question
withReading(renfa2022, 'late-entry', 'calendar-year');
// @ts-expect-error no such question
withReading(renfa2022, 'claim-cap', 'life');
// @ts-expect-error whoever ruled did so on a day
withReading(renfa2022, 'late-entry', 'taken', { by: 'subdistrict' });
// @ts-expect-error no such question to look up
renfa2022.readings['claim-cap'];
// @ts-expect-error no such role to look up
renfa2022.roles.mayor;
// @ts-expect-error residents have no co-building
renfa2022.roles.resident.items['co-building'];

// --- deriving keeps the ids, and adds those of the patch ---

const ours = deriveRuleSet(renfa2022, {
  id: 'linan-2023',
  roles: {
    resident: {
      items: {
        tutoring: {
          clause: '2.3.3.6',
          title: { 'zh-CN': '辅导作业', en: 'Tutoring' },
          entry: 'activity',
          scoring: { by: 'difficulty', points: { base: 1 } },
        },
      },
    },
  },
});
expectTypeOf<RoleIdOf<typeof ours>>().toEqualTypeOf<RoleIdOf<Renfa2022>>();
expectTypeOf<ItemIdOf<typeof ours>>().toEqualTypeOf<ItemIdOf<Renfa2022> | 'tutoring'>();
const { decide } = createBank(ours);
const tutoring = { ...matter, item: 'tutoring' } as const;
const tutorial = { ...matter, item: 'tutorial' } as const;
decide({ type: 'CreditActivity', data: tutoring }, account);
decide({ type: 'CreditActivity', data: { ...matter, item: 'affairs' } }, account);
withReading(ours, 'late-entry', 'never-back');
// @ts-expect-error the derived rule set has the answers of its base
withReading(ours, 'late-entry', 'never');

// @ts-expect-error an item of neither
decide({ type: 'CreditActivity', data: tutorial }, account);
// @ts-expect-error not an item of the first scheme
createBank(renfa2022).decide({ type: 'CreditActivity', data: tutoring }, account);
// @ts-expect-error a part is of its own type
deriveRuleSet(renfa2022, { redemption: { visits: 'two' } });

// --- deriving by a recipe: what the base has is there, and more may be added ---

const byRecipe = deriveRuleSet(renfa2022, (draft) => {
  draft.roles.resident.limits.claims.maximum = 2;
  draft.roles.resident.limits.weekly = { ...draft.roles.resident.limits.claims, per: 'month' };
  draft.roles.neighbour = draft.roles.resident;
  draft.difficulties.hardest = { 'zh-CN': '最难', en: 'hardest' };
  draft.readings['late-entry'].chosen = 'never-back';
  delete draft.redemption.limits;
  delete draft.filing;
  // @ts-expect-error no such role
  draft.roles.residnt.limits.claims.maximum = 2;
  // @ts-expect-error no such item
  draft.roles.resident.items.activty.clause = '1';
  // @ts-expect-error no such limit
  draft.roles.resident.limits.claim.maximum = 2;
  // @ts-expect-error no such reading
  draft.readings['late-entri'].chosen = 'taken';
  // @ts-expect-error no such part
  draft.redemtion.proxy = 'allowed';
  // @ts-expect-error a part is of its own type
  draft.redemption.proxy = 'two';
  // @ts-expect-error one of the words
  draft.entries.order = 'never';
  // @ts-expect-error a limit is all of it
  draft.roles.resident.limits.daily = { maximum: 2 };
});
expectTypeOf<RoleIdOf<typeof byRecipe>>().toEqualTypeOf<RoleIdOf<Renfa2022>>();
expectTypeOf<ItemIdOf<typeof byRecipe>>().toEqualTypeOf<ItemIdOf<Renfa2022>>();
byRecipe.roles.resident.limits.claims.maximum satisfies number;

/** Ids of a rule set of one's own are known too, and its values are no literals. */
const garden = defineRuleSet({
  ...renfa2022,
  id: 'garden',
  redemption: { ...renfa2022.redemption, proxy: 'allowed' },
});
deriveRuleSet(garden, (draft) => {
  delete draft.redemption.proxy;
  draft.roles.resident.limits.claims.maximum = 1;
});

// --- a patch takes ids away too ---

const fewer = deriveRuleSet(renfa2022, {
  roles: {
    'in-service-party-member': null,
    resident: { items: { other: null }, limits: { claims: null } },
    neighbour: renfa2022.roles.resident,
  },
  readings: { 'late-entry': null },
});
expectTypeOf<RoleIdOf<typeof fewer>>().toEqualTypeOf<'community-party-member' | 'resident' | 'neighbour'>();
expectTypeOf<keyof typeof fewer.roles.resident.items>().toEqualTypeOf<
  'registration' | 'claim' | 'activity' | 'affairs'
>();
expectTypeOf<keyof typeof fewer.roles.neighbour.limits>().toEqualTypeOf<'claims'>();
// @ts-expect-error the question was taken away
withReading(fewer, 'late-entry', 'taken');
