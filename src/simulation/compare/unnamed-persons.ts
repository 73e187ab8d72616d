import type { By, Command } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';

/*
 * A record that names nobody cannot tell whether what other rules ask of persons would have been kept. It is decided again as if it
 * had: somebody stands in for whoever is not named, and is in no event that comes of it.
 */

const RECORDER = 'not recorded: who entered it';
const APPROVER = 'not recorded: who approved it';

/** The command with somebody in the place of each person whom the rules ask for and it does not name. */
export function withPersons<C extends Command>(command: C, { self, approval }: RuleSet['authority']): C {
  const { by } = command.data;
  const asksWho = self === 'refused' || approval === 'two-person';
  const lacksRecorder = asksWho && by.recorder === undefined;
  const lacksApprover = approval === 'two-person' && by.approvedBy === undefined;
  if (!lacksRecorder && !lacksApprover) return command;
  const persons = {
    ...(lacksRecorder ? { recorder: RECORDER } : {}),
    ...(lacksApprover ? { approvedBy: APPROVER } : {}),
  };
  return { ...command, data: { ...command.data, by: { ...by, ...persons } } };
}

/** The event with those who were recorded, and nobody who stood in. */
export function asRecorded(event: BankEvent, by: By): BankEvent {
  const { recorder, approvedBy } = event.data.by;
  if (recorder !== RECORDER && approvedBy !== APPROVER) return event;
  return Object.freeze({
    ...event,
    data: Object.freeze({ ...event.data, by: Object.freeze({ ...by }) }),
  }) as BankEvent;
}
