/* What must compile and what must not, of readings and of rule sets made from others. Held by `npm run typecheck`. */
import { expectTypeOf } from 'vitest';
import {
  type Account,
  type AnswerOf,
  createBank,
  deriveRuleSet,
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

const street = { by: 'street office', on: '2023-01-05' } as const;
const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year', street);
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
withReading(renfa2022, 'late-entry', 'taken', { by: 'street' });
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
