import { defineRuleSet } from '../../src/define.js';
import { balanceOn, type ItemRule, type RuleSet, type Scoring } from '../../src/index.js';
import { accountOf, type Ran, VOLUNTEER } from '../support/history.js';

/*
 * Rule sets of one role, for schemes that are interesting for what their items score.
 */

const said = (en: string) => ({ en });

/** An item that is entered as a matter. */
export function matter(title: string, scoring: Scoring, more: Partial<ItemRule> = {}): ItemRule {
  return { clause: '2', title: said(title), entry: 'activity', scoring, ...more };
}

/** The item that an opening is booked under. */
const JOINING: ItemRule = {
  clause: '1',
  title: said('Joining'),
  entry: 'registration',
  scoring: { by: 'fixed', points: 0 },
  once: { per: 'life', opening: 'counts' },
};

/** A rule set with these items, and what else it says. */
export function rulesWith(
  items: { readonly [item: string]: ItemRule },
  more: Partial<RuleSet> = {},
  base = 0,
): RuleSet {
  const role: RuleSet['roles'][string] = {
    clause: '1',
    title: said('member'),
    account: { clause: '1', colour: 'green', title: said('points account'), deducts: true },
    opening: { clause: '1', form: said('form'), item: 'joining', points: base },
    service: { clause: '2', claimed: 'not-needed' },
    items: { joining: JOINING, ...items },
    limits: {},
    feedback: { clause: '4', recipients: [], uses: [] },
  };
  return defineRuleSet<RuleSet>({
    format: 1,
    id: 'scheme',
    version: '1',
    locales: ['en'],
    title: said('Scheme'),
    clauses: { roles: '1', accounts: '1', entries: '2', catalogue: '2' },
    inForce: { clause: '0' },
    difficulties: { office: said('of the office'), city: said('of the city') },
    roles: { member: role },
    offices: {
      community: { clause: '3', title: said('community'), acts: 'own-community' },
      subdistrict: { clause: '3', title: said('supervisor'), acts: 'everywhere' },
    },
    authority: {
      clause: '3',
      offices: {
        OpenAccount: ['community'],
        ReportIn: ['community'],
        CreditActivity: ['community'],
        RedeemPoints: ['community'],
        CorrectScore: ['subdistrict'],
        ReverseEntry: ['community', 'subdistrict'],
      },
      self: 'allowed',
      approval: 'one-person',
    },
    entries: { clause: '2', order: 'any' },
    redemption: {
      clause: '3',
      title: said('redemption'),
      period: { kind: 'calendar', window: 'year' },
      consent: { clause: '3', kinds: [], basis: 'each-reward' },
      carryOver: { clause: '3' },
    },
    correction: {
      clause: '3',
      title: said('correction'),
      floor: 'none',
      counts: 'own-date',
      freesRoom: false,
    },
    assessment: { clause: '4', title: said('points') },
    feedback: { clause: '4', title: said('feedback'), due: '12-31', yearStarts: '01-01' },
    uses: {},
    catalogue: {},
    recognition: {},
    ineligibility: {},
    bounds: { clause: '5', looser: 'refused', held: {} },
    readings: {},
    ...more,
  });
}

/** What the one account holds on a day. */
export function held(ran: Ran, on: string, ruleSet: RuleSet): number {
  return balanceOn(accountOf(ran, VOLUNTEER), on, ruleSet);
}
