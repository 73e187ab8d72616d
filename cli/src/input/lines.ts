/** A line of a file, in bytes. */
export type Line = {
  /** Counted from 1. */
  readonly number: number;
  /** Where it starts in the file. */
  readonly start: number;
  readonly bytes: Buffer;
};

const LINE_FEED = 0x0a;

/** The lines of a file, of which no more than one is held at a time. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line, void, void> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 1;
  let start = 0;
  for await (const chunk of chunks) {
    const held = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = held.indexOf(LINE_FEED, rest.length); end >= 0; end = held.indexOf(LINE_FEED, from)) {
      yield { number, start, bytes: held.subarray(from, end) };
      number += 1;
      start += end + 1 - from;
      from = end + 1;
    }
    rest = held.subarray(from);
  }
  if (rest.length > 0) yield { number, start, bytes: rest };
}
