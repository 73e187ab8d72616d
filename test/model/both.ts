/*
 * The model and the library side by side: each command is entered in both, and what became of it, the points, and every balance have
 * to agree.
 */
import type fc from 'fast-check';
import { expect } from 'vitest';
import {
  type Account,
  type AnyBank,
  assessment,
  type BankEvent,
  balanceOn,
  createBank,
  type Decision,
  evolve,
  figures,
  type Handbook,
  initialAccount,
  type RuleSet,
  redeemable,
} from '../../src/index.js';
import {
  type AnnualFeedback,
  annualFeedback,
  type CommunityRegister,
  communityRegister,
  findAnomalies,
  type Statement,
  statement,
} from '../../src/reports.js';
import { movedBy, pendingOf } from '../support/history.js';
import { commandAbout } from './about.js';
import type { Step } from './entries.js';
import { balanceOn as naiveBalanceOn, movedBy as naiveMovedBy } from './naive/balance.js';
import {
  type Findings,
  findingsIn,
  type Register as NaiveRegister,
  type Statement as NaiveStatement,
  registerOf,
  statementOf,
} from './naive/books.js';
import type { Command } from './naive/commands.js';
import { type Feedback, feedbackOf, type YearFigures } from './naive/feedback.js';
import {
  add,
  assessmentOf,
  countsOn,
  idOf,
  isScoring,
  itemOf,
  type Account as NaiveAccount,
} from './naive/ledger.js';
import type { Model } from './naive/model.js';

/** The library, driven as a host drives it. */
export class Library {
  readonly ruleSet: RuleSet;
  readonly accounts: Map<string, Account> = new Map();
  readonly events: BankEvent[] = [];
  /** What was entered, in order. */
  readonly log: Command[] = [];
  readonly #bank: AnyBank;

  constructor(ruleSet: RuleSet, handbook: Handbook | undefined) {
    this.ruleSet = ruleSet;
    this.#bank = createBank<RuleSet>(ruleSet, handbook === undefined ? {} : { handbook });
  }

  of(accountId: string): Account {
    return this.accounts.get(accountId) ?? initialAccount;
  }

  enter(command: Command): Decision {
    const { type, data } = command;
    this.log.push(command);
    const before = this.of(data.accountId);
    const decision = this.#bank.decideUnknown({ type, data }, before);
    if (decision.accepted && decision.events.length > 0) {
      this.events.push(...decision.events);
      this.accounts.set(data.accountId, decision.events.reduce(evolve, before));
    }
    return decision;
  }
}

/** A step of a run, taken by both. */
export class Taken implements fc.Command<Model, Library> {
  readonly step: Step;
  readonly #counted: (became: string) => void;

  constructor(step: Step, counted: (became: string) => void) {
    this.step = step;
    this.#counted = counted;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, library: Library): void {
    for (const command of commandsOf(this.step, model, library)) {
      this.#counted(`${command.type} ${enterBoth(model, library, command)}`);
    }
  }

  toString(): string {
    return JSON.stringify(this.step);
  }
}

/** What a step enters: by what was entered before, where it says so. */
function commandsOf(step: Step, model: Model, library: Library): readonly Command[] {
  if ('enter' in step) return step.enter;
  if ('again' in step) {
    const { log } = library;
    const earlier = log[step.again % log.length];
    if (earlier === undefined) return [];
    return [
      step.on === undefined ? earlier : ({ ...earlier, data: { ...earlier.data, on: step.on } } as Command),
    ];
  }
  if ('about' in step) return commandAbout(step, model, library.events);
  const { command } = step;
  const entries = model.accounts.get(command.data.accountId)?.entries.filter(isScoring) ?? [];
  const entry = entries[step.correct % entries.length];
  if (entry === undefined) return [command];
  const named = { corrects: idOf(entry), ...(step.correct % 3 === 0 ? {} : { item: itemOf(entry) }) };
  return [{ ...command, data: { ...command.data, ...named } }];
}

