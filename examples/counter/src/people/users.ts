import { randomUUID } from 'node:crypto';
import type { Records } from '../records/records.js';
import { hashOf, passwordIsRight } from './passwords.js';
import { type Person, type User, userName, userSchema } from './user.js';

const KIND = 'user';
const keyOf = (name: string) => name.normalize('NFC').toLowerCase();

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
    await this.records.put(KIND, keyOf(name), await this.made(user.name, user.person, password));
    return true;
  }

  /** Another office, or another account: it holds from the next page on. */
  async setPerson(name: string, person: Person): Promise<boolean> {
    const user = await this.named(name);
    if (user === undefined) return false;
    await this.records.put(KIND, keyOf(name), userSchema.parse({ ...user, person }));
    return true;
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
