import { Overtaken } from '../store/counter-store.js';

/** What a failure is to whoever waits for the answer: others came first, the database is away, or something is wrong here. */
export type Failure = 'busy' | 'away' | 'wrong';

/** PostgreSQL's classes: a transaction that had to give way; no connection, no room, the server shuts down. */
const GAVE_WAY = /^(?:40...|55P03)$/;
const NO_SERVER = /^(?:08...|53...|57P..)$/;

const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the system says of a disk that has no room. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);

/** What `pg` says where it gives no code. */
const LOST =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|Client was closed/;

export function failureOf(error: unknown): Failure {
  if (error instanceof Overtaken) return 'busy';
  if (!(error instanceof Error)) return 'wrong';
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && GAVE_WAY.test(code)) return 'busy';
  if (code !== undefined && (NO_SERVER.test(code) || NO_CONNECTION.has(code) || NO_ROOM.has(code)))
    return 'away';
  // The embedded database has no socket while it is started again.
  if (syscall === 'connect') return 'away';
  if (LOST.test(error.message)) return 'away';
  return error.cause === undefined ? 'wrong' : failureOf(error.cause);
}
