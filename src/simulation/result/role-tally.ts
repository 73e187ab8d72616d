import type { RoleModel } from '../run/role-model.js';

/** What a role's accounts come to, while it is being added up. */
export type RoleTally = {
  readonly role: string;
  accounts: number;
  readonly earned: Map<number, number>;
  readonly assessment: Map<number, number>;
  readonly redeemable: Map<number, number>;
  readonly years: Map<string, Map<number, number>>;
  readonly limits: ReadonlyMap<string, LimitTally>;
  visits: number;
  points: number;
  deducted: number;
};

/** What a limit did, while it is being added up. */
export type LimitTally = {
  accounts: number;
  windows: number;
  trimmed: number;
  points: number;
  refused: number;
  /** The windows that the present account filled. */
  readonly filled: Set<string>;
};

/** Nothing yet. */
export function roleTally({ role, rule }: RoleModel): RoleTally {
  const limits = Object.keys(rule.limits).map((limit): [string, LimitTally] => [
    limit,
    { accounts: 0, windows: 0, trimmed: 0, points: 0, refused: 0, filled: new Set() },
  ]);
  return {
    role,
    accounts: 0,
    earned: new Map(),
    assessment: new Map(),
    redeemable: new Map(),
    years: new Map(),
    limits: new Map(limits),
    visits: 0,
    points: 0,
    deducted: 0,
  };
}

/** Books the windows that the account filled, and makes ready for the next one. */
export function closeLimits(role: RoleTally): void {
  for (const limit of role.limits.values()) {
    if (limit.filled.size === 0) continue;
    limit.accounts += 1;
    limit.windows += limit.filled.size;
    limit.filled.clear();
  }
}
