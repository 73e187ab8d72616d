import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankEvent, redeemable } from '../../src/index.js';
import { statement } from '../../src/reports.js';
import { under } from '../support/arbitraries.js';
import { accountOf, claim, open, run, VOLUNTEER } from '../support/history.js';
import { reverse } from './commands.js';

/*
 * Where a post scores again, several claims of it can stand on one day under one name. By the name the latest is meant; a reversal of a
 * reversal means the claim that its chain is about, whatever else stands by then. The account, the reports and a list kept by hand agree.
 */

const RULES = under(['claim-again', 'scores']);
const DAY = '2023-02-01';
const SORTS = ['base', 'medium', 'hard'] as const;

type Step =
  | { readonly claims: (typeof SORTS)[number] }
  | { readonly undoes: 'the post' }
  | { readonly undoes: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({ claims: fc.constantFrom(...SORTS) }),
    fc.constant({ undoes: 'the post' } as const),
    fc.record({ undoes: fc.nat(8) }),
  ),
  { minLength: 4, maxLength: 14, size: 'max' },
);

function commandOf(step: Step, at: number) {
  if ('claims' in step) return claim('gate', DAY, { difficulty: step.claims });
  const { undoes } = step;
  return undoes === 'the post'
    ? reverse(`u${at}`, { kind: 'claim', id: 'gate' }, DAY)
    : reverse(`u${at}`, { kind: 'reversal', id: `u${undoes}` }, DAY);
}

/** The points of the claims that stand, from a list in the order in which they were entered or came back. */
function pointsByHand(events: readonly BankEvent[]): number {
  const standing: { readonly points: number }[] = [];
  const about = new Map<string, { readonly points: number }>();
  for (const { type, data } of events) {
    if (type === 'AccountOpened' || type === 'PostClaimed') standing.push(data);
    if (type !== 'EntryReversed') continue;
    const { reverses, reversalId } = data;
    const meant = reverses.kind === 'reversal' ? about.get(reverses.id) : standing.at(-1);
    if (meant === undefined) throw new Error(`nothing is meant by ${reversalId}`);
    about.set(reversalId, meant);
    const at = standing.indexOf(meant);
    if (at < 0) standing.push(meant);
    else standing.splice(at, 1);
  }
  return standing.reduce((sum, { points }) => sum + points, 0);
}

describe('claims of one post on one day', () => {
  test('an account, its statement and a list kept by hand have the same points', () => {
    fc.assert(
      fc.property(steps, (of) => {
        const ran = run([open('resident'), ...of.map(commandOf)], { ruleSet: RULES });
        const { events } = ran;
        const told = statement(events, { accountId: VOLUNTEER, from: DAY, to: DAY, ruleSet: RULES });
        const byHand = pointsByHand(events);
        expect([redeemable(accountOf(ran)), told?.closing.redeemable]).toEqual([byHand, byHand]);
      }),
      { numRuns: 400 },
    );
  });
});
