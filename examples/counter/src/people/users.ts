import { randomUUID } from 'node:crypto';
import type { Records } from '../records/records.js';
import type { Identity } from '../security/oidc.js';
import { hashOf, passwordIsRight } from './passwords.js';
import { type Person, type User, userName, userSchema } from './user.js';

const KIND = 'user';
const keyOf = (name: string) => name.normalize('NFC').toLowerCase();

/** Addresses are the same whatever their letters' case. */
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Who may sign in. */
export class Users {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  async named(name: string): Promise<User | undefined> {
    const parsed = userSchema.safeParse(await this.records.get(KIND, keyOf(name)));
    return parsed.success ? parsed.data : undefined;
  }

  async list(): Promise<readonly User[]> {
    return (await this.records.entries(KIND)).map(({ value }) => userSchema.parse(value));
  }

  /** `false` where the name is taken. */
  async add(name: string, person: Person, password: string): Promise<boolean> {
    const user = await this.made(userName.parse(name), person, password);
    return this.records.add(KIND, keyOf(user.name), user);
  }

  /** A new password ends every session that was begun with the old one. */
  async setPassword(name: string, password: string): Promise<boolean> {
    const user = await this.named(name);
    if (user === undefined) return false;
    const { link, person } = user;
    const made = await this.made(user.name, person, password);
    await this.records.put(KIND, keyOf(name), link === undefined ? made : { ...made, link });
    return true;
  }

  /** Another office, or another account: it holds from the next page on. */
  async setPerson(name: string, person: Person): Promise<boolean> {
    const user = await this.named(name);
    if (user === undefined) return false;
    await this.records.put(KIND, keyOf(name), userSchema.parse({ ...user, person }));
    return true;
  }

  /**
   * Who the user is at the provider of sign-ins, or with nothing, nobody there any more. Sessions of the user end. `false` where another user
   * is that already.
   */
  async setLink(name: string, known: string | undefined): Promise<boolean> {
    const user = await this.named(name);
    if (user === undefined) return false;
    const others = (await this.list()).filter((other) => other.name !== user.name);
    if (known !== undefined && others.some(({ link }) => link !== undefined && isSame(link.known, known)))
      return false;
    const { link: _, ...rest } = user;
    const link = known === undefined ? {} : { link: { known } };
    await this.records.put(KIND, keyOf(name), userSchema.parse({ ...rest, ...link, mark: randomUUID() }));
    return true;
  }

  /** The user whom a provider let in. At the first time, what the provider calls the person is noted with the user. */
  async identified({ issuer, subject, email }: Identity): Promise<User | undefined> {
    const linked = (await this.list()).filter(({ link }) => link !== undefined);
    const bound = linked.find(({ link }) => link?.bound?.issuer === issuer && link.bound.subject === subject);
    if (bound !== undefined) return bound;
    const user = linked.find(
      ({ link }) =>
        link?.bound === undefined &&
        (link?.known === subject || (email !== undefined && isSame(link?.known ?? '', email))),
    );
    if (user?.link === undefined) return undefined;
    const key = keyOf(user.name);
    const read = await this.records.get(KIND, key);
    const link = { known: user.link.known, bound: { issuer, subject } };
    const next = userSchema.parse({ ...userSchema.parse(read), link });
    return (await this.records.replace(KIND, key, read, next)) ? next : undefined;
  }

  remove(name: string): Promise<boolean> {
    return this.records.remove(KIND, keyOf(name));
  }

  /** The user, where name and password belong together. */
  async signedIn(name: string, password: string): Promise<User | undefined> {
    const user = await this.named(name);
    return (await passwordIsRight(user?.passwordHash, password)) ? user : undefined;
  }

  private async made(name: string, person: Person, password: string): Promise<User> {
    return userSchema.parse({ name, person, passwordHash: await hashOf(password), mark: randomUUID() });
  }
}
