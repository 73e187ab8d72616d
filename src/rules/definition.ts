import type {
  FactorRule,
  IneligibilityRule,
  ItemRule,
  LimitRule,
  OfficeRule,
  RecognitionRule,
  RedemptionLimit,
  RedemptionRule,
  RoleRule,
  RuleSet,
  RuleSetOf,
  Scoring,
  TransferLimit,
  TransferRule,
} from './rule-set.js';
import type { Condition, LevelCondition } from './sentence.js';

/** A type of which some members may be left out. */
type LeavingOut<T, Members extends keyof T> = Omit<T, Members> & Partial<Pick<T, Members>>;

type PartsOf<Part> = { readonly [id: string]: Part };

/** {@link Scoring} as an author writes it: by quantity, each unit counts and a remainder is dropped unless it says otherwise. */
export type ScoringDefinition = ScoringOf<Scoring>;
type ScoringOf<Kind> = Kind extends {
  readonly by: 'quantity';
  readonly each: number;
  readonly rounding: string;
}
  ? LeavingOut<Kind, 'each' | 'rounding'>
  : Kind;

/** An item as an author writes it: an activity unless it says otherwise. */
export type ItemDefinition = LeavingOut<
  Omit<ItemRule, 'scoring' | 'requires' | 'factors'>,
  'clause' | 'entry'
> & {
  readonly scoring: ScoringDefinition;
  readonly requires?: PartsOf<LeavingOut<Condition, 'clause'>>;
  readonly factors?: PartsOf<LeavingOut<FactorRule, 'clause'>>;
};

/** A limit as an author writes it: of points, trimming what goes beyond it, unless it says otherwise. */
export type LimitDefinition = LeavingOut<LimitRule, 'clause' | 'counts' | 'beyond'>;

/** A role as an author writes it: its title and its items, and what else there is to say. */
export type RoleDefinition = LeavingOut<Pick<RoleRule, 'clause' | 'title'>, 'clause'> & {
  readonly account?: Partial<RoleRule['account']>;
  readonly opening?: Partial<RoleRule['opening']>;
  readonly service?: Partial<RoleRule['service']>;
  /** Its own items, beside those that all roles share. */
  readonly items?: PartsOf<ItemDefinition>;
  readonly limits?: PartsOf<LimitDefinition>;
  readonly feedback?: Partial<RoleRule['feedback']>;
};

/** A redemption rule as an author writes it; nothing in it means that points are redeemed at any time. */
export type RedemptionDefinition = Partial<
  Omit<RedemptionRule, 'consent' | 'carryOver' | 'requires' | 'limits' | 'overdraft'>
> & {
  readonly requires?: PartsOf<LeavingOut<Condition, 'clause'>>;
  readonly limits?: PartsOf<LeavingOut<RedemptionLimit, 'clause'>>;
  readonly overdraft?: LeavingOut<NonNullable<RedemptionRule['overdraft']>, 'clause'>;
  readonly consent?: Partial<RedemptionRule['consent']>;
  readonly carryOver?: Partial<RedemptionRule['carryOver']>;
};

/** A rule on sending points as an author writes it. */
export type TransferDefinition = Omit<TransferRule, 'requires' | 'limits'> & {
  readonly requires?: PartsOf<LeavingOut<Condition, 'clause'>>;
  readonly limits?: PartsOf<LeavingOut<TransferLimit, 'clause'>>;
};

/** A level as an author writes it. */
export type LevelDefinition = LeavingOut<Omit<RecognitionRule, 'requires'>, 'clause'> & {
  readonly requires?: PartsOf<LeavingOut<LevelCondition, 'clause'>>;
};

/** The parts of a rule set that mean what they say, whole or in part; what they do not say means nothing. */
type PartialPart =
  | 'clauses'
  | 'inForce'
  | 'authority'
  | 'entries'
  | 'correction'
  | 'assessment'
  | 'feedback'
  | 'bounds';

/** The parts of a rule set that are whole where they are there. */
type OptionalPart = 'format' | 'locales' | 'difficulties' | 'uses' | 'catalogue' | 'readings';

/** The parts that have a form of their own in a definition. */
type Defined = 'roles' | 'offices' | 'redemption' | 'transfer' | 'recognition' | 'ineligibility';

/**
 * A rule set as an author writes it: an id, a version, a title, the roles with their items, and what else there is to say. What is left out
 * means nothing: there is no limit, nothing is redeemed, nobody corrects. A part without a clause has that of the part it stands in.
 */
export type RuleSetDefinition = Omit<RuleSet, PartialPart | OptionalPart | Defined> &
  Partial<Pick<RuleSet, OptionalPart>> & {
    readonly [Part in PartialPart]?: Partial<RuleSet[Part]>;
  } & {
    readonly roles: PartsOf<RoleDefinition>;
    /** Items that every role has which has none of that id itself. */
    readonly items?: PartsOf<ItemDefinition>;
    readonly offices?: PartsOf<LeavingOut<OfficeRule, 'clause'>>;
    readonly redemption?: RedemptionDefinition;
    readonly transfer?: TransferDefinition;
    readonly recognition?: PartsOf<LevelDefinition>;
    readonly ineligibility?: PartsOf<LeavingOut<IneligibilityRule, 'clause'>>;
  };

type Part<T, Key extends string> = T extends { readonly [K in Key]: infer Value }
  ? Value
  : Record<never, never>;

/** The item that an opening is booked under where the role has none for it. */
type OpeningItem<Role, Shared> = Role extends { readonly opening: { readonly item: string } }
  ? never
  : [Extract<PartIn<Part<Role, 'items'>> | PartIn<Shared>, { readonly entry: 'registration' }>] extends [
        never,
      ]
    ? 'opening'
    : never;

type PartIn<Parts> = Parts[keyof Parts];

/** Whose accounts the offices act on; there is one where the definition names none. */
type OfficesOf<D> = D extends { readonly offices: infer Offices }
  ? {
      readonly [Office in keyof Offices & string]: Extract<Part<Offices[Office], 'acts'>, OfficeRule['acts']>;
    }
  : { readonly community: 'own-community' };

/** The rule set that a definition makes, with the ids that it has as literal types. */
export type DefinedBy<D extends RuleSetDefinition> = D extends RuleSet
  ? D
  : RuleSetOf<
      {
        readonly [Role in keyof D['roles']]:
          | (keyof Part<D['roles'][Role], 'items'> & string)
          | (keyof Part<D, 'items'> & string)
          | OpeningItem<D['roles'][Role], Part<D, 'items'>>;
      },
      keyof Part<D, 'difficulties'> & string,
      {
        readonly [Id in keyof Part<D, 'readings'> & string]: keyof Part<Part<D, 'readings'>[Id], 'answers'> &
          string;
      },
      { readonly [Role in keyof D['roles']]: keyof Part<D['roles'][Role], 'limits'> & string },
      OfficesOf<D>
    >;
