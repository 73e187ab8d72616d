import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Records } from '../records/records.js';
import { type Actor, type Person, personSchema, userName } from './user.js';

const KIND = 'api-key';

const schema = z.object({
  name: userName,
  person: personSchema,
  /** The moment it was made, as `2026-11-24T09:00:00.000Z`. */
  at: z.string(),
});

export type ApiKey = z.infer<typeof schema>;

/** What a program's entries are signed with: no user name has a colon in it, so nobody takes it for a person. */
export const keyName = (name: string): string => `api:${name}`;

const BEGINNING = 'pbk_';

/** 256 random bits cannot be guessed, so what is kept of a key needs no slow hash: the digest finds it, and nothing leads back from it. */
const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * The keys of programs. A program acts in a role as a user does: for a community, for the Party affairs office, or for one volunteer. A key is
 * shown when it is made, and only its digest is kept.
 */
export class ApiKeys {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  async list(): Promise<readonly ApiKey[]> {
    const keys = (await this.records.entries(KIND)).map(({ value }) => schema.parse(value));
    return keys.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The new key, which is nowhere else; nothing where the name is taken. */
  async make(name: string, person: Person, at: string): Promise<string | undefined> {
    const key = schema.parse({ name, person, at });
    if ((await this.list()).some((known) => known.name === key.name)) return undefined;
    const secret = `${BEGINNING}${randomBytes(32).toString('base64url')}`;
    await this.records.add(KIND, digestOf(secret), key);
    return secret;
  }

  /** Ends every key of this name, from the next request on; `false` where there is none. */
  async revoke(name: string): Promise<boolean> {
    const entries = await this.records.entries(KIND);
    const own = entries.filter(({ value }) => schema.parse(value).name === name);
    for (const { key } of own) await this.records.remove(KIND, key);
    return own.length > 0;
  }

  /** Who acts with a key. */
  async actor(secret: string): Promise<Actor | undefined> {
    if (!secret.startsWith(BEGINNING)) return undefined;
    const parsed = schema.safeParse(await this.records.get(KIND, digestOf(secret)));
    return parsed.success ? { name: keyName(parsed.data.name), person: parsed.data.person } : undefined;
  }
}
