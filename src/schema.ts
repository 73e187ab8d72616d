/**
 * Schemas of commands, events, rule sets, handbooks, programmes and snapshots: to parse what comes from outside, and as JSON Schema for hosts in
 * other languages.
 *
 * @packageDocumentation
 */

export { parseSnapshot, snapshotSchema } from './schema/account/snapshot.js';
export type { JsonSchema, Schema } from './schema/build.js';
export { commandSchema } from './schema/command.js';
export { eventSchema } from './schema/events/event.js';
export { parseEvent, parseEvents } from './schema/events/parse-event.js';
export { handbookSchema, parseHandbook } from './schema/handbook.js';
export { type JsonSchemaName, jsonSchemas } from './schema/json-schemas.js';
export { parseCommand } from './schema/parse-command.js';
export type { Parsed, Problem } from './schema/problem.js';
export type { DataProblem, ProblemCode, RuleProblem } from './schema/problem-code.js';
export { parseProgramme, programmeSchema } from './schema/programme.js';
export { parseRuleSet, ruleSetSchema } from './schema/rule-set/rule-set.js';
