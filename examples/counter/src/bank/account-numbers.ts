import type { Counter } from '../counter.js';

/*
 * Numbers of accounts belong to communities: what a community opens begins with its code, so that each may have a number 0001, and none learns
 * by a number which accounts another one has.
 */

/** What the numbers mean that a community's people write. */
export type AccountNumbers = {
  /** The whole number: the community's code comes before it, unless it is there, or the account was opened without it earlier. Width and spaces around it do not count. */
  readonly whole: (written: string) => string;
  /** Whether a whole number is for another community to give, or was given by one earlier: here it is as if nothing were there. */
  readonly isAnothers: (accountId: string) => boolean;
};

/** Whether a number begins with a community's code. */
export const begins = (accountId: string, code: string): boolean => accountId.startsWith(`${code}-`);

/** A number in one width, however it was typed: `０００３` is `0003`. */
export const plainNumber = (written: string): string => written.normalize('NFKC').trim();

const withCode = (communityId: string, written: string): string =>
  written === '' || begins(written, communityId) ? written : `${communityId}-${written}`;

/** What a text may mean, the likeliest first: an account that was opened under another spelling is found by that. */
const meanings = (communityId: string, written: string): readonly string[] => [
  written,
  plainNumber(written),
  withCode(communityId, plainNumber(written)),
  withCode(communityId, written),
];

/** What some numbers mean to a community. */
export async function numbersOf(
  { communities, store }: Pick<Counter, 'communities' | 'store'>,
  communityId: string,
  written: readonly string[],
): Promise<AccountNumbers> {
  const { projections } = store;
  const meant = written.flatMap((one) => meanings(communityId, one));
  const of = await projections.communitiesOf([...new Set(meant)]);
  const named = (await communities.list()).map(({ id }) => id);
  const codes = [...named, ...(await projections.communities())].filter((id) => id !== communityId);
  // A code may begin with another: what begins with the longer one is that community's.
  const longer = codes.filter((id) => begins(id, communityId));
  const whole = (one: string): string =>
    meanings(communityId, one).find((id) => of.get(id) === communityId) ??
    withCode(communityId, plainNumber(one));
  return {
    whole,
    isAnothers: (accountId) => {
      const on = of.get(accountId);
      return on === undefined ? longer.some((code) => begins(accountId, code)) : on !== communityId;
    },
  };
}

/**
 * Whether a counter is one community's alone: no other is named, works here or has accounts. Only then a number without a code is nobody
 * else's, and may stay as it is: asking whether it is would tell which accounts another community has.
 */
export async function isAlone(
  { communities, users, store }: Pick<Counter, 'communities' | 'users' | 'store'>,
  communityId: string,
): Promise<boolean> {
  const working = (await users.list()).flatMap(({ person }) =>
    'communityId' in person ? [person.communityId] : [],
  );
  const named = (await communities.list()).map(({ id }) => id);
  const here = [...working, ...named, ...(await store.projections.communities())];
  return here.every((id) => id === communityId);
}
