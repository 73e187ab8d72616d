/*
 * The text's tables, as rules.md has them.
 */

export type Role = 'community-party-member' | 'in-service-party-member' | 'resident';

/** Each role's colour (2.2), and the clause of each item of its list (2.3.1, 2.3.2, 2.3.3). */
export const ROLES: {
  readonly [R in Role]: { readonly colour: string; readonly clauses: { readonly [item: string]: string } };
} = {
  'community-party-member': {
    colour: 'red',
    clauses: {
      registration: '2.3.1.1',
      claim: '2.3.1.2',
      activity: '2.3.1.3',
      'co-building': '2.3.1.4',
      affairs: '2.3.1.5',
      other: '2.3.1.6',
    },
  },
  'in-service-party-member': {
    colour: 'red',
    clauses: {
      registration: '2.3.2.1',
      claim: '2.3.2.2',
      activity: '2.3.2.3',
      affairs: '2.3.2.4',
      other: '2.3.2.5',
    },
  },
  resident: {
    colour: 'blue',
    clauses: {
      registration: '2.3.3.1',
      claim: '2.3.3.2',
      activity: '2.3.3.3',
      affairs: '2.3.3.4',
      other: '2.3.3.5',
    },
  },
};

/** 2.3: one matter is 1 point, more if hard, never above 2. */
export const POINTS: { readonly [difficulty: string]: number } = { base: 1, hard: 2 };
/** 2.3: and that is all that one matter makes. */
export const POINTS_OF_A_MATTER = 2;
/** 2.3.1.2, 2.3.2.2, 2.3.3.2: claims up to 3 points in all. */
export const CLAIMS_IN_ALL = 3;
/** 3, where a mark out of one hundred is read as a ceiling. */
export const HUNDRED = 100;
/** 5: filed within a week of publication. */
export const DAYS_TO_FILE = 7;
export const WORKING_DAYS_TO_FILE = 5;
/** The day of issue. */
export const ISSUED = '2022-04-27';
