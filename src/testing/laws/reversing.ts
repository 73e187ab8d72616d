import type { Decision } from '../../account/decide/outcome.js';
import type { BankEvent, EntryReversed } from '../../account/events/event.js';
import { assessment, redeemable } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/figures/balance.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { isByQuantity } from '../../rules/score.js';
import { canonicalJson } from '../../values/json.js';
import { text } from '../../values/text.js';
import { contentOf } from '../content-of-account.js';
import { firstOf, type Law, perAccount, roleOf, unequal, unequalContent } from '../law.js';
import { oncePerRuleSet } from '../once-per-rule-set.js';
import { isNamed, standing } from '../standing.js';
import { accountIdOf, type CommandRun, type CommandStep, subjectOf } from '../subject.js';

/** How many later commands each reversal is held against; more of a run would tell nothing new. */
const LATER = 6;

/** The clause on undoing slips. */
function ofReversal({ reversal, clauses }: RuleSet): string {
  return reversal?.clause ?? clauses.entries;
}

/** The laws of undoing. */
export const REVERSAL_LAWS: readonly Law[] = [
  {
    name: 'undone-as-if-never',
    clause: ofReversal,
    title: text(
      '撤销后，账户与从未登记时相同',
      'an account is as if what was undone had never been, and as if what is back had never been undone',
    ),
    broken: (run) =>
      perAccount(run, (events, id) => {
        if (!events.some(({ type }) => type === 'EntryReversed' || type === 'EntryVerified'))
          return undefined;
        const seen = contentOf(run.subject.fold(events));
        return unequalContent(`what ${id} holds`, seen, contentOf(run.subject.fold(standing(events))));
      }),
  },
  {
    name: 'undone-decides-alike',
    clause: ofReversal,
    title: text(
      '撤销后，其他事项的办理与从未登记时相同',
      'after a reversal every other command is decided as if the entry had never been',
    ),
    broken: (run) =>
      firstOf(run.steps, (step) => {
        const [reversal] = step.decision.accepted ? step.decision.events : [];
        return reversal?.type === 'EntryReversed' ? decidesAlike(run, step, reversal) : undefined;
      }),
  },
  {
    name: 'undone-by-what-it-was',
    clause: ofReversal,
    title: text(
      '撤销退回的积分等于原记积分',
      'a reversal moves both figures by exactly what the entry had moved',
    ),
    broken: (run) =>
      firstOf(run.steps, ({ after, before, decision }) => {
        const [event] = decision.accepted ? decision.events : [];
        if (event?.type !== 'EntryReversed') return undefined;
        const moved = [assessment(after) - assessment(before), redeemable(after) - redeemable(before)];
        return unequal('what a reversal moves', moved, [event.data.assessment, event.data.balance]);
      }),
  },
  {
    name: 'reversal-undone-gives-back',
    clause: ofReversal,
    title: text(
      '撤销被撤销的，原登记恢复',
      'reversing a reversal gives the entry back: same figures, same balances',
    ),
    broken: (run) => firstOf(run.steps, (step) => givesBack(run, step)),
  },
  {
    name: 'undone-stays-a-retry',
    clause: ofReversal,
    title: text(
      '已撤销的登记重复发送不再产生事件；同号而内容不同的视为新登记',
      'a command that was undone yields nothing when it is sent again; the same key with other content is new',
    ),
    broken: (run) => firstOf(run.steps, (step) => staysARetry(run, step)),
  },
  {
    name: 'points-keep-their-day',
    clause: ({ redemption }) => redemption.carryOver.clause,
    title: text('退回的积分仍按原取得日计算时效', 'points that come back keep the day they were earned on'),
    broken: (run) =>
      perAccount(run, (events, id) => {
        if (!events.some(({ type }) => type === 'EntryReversed')) return undefined;
        const { fold, ruleSet } = run.subject;
        const account = fold(events);
        const never = fold(standing(events));
        return firstOf(daysOf(events), (day) =>
          unequal(
            `the balance of ${id} on ${day}`,
            balanceOn(account, day, ruleSet),
            balanceOn(never, day, ruleSet),
          ),
        );
      }),
  },
];

/** The days of a history, and days on which what they left may have lapsed. */
function daysOf(events: readonly BankEvent[]): string[] {
  const days = new Set(events.map(({ data }) => data.on));
  const years = new Set([...days].map((day) => Number(day.slice(0, 4))));
  return [...days, ...[...years].map((year) => `${String(year + 1).padStart(4, '0')}-07-01`)];
}

/** The history of an account up to a step of its run, with the event of the step. */
function historyTo(run: CommandRun, step: CommandStep): BankEvent[] {
  const id = accountIdOf(step.command);
  return run.steps
    .slice(0, run.steps.indexOf(step) + 1)
    .filter(({ command }) => accountIdOf(command) === id)
    .flatMap(({ decision }) => (decision.accepted ? decision.events : []));
}

function decidesAlike(run: CommandRun, step: CommandStep, reversal: EntryReversed): string | undefined {
  const { decide, fold } = run.subject;
  const events = historyTo(run, step);
  const never = fold(standing(events));
  const undone = undoneCommands(run, step, events);
  const later = run.steps.slice(run.steps.indexOf(step) + 1).filter(({ command }) => {
    const { type } = (command ?? {}) as { type?: unknown };
    if (accountIdOf(command) !== accountIdOf(step.command) || type === 'ReverseEntry') return false;
    return !undone.has(keyOf(command)) && !isOfUndoneSum(run, command, events);
  });
  return firstOf(later.slice(0, LATER), ({ command }) =>
    unequal(
      `after reversal '${reversal.data.reversalId}', the decision`,
      outcomeOf(decide(command, step.after)),
      outcomeOf(decide(command, never)),
    ),
  );
}

