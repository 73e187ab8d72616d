// What is parsed: events as a store gives them back, redemptions in the form that version 1 had; and some that have to be refused.
import { histories } from '../../data/write.mjs';

/** Stored events of so many accounts. */
export function stored(accounts) {
  return histories('many-accounts').slice(0, accounts).flat().map(older);
}

/** A redemption of one reward as version 1 wrote it; every other event as it is. */
function older(event) {
  if (event.type !== 'PointsRedeemed' || event.data.lines.length > 1) return event;
  const { lines, ...data } = event.data;
  return { ...event, data: { ...data, reward: lines[0] }, metadata: { schemaVersion: 1 } };
}

const FAULTS = [
  ({ data, ...event }) => event,
  (event) => ({ ...event, type: 'LetterSent' }),
  (event) => ({ ...event, metadata: { schemaVersion: 9 } }),
  (event) => ({ ...event, stray: 1 }),
  (event) => ({ ...event, data: { ...event.data, stray: 1 } }),
  (event) => ({ ...event, data: { ...event.data, on: '2023-13-01' } }),
  (event) => ({ ...event, data: { ...event.data, accountId: ' ' } }),
  (event) => ({ ...event, data: { ...event.data, points: 0.5 } }),
  (event) => ({ ...event, data: { ...event.data, by: { office: 'No body' } } }),
  (event) => ({ ...event, data: { ...event.data, ruleSet: { ...event.data.ruleSet, digest: 'f' } } }),
  (event) => ({ ...event, data: { ...event.data, readings: { 'carry-over': 5 } } }),
];

/** Events with one fault each, of every type. */
export function faulty(events) {
  const types = [...new Set(events.map(({ type }) => type))];
  const samples = types.map((wanted) => events.find(({ type }) => type === wanted));
  return [null, 7, ...samples.flatMap((event) => FAULTS.map((fault) => fault(event)))];
}
