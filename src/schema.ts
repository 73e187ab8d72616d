/**
 * Schemas of commands, events, rule sets, handbooks and snapshots: to parse what comes from outside, and as JSON Schema for hosts in
 * other languages.
 *
 * @packageDocumentation
 */

export type { JsonSchema } from './schema/build.js';
export { commandSchema } from './schema/command.js';
export { eventSchema } from './schema/event.js';
export { handbookSchema } from './schema/handbook.js';
export { type JsonSchemaName, jsonSchemas } from './schema/json-schemas.js';
export { parseCommand } from './schema/parse-command.js';
export { parseEvent, parseEvents } from './schema/parse-event.js';
export { parseHandbook } from './schema/handbook.js';
export { parseRuleSet } from './schema/rule-set/rule-set.js';
export { parseSnapshot } from './schema/snapshot.js';
export type { Parsed, Problem } from './schema/problem.js';
export type { DataProblem, ProblemCode, RuleProblem } from './schema/problem-code.js';
export { ruleSetSchema } from './schema/rule-set/rule-set.js';
export { snapshotSchema } from './schema/snapshot.js';
