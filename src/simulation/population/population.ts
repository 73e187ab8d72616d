/** Twelve weights, January to December, that spread a year's activity over its months. Even by default. */
export type Season = readonly number[];

/**
 * The behaviour of volunteers as parameters, from which {@link simulate} draws. Probabilities are from 0 to 1, rates are means, and
 * weights are relative to each other. {@link plainPopulation} makes a plain population for any rule set; {@link populationFrom}
 * estimates one from a ledger.
 */
export type Population = {
  /** By role of the rule set. A role that is left out has no volunteers. */
  readonly roles: { readonly [role: string]: RoleBehaviour };
};

/** The behaviour of one role's volunteers. */
export type RoleBehaviour = {
  /** The number of volunteers who open an account during the run. */
  readonly volunteers: number;
  /** When they join: one weight for each month of the run, in order. Months beyond the list weigh 0. All join in the first month by default. */
  readonly joining?: readonly number[];
  /** How much they differ: the relative zeal of groups of equal size. With `[1, 4]`, one half does four times as much as the other. */
  readonly zeal?: readonly number[];
  /** The season of items that have none of their own. */
  readonly season?: Season;
  /** Report-ins after the opening. None by default. */
  readonly reportIn?: {
    /** The probability that a volunteer reports in, for each period in which a report-in counts once (each year if it counts more often). */
    readonly probability: number;
    readonly season?: Season;
  };
  /** Claims and activities by item of the role. An item that is left out is never done. */
  readonly items: { readonly [item: string]: ItemBehaviour };
  /** Entries written up late: the probability, and the longest delay. None by default. */
  readonly late?: DelayedChance;
  /** Mistakes that the centre makes. None by default. */
  readonly errors?: ErrorBehaviour;
  /** Corrections of the score. None by default. */
  readonly corrections?: CorrectionBehaviour;
  /** Redeeming. None by default, and none without a handbook. */
  readonly redeeming?: RedeemingBehaviour;
  /** Entries made in error and undone: the probability for each claim and activity, and the longest time until it is undone. None by default. */
  readonly slips?: DelayedChance;
  /** Volunteers who leave: their accounts are closed. None by default. */
  readonly leaving?: LeavingBehaviour;
  /** Volunteers whose role changes: their accounts are closed and continued. None by default. */
  readonly changing?: ChangingBehaviour;
};

/** Something that follows something else: its probability, and the longest delay in days (evenly from 1). */
export type DelayedChance = { readonly probability: number; readonly days: number };

/** How often volunteers leave. */
export type LeavingBehaviour = {
  /** How many a year, as a share of those who are there. */
  readonly perYear: number;
  /** Reasons of the rule set for closing an account, and their weights. Equal by default. */
  readonly reasons?: { readonly [reason: string]: number };
};

/** How often volunteers change to another role. They go on as planned, as far as the other role has the same items. */
export type ChangingBehaviour = {
  /** How many a year, as a share of those who are there. */
  readonly perYear: number;
  /** The rule set's reason for closing the account. */
  readonly reason: string;
  /** Weights of the roles that they change to; the population has to have them. */
  readonly to: { readonly [role: string]: number };
};

/** How often an item is done, and how much of it. */
export type ItemBehaviour = {
  /** Entries a month for one volunteer, averaged over the year and over all groups of zeal. */
  readonly perMonth: number;
  readonly season?: Season;
  /** Weights of the difficulty tiers, for items scored by difficulty. Equal by default. */
  readonly tiers?: { readonly [tier: string]: number };
  /** Quantities and their weights, for items scored by quantity. One scoring unit, or where the first band begins, by default. */
  readonly quantities?: readonly { readonly quantity: number; readonly weight: number }[];
  /** The probability that an activity is service in a claimed post, once the volunteer holds one. 0 by default. */
  readonly served?: number;
};

/** The probability of each mistake, for each entry. A mistake changes figures only if the rules accept it. */
export type ErrorBehaviour = {
  /** The entry is first sent with an error: an unknown item, another community, a day before the opening, or a day that does not exist. */
  readonly invalid?: number;
  /** The entry is sent twice, unchanged. */
  readonly repeated?: number;
  /** The entry is made again under another date. */
  readonly duplicates?: number;
};

/** How often scores are corrected, and by how much. */
export type CorrectionBehaviour = {
  /** Corrections a year for one volunteer. */
  readonly perYear: number;
  /** Signed points (never 0) and their weights. */
  readonly points: readonly { readonly points: number; readonly weight: number }[];
  /** The probability that a correction names a matter, once there is one. 0 by default. */
  readonly named?: number;
};

/** How points are redeemed. A volunteer who can afford nothing makes no visit. */
export type RedeemingBehaviour = {
  /** The probability of each visit that the rules allow in a redemption period; of one visit if they allow any number. */
  readonly probability: number;
  /** Weights of the handbook's rewards; only affordable ones are drawn. Equal by default. */
  readonly rewards?: { readonly [rewardId: string]: number };
  /** The probability of taking one more reward after each, while affordable. 0 by default. */
  readonly another?: number;
  /** Visits that are returned: the probability, and the longest time until then. None by default. */
  readonly returns?: DelayedChance;
};
