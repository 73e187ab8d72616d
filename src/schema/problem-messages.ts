import { MAX_ID_LENGTH, MAX_TEXT_LENGTH } from '../values/ids.js';
import { MAX_QUANTITY } from '../values/points.js';
import { clip } from '../values/text.js';
import type { ProblemCode } from './problem-code.js';

/** What follows on a problem where something else may have been meant. */
export function suggested(name: string): string {
  return `; did you mean '${clip(name)}'?`;
}

/** The ends of a range, of a detail that is one with two ends. */
export function endsIn(detail: string): { readonly from: string; readonly to: string } | undefined {
  const [from = '', to] = detail.split(' – ');
  return to === undefined ? undefined : { from, to };
}

function inRange(detail: string): string {
  const ends = endsIn(detail);
  return ends === undefined ? detail : ` from ${ends.from} to ${ends.to}`;
}

/** The words of each problem. The detail names the answers there are, or the range a number has to be in. */
export const PROBLEM_MESSAGES: { readonly [C in ProblemCode]: (detail: string) => string } = {
  'not-an-object': () => 'has to be an object',
  'not-a-list': () => 'has to be a list',
  'not-a-boolean': () => 'has to be true or false',
  missing: (detail) =>
    detail === '' ? 'is missing' : `is missing, and so is ${detail}: one of them is needed`,
  'unknown-field': () => 'there is no such field',
  'unknown-type': (detail) => `is not a known type: ${detail}`,
  'not-one-of': (detail) => `has to be one of: ${detail}`,
  'not-an-id': () =>
    `has to be an id of 1 to ${MAX_ID_LENGTH} characters, with no space at its ends, no unseen or look-alike characters, no mixed scripts, in Unicode form NFC`,
  'not-a-slug': () =>
    'has to be lower-case words joined by -, up to 64 characters, and not a name that every JavaScript object inherits',
  'not-a-locale': () => 'has to be a locale, such as zh-CN or en',
  'not-a-text': () =>
    `has to be a text of 1 to ${MAX_TEXT_LENGTH} characters, not only space, with no control characters`,
  'not-a-date': () => 'has to be a day that exists, YYYY-MM-DD, from 1900 on',
  'not-a-day-of-year': () => 'has to be a day that every year has, MM-DD, so not 02-29',
  'not-amounts': () => 'has to be amounts by day, in the order of the calendar, with the right sums',
  'not-entries': () => 'is not an entry, or a list of entries, as this library writes them',
  'not-a-whole-number': (detail) => `has to be a whole number${inRange(detail)}`,
  'not-points': (detail) =>
    `has to be a whole number of points${inRange(detail)}; for halves or quarters, points.scale says how many parts make one, and every number is one of parts`,
  'not-a-quantity': () => `has to be a quantity above 0, up to ${MAX_QUANTITY}, with at most two decimals`,
  'not-a-digest': () => 'has to be a digest of 64 hexadecimal digits',
  'not-a-window': () =>
    'has to be the name of a period: life, 2023, 2023-H1, 2023-Q3, 2023-05, 2024-W07, 2024-02-29, 2024-04..2025-03',
  'not-a-span': (detail) => `has to be one of: ${detail}`,
  'not-an-amount': () => 'has to be a whole number, or a quantity with at most two decimals',
  'not-a-map': () => 'is not a map as this library writes them',
  'not-json': () => 'is not a value that JSON can hold',
  empty: () => 'must not be empty',
  'too-many': (detail) => `has to be ${detail} or fewer`,
  'too-deep': (detail) => `is nested more than ${detail} levels deep`,
  'too-large': (detail) => `is too large: at most ${detail}`,
  unreadable: () => 'threw an error when it was read',
  'unknown-version': (detail) => `is not a known version: ${detail}`,
  'stale-fold': (detail) => `was made by another fold; fold the history again: ${detail}`,
  'upcast-failed': (detail) => `cannot be brought to the current version: ${detail}`,
  'not-one-event': (detail) => `becomes ${detail} events when brought up to date: use parseEvents`,
  'more-problems': (detail) => `has more problems than the ${detail} listed`,
  duplicate: (detail) => `is there already: ${detail}`,
  'unknown-item': (detail) =>
    detail === '' ? 'there is no item' : `has to be an item of the role: ${detail}`,
  'unknown-office': (detail) => `has to be one of the offices: ${detail}`,
  'unknown-role': (detail) => `has to be one of the roles: ${detail}`,
  'unknown-difficulty': (detail) =>
    detail === '' ? 'the rules name no difficulties' : `has to be named among the difficulties: ${detail}`,
  'unknown-limit': (detail) => `has to be a limit of each role: not of ${detail}`,
  'unknown-answer': (detail) => `has to be one of the answers: ${detail}`,
  'unknown-post': (detail) =>
    detail === '' ? 'the programme has no posts' : `has to be one of the programme's posts: ${detail}`,
  'unknown-reward': () => 'is not a reward of the handbook',
  'not-both': (detail) => `cannot be given together with ${detail}`,
  'not-above': (detail) => `has to be above ${detail}`,
  'not-alone': (detail) => `needs ${detail} beside it`,
  'above-maximum': (detail) => `is above its maximum, ${detail}`,
  'unknown-ground': (detail) =>
    detail === ''
      ? 'the rules have no grounds of ineligibility'
      : `has to be one of the grounds of ineligibility: ${detail}`,
  'missing-locale': (detail) => `has no words in ${detail}, a language of the rule set`,
  'unknown-locale': (detail) => `is in a language that is not among the rule set's: ${detail}`,
  'wrong-entry': () => "the opening is booked under an item whose entry is 'registration'",
  'wrong-scoring': (detail) => `an item of this entry scores by ${detail}`,
  'entry-taken': (detail) =>
    `the role has such an item already, and one is all that can be entered: ${detail}`,
  misplaced: (detail) => `is only for items whose entry is ${detail}`,
  'never-scores': () => 'is too small for anything to score',
  'never-bites': (detail) => `can never be exceeded: at most ${detail} can come together in its window`,
  'never-met': (detail) => `can never be met: at most ${detail} can come together in its window`,
  'nothing-before': () => 'can never be met: nothing that it counts can be entered before it is met',
  'no-effect': (detail) => `has no effect beside ${detail}`,
  'never-spendable': (detail) => `points are gone before they can be spent: ${detail}`,
  'never-carries': (detail) => `is too small for anything to carry over in steps of ${detail}`,
  'too-dear': (detail) => `costs more than any account can hold: at most ${detail}`,
  'opening-differs': (detail) =>
    `the opening is all that is ever entered under its item, which scores otherwise: ${detail}`,
  'unknown-unit': (detail) =>
    detail === '' ? 'no item counts a quantity' : `has to be the unit of an item: ${detail}`,
  'not-counted-so': (detail) => `is not for what counts ${detail}`,
  'gives-and-takes': (detail) => `counts what items take, and one of them gives points as well: ${detail}`,
  backwards: (detail) => `has to be on or after ${detail}`,
  'over-year-end': (detail) =>
    `has to be on or after ${detail}: an opening cannot go over the end of the year`,
  overlap: (detail) => `overlaps another: ${detail}`,
  'without-rule': (detail) => `is for an office only where the rules have a part for it: ${detail}`,
  'without-office': (detail) => `needs an office that enters the command: ${detail}`,
  'answer-out-of-reach': () => 'an answer changes rules, never readings, id or format',
  'answer-not-in-rules': () =>
    'the rules do not say what the chosen answer says: its patch would change them',
  'answer-invalid': (detail) => `with this answer the rules are not valid: ${detail}`,
  'answer-not-undone': (detail) =>
    `taken and taken back, this answer leaves the rules changed: the chosen answer’s patch has to undo it${detail === '' ? '' : `, as this one does: ${detail}`}`,
};