/** Enters a command in both and holds one against the other; gives what became of it. */
function enterBoth(model: Model, library: Library, command: Command): string {
  const expected = model.enter(command);
  const decision = library.enter(command);
  if (expected.result === 'no') {
    expect(decision.accepted ? `accepted, against ${[...expected.why]}` : 'refused').toBe('refused');
    if (!decision.accepted) expect([...expected.why]).toContain(decision.refusal.code);
  } else {
    expect(decision.accepted ? expected.result : decision.refusal.code).toBe(expected.result);
    if (decision.accepted) expect(seen(decision)).toEqual(expected);
  }
  compareAccounts(model, library, command.data.accountId, command.data.on);
  return decision.accepted ? expected.result : decision.refusal.code;
}

function seen({ events: [event], warnings }: Decision & { readonly accepted: true }): unknown {
  if (event === undefined) return { result: 'again' };
  return {
    result: 'done',
    points: movedBy(event),
    warned: warnings.some(({ code }) => code === 'handbook-overdue'),
  };
}

const YEARS = ['2022', '2023', '2024'];
const ITEMS = ['registration', 'claim', 'activity', 'co-building', 'affairs', 'other'];

/** Every figure of an account, by the one and by the other. */
function compareAccounts(model: Model, library: Library, accountId: string, on: string): void {
  const account = library.of(accountId);
  const naive = model.accounts.get(accountId);
  const isClosed = naive?.closed !== undefined;
  expect(account.status).toBe(naive === undefined ? 'unopened' : isClosed ? 'closed' : 'open');
  if (account.status === 'unopened' || naive === undefined) return;
  const { earned, corrected, redeemed, transferred } = account;
  expect({ earned, corrected, redeemed, transferred }).toEqual(add(naive));
  expect(redeemable(account)).toBe(isClosed ? 0 : earned + corrected - redeemed + transferred);
  expect(pendingOf(account).length).toBe(naive.standing.filter(({ pending }) => pending).length);
  expect(assessment(account)).toBe(assessmentOf(naive));
  for (const day of [on, '2022-12-31', '2023-06-30', '2025-06-30']) {
    expect([day, balanceOn(account, day, library.ruleSet)]).toEqual([
      day,
      naiveBalanceOn(naive, day, model.world.readings),
    ]);
  }
  for (const year of YEARS) {
    const of = figures(account, { from: `${year}-01`, to: `${year}-12` });
    expect([year, of.earned, of.corrected, of.redeemed]).toEqual([year, ...inYear(naive, year)]);
  }
  for (const item of ITEMS) {
    const sum = naive.entries.reduce((total, entry) => {
      const of = isScoring(entry) ? itemOf(entry) : entry.what === 'handed' ? entry.item : undefined;
      return of === item ? total + naiveMovedBy(entry) : total;
    }, 0);
    expect([item, figures(account, { item }).earned]).toEqual([item, sum]);
  }
}

function inYear(naive: NaiveAccount, year: string): number[] {
  const { earned, corrected, redeemed } = add(naive, (entry) => countsOn(entry).startsWith(year));
  return [earned, corrected, redeemed];
}

/** What is fed back of each account in each year, on some day, and as known on another. */
export function compareFeedback(
  model: Model,
  library: Library,
  { sent, known }: { readonly sent: string; readonly known: string | undefined },
): void {
  for (const [accountId, naive] of model.accounts) {
    for (const year of YEARS.map(Number)) {
      for (const sentOn of [`${year}-11-30`, `${year}-12-31`, sent]) {
        const options = { sentOn, accountId, ...(known !== undefined && { knownOn: known }) };
        const feedback = annualFeedback(library.events, year, options);
        const byRules = annualFeedback(library.events, year, { ...options, ruleSet: library.ruleSet });
        const told = feedback && byRules && { ...toldBy(feedback), held: byRules.redeemable };
        const asked = { year, sent: sentOn, known };
        const expected = feedbackOf(naive, model.recordOf(accountId), asked, model.world.readings);
        expect([accountId, year, told]).toEqual([accountId, year, expected]);
      }
    }
  }
}

