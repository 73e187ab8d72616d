import type { Command } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet, TransferLimit } from '../../rules/rule-set.js';
import { dayNumber } from '../../values/calendar.js';
import { text } from '../../values/text.js';
import { spanOn } from '../../values/window.js';
import { firstOf, firstOfSteps, histories, type Law, unequal } from '../law.js';
import { type Sending, sendingsOf } from '../sendings.js';
import type { CommandStep } from '../subject.js';

/** What a limit counts in the fullest of its windows that hold a day. */
function fullest(
  events: readonly BankEvent[],
  { counts, per }: TransferLimit,
  on: string,
  { calendar }: RuleSet,
): number {
  const sendings = sendingsOf(events);
  const openedOn = events[0]?.data.on ?? on;
  const ends = [on, ...sendings.map((one) => one.on).filter((day) => day > on)];
  const uses = ends
    .map((end) => spanOn(per, end, openedOn, calendar))
    .filter(({ first, last }) => first <= dayNumber(on) && dayNumber(on) <= last)
    .map(({ first, last }) =>
      sendings
        .filter((one) => first <= dayNumber(one.on) && dayNumber(one.on) <= last)
        .reduce((sum, { points }) => sum + (counts === 'sent' ? points : 1), 0),
    );
  return Math.max(...uses);
}

/** The first limit that a sending exceeds with what stands before it. */
function exceeded(
  before: readonly BankEvent[],
  { on, points }: Sending,
  ruleSet: RuleSet,
): string | undefined {
  return firstOf(Object.entries(ruleSet.transfer?.limits ?? {}), ([name, limit]) => {
    const together = fullest(before, limit, on, ruleSet) + (limit.counts === 'sent' ? points : 1);
    return together <= limit.maximum ? undefined : `on ${on} '${name}' came to ${together}`;
  });
}

/** The sending that an event makes, or brings back. */
function sendingBy(event: BankEvent): Sending | undefined {
  if (event.type === 'PointsSent') return event.data;
  if (event.type !== 'EntryReversed' || event.data.entryIs === 'out') return undefined;
  const { balance, entry } = event.data;
  return entry.kind === 'transfer' && balance < 0 ? { on: entry.on, points: -balance } : undefined;
}

/** What a refusal for a limit tells of a sending beside what there is; `undefined` if they agree. */
function toldOtherwise(
  { command, decision }: CommandStep,
  before: readonly BankEvent[],
  ruleSet: RuleSet,
): string | undefined {
  if (decision.accepted || decision.refusal.code !== 'transfer-limit-reached') return undefined;
  const { type, data } = command as Command;
  // What comes back is asked for its own day.
  if (type !== 'TransferPoints') return undefined;
  const { asked, limit, maximum, used } = decision.refusal.facts;
  const rule = ruleSet.transfer?.limits?.[limit];
  if (rule === undefined) return `there is no limit '${limit}' on sending points`;
  const expected = {
    asked: rule.counts === 'sent' ? data.points : 1,
    used: fullest(before, rule, data.on, ruleSet),
    maximum: rule.maximum,
  };
  const told = unequal(`what '${limit}' leaves on ${data.on}`, { asked, used, maximum }, expected);
  return told ?? (asked + used > maximum ? undefined : `'${limit}' had room on ${data.on}`);
}

/** The laws of sending points. */
export const TRANSFER_LAWS: readonly Law[] = [
  {
    name: 'sent-within-limits',
    clause: ({ transfer, clauses }) => transfer?.clause ?? clauses.accounts,
    title: text(
      '转出不超过期间上限',
      'no window has more points, or more transfers, sent than the rules allow',
    ),
    broken: (run) => {
      const { ruleSet } = run.subject;
      if (ruleSet.transfer?.limits === undefined) return undefined;
      return firstOf(histories(run), ({ events, id }) =>
        firstOf(events.entries(), ([at, event]) => {
          const sending = sendingBy(event);
          const how = sending && exceeded(events.slice(0, at), sending, ruleSet);
          return how === undefined ? undefined : `${id} sent more than the rules allow: ${how}`;
        }),
      );
    },
  },
  {
    name: 'sending-limit-told',
    clause: ({ transfer, clauses }) => transfer?.clause ?? clauses.accounts,
    title: text(
      '因超过转出上限不予转出的，如实告知已用多少',
      'a sending is refused for a limit only where there is no room, and the refusal tells what was used',
    ),
    broken: ({ steps, subject: { ruleSet } }) =>
      firstOfSteps(steps, (step, events) => toldOtherwise(step, events, ruleSet)),
  },
];
