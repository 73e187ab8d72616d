import { z } from 'zod';

const id = z.string().trim().min(1).max(200);

/**
 * Whoever may sign in: a clerk of a community's points centre, an officer of its party organisation, an officer of the subdistrict, a
 * volunteer with one account. One person who holds two offices has a name for each.
 */
export const personSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('community'), communityId: id }),
  z.object({ role: z.literal('party-organisation'), communityId: id }),
  z.object({ role: z.literal('subdistrict') }),
  z.object({ role: z.literal('volunteer'), accountId: id }),
]);

/** A password that somebody chooses has as many letters at least. */
export const SHORTEST_PASSWORD = 12;

export type Person = z.infer<typeof personSchema>;
export type Role = Person['role'];

/** The community whose accounts somebody works on; nothing for those who see all, and for volunteers. */
export function communityOf(person: Person): string | undefined {
  return 'communityId' in person ? person.communityId : undefined;
}

export const userName = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}._@-]+$/u, 'a user name has letters, digits, dots, dashes and @');

/** Who a user is at a provider of sign-ins. */
const linkSchema = z.object({
  /** The verified e-mail address, or the provider's own id of the person, as it was entered. */
  known: z.string().trim().min(1).max(320),
  /** Whom the provider knows by it, from the first sign-in on: an address that passes to somebody else lets nobody in. */
  bound: z.object({ issuer: z.string(), subject: z.string() }).optional(),
});

export const knownAt = linkSchema.shape.known;

export const userSchema = z.object({
  name: userName,
  passwordHash: z.string().min(1),
  /** Changes with the password: a session that was begun with another mark has ended. */
  mark: z.string().min(1),
  person: personSchema,
  link: linkSchema.optional(),
});

export type User = z.infer<typeof userSchema>;

/** Whoever acts: a user, or a program with a key. */
export type Actor = Pick<User, 'name' | 'person'>;
