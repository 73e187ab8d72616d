import { type BankEvent, EVENT_VERSIONS } from '../../account/events/event.js';
import {
  isEventType,
  type StoredEvent,
  UnknownEventError,
  UPCASTERS,
  type Upcasters,
  upcast,
} from '../../account/events/upcast.js';
import { isList } from '../../values/is-list.js';
import { isMessage, isRecord } from '../../values/json.js';
import { isPositiveWhole } from '../../values/points.js';
import { clip } from '../../values/text.js';
import { undisturbed } from '../../values/undisturbed.js';
import { judge, parseBy, refused, refusedAt, refusedBy } from '../parse.js';
import { plainCopy } from '../plain-copy.js';
import { type Parsed, type Problem, problemAt } from '../problem.js';
import { MOST_FAULTS } from '../problem-code.js';
import { EVENT_FORMAT } from './event.js';
import { readEvent } from './fast-event.js';
import { UNREAD } from './readers.js';

/**
 * Parses an event from anything: a row of a store, a line of an export. An event of an earlier version is brought to the current
 * one first, and paths are those of the current form. The form is judged, not the history: whether events can follow each other
 * `fold` tells.
 *
 * @param upcasters - the library's own steps where left out
 * @returns the event in its current form, deeply frozen, with the `metadata` that the host gave it; or every problem. An unknown
 *   type and an unknown or newer version are problems that name them. Never throws.
 *
 * @example
 * ```ts
 * import { parseEvent } from 'points-bank/schema'
 *
 * const parsed = parseEvent({ type: 'PointsRedeemed', data: {}, metadata: { schemaVersion: 3 } })
 * if (!parsed.ok) console.log(parsed.problems[0].message) // → is not a known version: PointsRedeemed 3, newest 2
 * ```
 */
export function parseEvent(input: unknown, upcasters: Upcasters = UPCASTERS): Parsed<BankEvent> {
  return undisturbed(() => eventParsed(input, upcasters));
}

function eventParsed(input: unknown, upcasters: Upcasters): Parsed<BankEvent> {
  const parsed = parseStored(input, upcasters);
  if (!parsed.ok) return parsed;
  const [event, ...more] = parsed.value;
  if (event === undefined || more.length > 0) {
    return refusedAt([], 'not-one-event', String(parsed.value.length));
  }
  return Object.freeze({ ok: true, value: event });
}

/**
 * Parses the events of a stream, in order, each as {@link parseEvent} does; one that becomes several or none when it is brought up
 * to date gives those.
 *
 * @param input - the stream: anything that can be iterated
 * @returns the events, deeply frozen; or every problem of every event, with the event's place in front: `[3].data.on`. Never throws.
 *
 * @example
 * ```ts
 * import { parseEvents } from 'points-bank/schema'
 *
 * const parsed = parseEvents([{ type: 'AccountMerged', data: {} }])
 * if (!parsed.ok) console.log(parsed.problems[0].path, parsed.problems[0].code) // → [0].type unknown-type
 * ```
 */
export function parseEvents(
  input: Iterable<unknown>,
  upcasters: Upcasters = UPCASTERS,
): Parsed<readonly BankEvent[]> {
  return undisturbed(() => streamParsed(input, upcasters));
}

function streamParsed(input: Iterable<unknown>, upcasters: Upcasters): Parsed<readonly BankEvent[]> {
  if (!isList(input)) return refusedAt([], 'not-a-list');
  const events: BankEvent[] = [];
  const problems: Problem[] = [];
  let place = 0;
  try {
    for (const stored of input) {
      const parsed = parseStored(stored, upcasters);
      if (parsed.ok) for (const event of parsed.value) events.push(event);
      else problems.push(...parsed.problems.map((problem) => within(place, problem)));
      if (problems.length > MOST_FAULTS) break;
      place += 1;
    }
  } catch {
    // The stream broke off, or was none.
    problems.push(place > 0 ? problemAt([place], 'unreadable') : problemAt([], 'not-a-list'));
  }
  return problems.length > 0
    ? refusedBy(problems)
    : Object.freeze({ ok: true, value: Object.freeze(events) });
}

/** The events that a stored one becomes, each judged. */
function parseStored(input: unknown, upcasters: Upcasters): Parsed<readonly BankEvent[]> {
  const read = readFast(input);
  if (read !== UNREAD) return { ok: true, value: [read] };
  const { copied, value, faults } = plainCopy(input, EVENT_FORMAT.limit, EVENT_FORMAT.isUnread);
  if (!copied) return refused(faults);
  // What is not even an event of any form, the current form's schema refuses.
  const current: Parsed<readonly unknown[]> = isStored(value)
    ? bringUp(value, upcasters)
    : { ok: true, value: [value] };
  if (!current.ok) return current;
  const events: BankEvent[] = [];
  const problems: Problem[] = [];
  for (const event of current.value) {
    const parsed = event === value ? judge(EVENT_FORMAT, value, faults) : parseBy(EVENT_FORMAT, event);
    if (parsed.ok) events.push(parsed.value);
    else problems.push(...parsed.problems);
  }
  // Bringing it up to date may have left out the part that could not be copied; the event is refused all the same.
  if (problems.length > 0) return refusedBy(problems);
  return faults.length > 0 ? refused(faults) : { ok: true, value: events };
}

/** Getters and proxies that throw are left to parsing too. */
function readFast(input: unknown): BankEvent | typeof UNREAD {
  try {
    return readEvent(input);
  } catch {
    return UNREAD;
  }
}

/** Whether a private copy has what bringing it up to date goes by. */
function isStored(value: unknown): value is StoredEvent {
  if (!isMessage(value)) return false;
  const { metadata } = value;
  if (metadata === undefined) return true;
  return (
    isRecord(metadata) && (metadata.schemaVersion === undefined || isPositiveWhole(metadata.schemaVersion))
  );
}

/** The current forms of a stored event, or why there are none. */
function bringUp(stored: StoredEvent, upcasters: Upcasters): Parsed<readonly unknown[]> {
  try {
    return { ok: true, value: upcast(stored, upcasters) };
  } catch (thrown) {
    if (!(thrown instanceof UnknownEventError)) {
      return refusedAt([], 'upcast-failed', clip(thrown instanceof Error ? thrown.message : typeof thrown));
    }
    const { type, version } = thrown;
    // A step of a host's may have made anything.
    if (!isEventType(type)) return refusedAt(['type'], 'unknown-type', clip(String(type)));
    const newest = EVENT_VERSIONS[type];
    return refusedAt(
      ['metadata', 'schemaVersion'],
      'unknown-version',
      `${type} ${version}, newest ${newest}`,
    );
  }
}

function within(place: number, problem: Problem): Problem {
  const path = problem.path === '' || problem.path.startsWith('[') ? problem.path : `.${problem.path}`;
  return Object.freeze({ ...problem, path: `[${place}]${path}` });
}
