/** Twelve weights, January to December: how much of the year's doings fall into each month. Even where left out. */
export type Season = readonly number[];

/**
 * How volunteers behave, as parameters: what {@link simulate} draws from. Probabilities are from 0 to 1, rates are means, weights
 * are in proportion to each other. {@link plainPopulation} makes a plain one for any rule set, {@link populationFrom} estimates one
 * from a ledger.
 */
export type Population = {
  /** By role of the rule set; a role that is left out has no volunteers. */
  readonly roles: { readonly [role: string]: RoleBehaviour };
};

/** How the volunteers of one role behave. */
export type RoleBehaviour = {
  /** How many open an account in the whole run. */
  readonly volunteers: number;
  /** When they join: weights of the run's months, the first month first. Months past the list weigh nothing. All in the first month where left out. */
  readonly joining?: readonly number[];
  /** How unlike each other they are: the relative zeal of as many equally large groups. `[1, 4]`: one half does four times as much as the other. */
  readonly zeal?: readonly number[];
  /** When things are done, for items that have no season of their own. */
  readonly season?: Season;
  /** Report-ins after the one that opens the account. None where left out. */
  readonly reportIn?: {
    /** Of a volunteer reporting in, in each period in which it counts once (each year, where it counts more often). */
    readonly probability: number;
    readonly season?: Season;
  };
  /** Claims and activities by item of the role; an item that is left out is not done. */
  readonly items: { readonly [item: string]: ItemBehaviour };
  /** Entries written up late: the probability, and up to how many days later (from 1, evenly). None where left out. */
  readonly late?: { readonly probability: number; readonly days: number };
  /** What the centre gets wrong. Nothing where left out. */
  readonly errors?: ErrorBehaviour;
  /** Corrections of the score. None where left out. */
  readonly corrections?: CorrectionBehaviour;
  /** Redeeming. None where left out, and none without a handbook. */
  readonly redeeming?: RedeemingBehaviour;
};

/** How often an item is done, and how much of it. */
export type ItemBehaviour = {
  /** Entries of one volunteer in a month, averaged over the year and over all groups of zeal. */
  readonly perMonth: number;
  readonly season?: Season;
  /** Weights of the difficulty tiers, for items scored by difficulty. All tiers alike where left out. */
  readonly tiers?: { readonly [tier: string]: number };
  /** Quantities and their weights, for items scored by quantity. One scoring unit where left out. */
  readonly quantities?: readonly { readonly quantity: number; readonly weight: number }[];
  /** The probability that an activity is service in a claimed post, once one is held. 0 where left out. */
  readonly served?: number;
};

/** Probabilities, for each entry, of what the centre gets wrong. None of it changes a figure unless the rules take it. */
export type ErrorBehaviour = {
  /** It is first sent with something wrong: an unknown item, another community, a day before the opening, a day that does not exist. */
  readonly invalid?: number;
  /** It is sent again exactly alike. */
  readonly repeated?: number;
  /** It is entered again under another day. */
  readonly duplicates?: number;
};

/** How often the score is corrected, and by how much. */
export type CorrectionBehaviour = {
  /** Corrections of one volunteer's score in a year. */
  readonly perYear: number;
  /** Signed points, not 0, and their weights. */
  readonly points: readonly { readonly points: number; readonly weight: number }[];
  /** The probability that it names a matter, once there is one. 0 where left out. */
  readonly named?: number;
};

/** How points are redeemed. A volunteer who can afford nothing does not come. */
export type RedeemingBehaviour = {
  /** Of coming, for each visit that the rules allow in each period of redemption; for one, where they allow any number. */
  readonly probability: number;
  /** Weights of the handbook's rewards, among those that can be afforded. All alike where left out. */
  readonly rewards?: { readonly [rewardId: string]: number };
  /** Of taking one more reward after each, while it can be afforded. 0 where left out. */
  readonly another?: number;
};
