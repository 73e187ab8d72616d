import { WrongSetting } from './config.js';
import { FolderInUse } from './store/folder-lock.js';

/** A failure of the machine's or of a database's server, and not of the program's: it has a code of theirs. */
function isFromOutside(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  // Such as EACCES of the system, 28P01 of PostgreSQL; Node.js has ERR_… for faults of a program.
  return /^(?:E(?!RR_)[A-Z0-9]+|[0-9A-Z]{5})$/.test(code);
}

/** What it says; for several addresses that were tried, what each said. */
const said = (error: Error): string =>
  error instanceof AggregateError ? error.errors.map(({ message }) => message).join('; ') : error.message;

/** Names the setting that somebody has to look at where work fails for a cause outside the program. */
export async function settingOf<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FolderInUse || isFromOutside(error))
      throw new WrongSetting(`${name}: ${said(error)}`, { cause: error });
    throw error;
  }
}

const isWrongOption = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** One line for what whoever starts the program can mend; for a fault of the program's own, all that is known of it. */
export function failureToSay(error: unknown): unknown {
  return error instanceof WrongSetting || isWrongOption(error) ? error.message.replace(/\s+/g, ' ') : error;
}
