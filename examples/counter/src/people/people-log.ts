import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Records } from '../records/records.js';
import { personSchema as person } from './user.js';

const KIND = 'people-log';

const lineSchema = z.object({
  /** The moment, as `2026-11-24T09:00:00.000Z`. */
  at: z.string(),
  /** The user who did it; absent where it was done at the server's command line. */
  by: z.string().optional(),
  what: z.enum(['added', 'role', 'password', 'removed', 'key-made', 'key-revoked', 'link']),
  name: z.string(),
  /** Who it became, where that was said. */
  person: person.optional(),
});

export type PeopleLine = z.infer<typeof lineSchema>;

/** Who gave whom which role, a password, or took it away: kept beside the users, and for good. */
export async function logPeople(records: Records, line: PeopleLine): Promise<void> {
  await records.add(KIND, `${line.at} ${randomUUID()}`, lineSchema.parse(line));
}

/** All of it, the latest first. */
export async function peopleLog(records: Records): Promise<readonly PeopleLine[]> {
  return (await records.entries(KIND)).map(({ value }) => lineSchema.parse(value)).reverse();
}