/** What the books say of each account over some days, and of all accounts on the last of them. */
export function compareBooks(
  model: Model,
  library: Library,
  {
    sent,
    known,
    since,
  }: { readonly sent: string; readonly known: string | undefined; readonly since: string },
): void {
  const { ruleSet, events } = library;
  const [from, to] = since < sent ? [since, sent] : [sent, since];
  const asked = { known: known ?? '9999-12-31', readings: model.world.readings };
  const options = { ruleSet, ...(known !== undefined && { knownOn: known }) };
  for (const [accountId, naive] of model.accounts) {
    const told = statement(events, { ...options, from, to, accountId });
    const expected = statementOf(naive, model.recordOf(accountId), { ...asked, from, to });
    expect([accountId, told && statementTold(told)]).toEqual([accountId, expected]);
  }
  const register = communityRegister(events, { ...options, on: to });
  const accounts = [...model.accounts].map(([id, naive]) => [naive, model.recordOf(id)] as const);
  const months = register.byMonth.map(({ month }) => month);
  expect(registerTold(register)).toEqual(registerOf(accounts, to, months, asked));
}

/** From so many on, they are told. */
const FULL_DAY = 2;
const OFTEN = 1;

/** What is to be looked at twice, by the one and by the other. */
export function compareFindings(model: Model, { events }: Library): void {
  const found = findAnomalies(events, { entriesOnADay: FULL_DAY, reversedEntries: OFTEN });
  const told = { fullDays: [], persons: [], reversed: [] } as { readonly [Kind in keyof Findings]: string[] };
  for (const one of found) {
    if (one.kind === 'entries-on-a-day')
      told.fullDays.push(`${one.accountId} ${one.on}: ${one.value} with ${one.points}`);
    if (one.kind === 'same-member')
      told.persons.push(`${one.memberId}: ${one.accounts.map(({ accountId }) => accountId).join(' ')}`);
    if (one.kind === 'often-reversed')
      told.reversed.push(`${one.communityId} ${one.recorder}: ${one.value} of ${one.entries}`);
  }
  for (const some of Object.values(told)) some.sort();
  expect(told).toEqual(findingsIn([...model.accounts.values()], FULL_DAY, OFTEN));
}

function statementTold({ opening, closing, totals, entries }: Statement): NaiveStatement {
  const { earned, corrected, redeemed, transferred } = totals;
  const assessed = new Map<string, number>();
  for (const { on, assessed: points } of entries) assessed.set(on, (assessed.get(on) ?? 0) + points);
  const days = [...assessed].filter(([, points]) => points !== 0);
  return {
    opening: { assessment: opening.assessment, redeemable: opening.redeemable },
    closing: { assessment: closing.assessment, redeemable: closing.redeemable },
    totals: { earned, corrected, redeemed, transferred },
    assessed: Object.fromEntries(days.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function registerTold({ accounts, closedAccounts, byItem, byMonth }: CommunityRegister): NaiveRegister {
  const rows = (of: CommunityRegister['accounts']) =>
    Object.fromEntries(
      of.map(
        ({ accountId, earned, corrected, redeemed, transferred, assessment: assessed, redeemable: held }) => [
          accountId,
          { earned, corrected, redeemed, transferred, assessment: assessed, redeemable: held },
        ],
      ),
    );
  return {
    accounts: rows(accounts),
    closed: rows(closedAccounts),
    items: Object.fromEntries(byItem.map(({ item, entries, points }) => [item, [entries, points]])),
    outstanding: Object.fromEntries(byMonth.map(({ month, outstanding }) => [month, outstanding])),
  };
}

/** As much of a feedback as the model tells. */
function toldBy(feedback: AnnualFeedback): Omit<Feedback, 'held'> {
  const { byItem, closed, mark, onTime, recipients, sent, supplement } = feedback;
  return {
    ...yearFigures(feedback),
    sent,
    onTime,
    closed: closed !== undefined,
    mark: mark?.points,
    recipients: recipients.length,
    redeemable: feedback.redeemable,
    byItem: Object.fromEntries(byItem.map(({ item, points }) => [item, points])),
    rest: yearFigures(supplement),
  };
}

function yearFigures(of: YearFigures): YearFigures {
  const { earned, corrected, redeemed, transferred, takenUp, assessment: assessed } = of;
  return { earned, corrected, redeemed, transferred, takenUp, assessment: assessed };
}
