import type { CommandType } from '../../rules/rule-set.js';
import { yearOf } from '../../values/calendar.js';
import type { ReverseEntry } from '../commands/command.js';
import type { AffectedEntry, EntryReversed } from '../events/event.js';
import type { Account } from '../state/account.js';
import { reversalsOf } from '../state/booking/reversal.js';
import { reversalContent } from '../state/content.js';
import type { AccountContext, Context } from './context.js';
import { decidedOn, eventOf } from './events-of.js';
import { requireDate, requireOpenAccount } from './guards/entry.js';
import { requireExactCorrection, requireExactCredit } from './guards/exact-sums.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { requireNothingAbove, requirePlace } from './reversing/grounds.js';
import { requireTarget, type Target } from './reversing/target.js';
import { pointsAboveFloor } from './scoring/floor.js';

type Data = ReverseEntry['data'];

/** Undoes a slip: the entry named is as if it had never been, or, where a reversal is named, its entry is back. */
export function reverseEntry(given: Context, command: ReverseEntry, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, rules } = context;
  const clause = rules.ruleSet.reversal?.clause ?? rules.ruleSet.clauses.entries;
  const { reversalId, reverses, reason, on } = data;
  const known = reversalsOf(account, reversalId);
  if (known.some(({ reversal }) => reversal.content === reversalContent(data))) return RETRIED;
  const other = known.find(({ isInForce }) => isInForce);
  if (other !== undefined) refuse('duplicate-reversal', clause, { reversalId, on: other.reversal.on });

  requireDate(context, data);
  const target = requireTarget(context, data, clause);
  const { entry, undone } = target;
  const onWho = requireEntitled(context, data, target, clause);
  if (on < entry.on)
    refuse('before-its-entry', clause, { kind: entry.kind, id: entry.id, on, entryOn: entry.on });
  if (undone === undefined) requireNothingAbove(context, target, clause);
  else requirePlace(context, undone, clause);
  const sign = undone === undefined ? -1 : 1;
  const assessment = sign * target.assessment || 0;
  const balance = sign * target.balance || 0;
  requireAboveFloor(context, { assessment, balance, on: target.countsOn }, clause);
  requireExact(context, target, assessment, clause);

  // Nothing can refuse from here on.
  const parts = balance < 0 ? [...onWho, 'correction.floor'] : onWho;
  const reversed: EntryReversed['data'] = {
    ...decidedOn(context, data, clause, rules.readingsOf(...parts)),
    reversalId,
    reverses,
    ...(target.lines === undefined ? {} : { lines: target.lines }),
    reason,
    entry,
    entryIs: undone === undefined ? 'out' : 'back',
    assessment,
    balance,
  };
  return accept(eventOf('EntryReversed', reversed));
}

/** The kinds of entries that only those undo who may enter them. */
const OWN_ALONE: { readonly [kind: string]: CommandType } = { correction: 'CorrectScore', bar: 'BarAccount' };

/** Who alone undoes an entry, those who may enter it, and the part of the rules that says so; `undefined` where whoever undoes slips does. */
function thoseWhoEnter(
  { role, rules }: AccountContext,
  { kind, item }: AffectedEntry,
): { readonly offices: readonly string[]; readonly part: string } | undefined {
  const command = OWN_ALONE[kind];
  if (command !== undefined) {
    const offices = rules.ruleSet.authority.offices[command] ?? NOBODY;
    return { offices, part: `authority.offices.${command}` };
  }
  const credited = item === undefined ? undefined : role.items.get(item);
  const offices = credited?.rule.offices;
  return offices === undefined ? undefined : { offices, part: `${credited?.part}.offices` };
}

/** An office undoes what it may enter; some do only until the feedback of the entry's year is due. Gives the parts of the rules that say so. */
function requireEntitled(
  context: AccountContext,
  { by, on }: Data,
  { entry }: Target,
  clause: string,
): readonly string[] {
  const { rules } = context;
  const { authority, feedback, reversal } = rules.ruleSet;
  const { kind, id } = entry;
  const theirs = thoseWhoEnter(context, entry);
  const parts = [
    'reversal',
    'authority.offices.ReverseEntry',
    ...(theirs === undefined ? [] : [theirs.part]),
  ];
  const readings = rules.readingsOf(...parts);
  if (theirs !== undefined && !theirs.offices.includes(by.office)) {
    const facts = { kind, id, office: by.office, entitled: theirs.offices };
    refuse('not-theirs-to-reverse', authority.clause, facts, readings);
  }
  const { untilFeedback = NOBODY } = reversal ?? {};
  if (!untilFeedback.includes(by.office)) return parts;
  const year = yearOf(entry.on) + (feedback.yearStarts === '12-01' && entry.on.slice(5) >= '12-01' ? 1 : 0);
  const due = `${String(year).padStart(4, '0')}-${feedback.due}`;
  if (on <= due) return parts;
  // Some office reverses entries: this command's own.
  const entitled = authority.offices.ReverseEntry as readonly string[];
  const others = entitled.filter((office) => !untilFeedback.includes(office));
  return refuse('too-late-to-reverse', clause, { kind, id, on, due, entitled: others }, readings);
}

const NOBODY: readonly string[] = [];

/** Points that go were not spent, where the rules have a floor under the figure. */
function requireAboveFloor(
  context: AccountContext,
  { assessment, balance, on }: { readonly assessment: number; readonly balance: number; readonly on: string },
  clause: string,
): void {
  const { floor } = context.rules.ruleSet.correction;
  const points = floor === 'refuse-assessment' ? assessment : balance;
  const floored = { floor, part: 'correction.floor', clause, points, on, recordedAtZero: false };
  const left = pointsAboveFloor(context, floored);
  if (left === points) return;
  const readings = context.rules.readingsOf('correction.floor');
  refuse('below-zero', clause, { figure: 'balance', before: -left, points }, readings);
}

/** Every sum stays exact. */
function requireExact(context: AccountContext, { entry }: Target, points: number, clause: string): void {
  if (entry.kind === 'correction') requireExactCorrection(context, points);
  else if (points > 0) requireExactCredit(context, clause, points);
}
