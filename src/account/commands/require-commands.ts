import { NO_READINGS } from '../../rules/readings-used.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { isList } from '../../values/is-list.js';
import { RefusedError } from '../decide/outcome.js';
import { FieldError } from './field-error.js';

/** Throws for what is no list of commands; whether they are commands, each is told by itself. */
export function requireCommands(commands: unknown, { clauses }: RuleSet): void {
  if (isList(commands)) return;
  const facts = new FieldError('commands', 'not-a-list', commands).problem;
  throw new RefusedError({ code: 'invalid-command', clause: clauses.entries, facts, readings: NO_READINGS });
}
