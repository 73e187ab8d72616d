import type { By, Command } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';

/*
 * A record that names no persons cannot tell whether it would have met other rules about persons. It is replayed as if it had: a
 * stand-in replaces each person whom the record does not name, and appears in no resulting event.
 */

const RECORDER = 'not recorded: who entered it';
const APPROVER = 'not recorded: who approved it';

/** Adds a stand-in for each person whom the rules require and the command does not name. */
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

/** Removes the stand-ins from an event. */
export function asRecorded(event: BankEvent, by: By): BankEvent {
  const { recorder, approvedBy } = event.data.by;
  if (recorder !== RECORDER && approvedBy !== APPROVER) return event;
  return Object.freeze({
    ...event,
    data: Object.freeze({ ...event.data, by: Object.freeze({ ...by }) }),
  }) as BankEvent;
}
