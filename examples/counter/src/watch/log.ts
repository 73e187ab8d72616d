import { type DestinationStream, pino } from 'pino';

/** A request that was answered. No address as it was asked for, no name and nothing of a form: only which route it came to. */
export type RequestLine = {
  readonly id: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** How long it took, in milliseconds. */
  readonly ms: number;
};

export interface Log {
  request(line: RequestLine): void;
  failure(id: string, error: unknown): void;
}

/** Failures alone, as they are thrown. */
export const plainLog: Log = {
  request() {},
  failure: (_id, error) => console.error(error),
};

/** So many bytes of lines are kept while the standard output takes none. */
const MOST_KEPT = 1024 * 1024;

/**
 * The standard output, which may be a file on a full disk: lines wait for room, and beyond so many are lost. Nobody else waits for them; written
 * at another time they would be waited for at the end of the process, for ever.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MOST_KEPT });
  output.on('error', () => undefined);
  return output;
}

/** One line of JSON for each request and each failure, to the standard output unless another place is named. */
export function jsonLog(requests: boolean, to: DestinationStream = standardOutput()): Log {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
  return {
    request(line) {
      if (requests) log.info(line, 'request');
    },
    failure(id, error) {
      log.error({ id, error: known(error) }, 'failure');
    },
  };
}

/** What an error says of the program. A database adds the values that it stumbled over, which may be somebody's. */
function known(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return {
    name: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: known(error.cause) }),
  };
}