/**
 * Whether a command is about quantities that add up, of which some were undone: the entries that stand keep what they scored by the sum, and
 * `sum-scores-once` answers for the next.
 */
function isOfUndoneSum({ subject }: CommandRun, command: unknown, events: readonly BankEvent[]): boolean {
  const { item } = ((command ?? {}) as { data?: { item?: unknown } }).data ?? {};
  const scoring =
    typeof item === 'string' ? roleOf(subject.ruleSet, events)?.items[item]?.scoring : undefined;
  if (scoring === undefined || !isByQuantity(scoring) || scoring.over === undefined) return false;
  return events.some(({ type, data }) => type === 'EntryReversed' && data.entry.item === item);
}

/** What was decided, without facts that only name earlier entries. */
function outcomeOf(decision: Decision): unknown {
  if (!decision.accepted) return decision.refusal.code;
  return decision.events.map((event) => [event.type, 'points' in event.data ? event.data.points : 0]);
}

/** The commands whose events a history took out again. */
function undoneCommands(run: CommandRun, step: CommandStep, events: readonly BankEvent[]): Set<string> {
  const out = events.filter((event) => event.type === 'EntryReversed').map(({ data }) => data.entry);
  return new Set(
    run.steps.slice(0, run.steps.indexOf(step) + 1).flatMap(({ command, decision }) => {
      const [event] = decision.accepted ? decision.events : [];
      return event !== undefined && out.some((entry) => isNamed(event, entry)) ? [keyOf(command)] : [];
    }),
  );
}

/** A command as text, without who entered it and when it was written up. */
function keyOf(command: unknown): string {
  const { type, data } = command as { type?: unknown; data?: object };
  const { by: _by, recordedOn: _recordedOn, ...rest } = (data ?? {}) as Record<string, unknown>;
  return JSON.stringify([type, Object.entries(rest).sort()], (_key, of: unknown) =>
    typeof of === 'number' ? String(of) : of,
  );
}

function givesBack(run: CommandRun, step: CommandStep): string | undefined {
  const { after, command, decision } = step;
  const [event] = decision.accepted ? decision.events : [];
  if (event?.type !== 'EntryReversed' || event.data.entryIs !== 'out') return undefined;
  const { accountId, by, on, reversalId } = event.data;
  const reverses = { kind: 'reversal', id: reversalId };
  const data = { accountId, reversalId: `${reversalId} undone`, reverses, reason: 'back', on, by };
  const again = run.subject.decide({ type: 'ReverseEntry', data }, after);
  if (!again.accepted) {
    const { code } = again.refusal;
    // A deduction that comes back may meet the floor of corrections, which its own entry did not.
    if (code === 'below-zero' && event.data.balance > 0) return undefined;
    if (!canBeEnteredAlike(run, step, event)) return undefined;
    return `the reversal by ${JSON.stringify(command)} cannot be undone: ${code}`;
  }
  const [back] = again.events;
  if (back?.type !== 'EntryReversed') return 'undoing a reversal led to no event';
  const { assessment: assessed, balance } = back.data;
  const expected = { assessed: 0 - event.data.assessment, balance: 0 - event.data.balance };
  return unequal('what comes back', { assessed, balance }, expected);
}

/** Whether the entry that was undone, entered now for the first time, would score what it had: later entries may have taken its place. */
function canBeEnteredAlike(run: CommandRun, step: CommandStep, { data }: EntryReversed): boolean {
  const entered = run.steps.slice(0, run.steps.indexOf(step)).findLast(({ command, decision }) => {
    const [event] = decision.accepted ? decision.events : [];
    return event !== undefined && accountIdOf(command) === data.accountId && isNamed(event, data.entry);
  });
  if (entered === undefined) return false;
  const never = run.subject.fold(standing(historyTo(run, step)));
  const now = decideInAnyOrder(run.subject.ruleSet)(entered.command, never);
  return canonicalJson(outcomeOf(now)) === canonicalJson(outcomeOf(entered.decision));
}

/** The library's own decisions where an entry may be dated before others: an entry that comes back keeps its day. */
const decideInAnyOrder = oncePerRuleSet(
  (ruleSet) => subjectOf({ ...ruleSet, entries: { ...ruleSet.entries, order: 'any' } }).decide,
);

function staysARetry(
  { accounts, subject }: CommandRun,
  { command, decision }: CommandStep,
): string | undefined {
  const [event] = decision.accepted ? decision.events : [];
  const account = accounts.get(accountIdOf(command));
  if (event === undefined || account === undefined || account.status !== 'open') return undefined;
  const again = subject.decide(command, account);
  if (!again.accepted) {
    // A verification has nothing left that it could be about once its entry is out.
    if (event.type === 'EntryVerified') return undefined;
    return `sent again later, ${event.type} was refused: ${again.refusal.code}`;
  }
  if (again.events.length > 0) {
    return event.type === 'EntryVerified'
      ? undefined
      : `sent again later, ${event.type} led to another event`;
  }
  if (event.type !== 'ActivityCredited' || event.data.entry !== 'activity') return undefined;
  const { data } = command as { data: object };
  const other = subject.decide({ ...(command as object), data: { ...data, note: 'other content' } }, account);
  if (!other.accepted) return undefined;
  return other.events.length === 1 ? undefined : 'the same key with other content was taken for a retry';
}
