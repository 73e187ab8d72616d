import { LedgerReading } from './ledger.js';

/** The longest line that is read, in characters: an event is some thousand. */
const LONGEST_LINE = 1_000_000;

/** Reads a stream of JSON lines; calls `onBytes` with the bytes read so far. */
export async function readLedger(
  stream: ReadableStream<Uint8Array>,
  onBytes: (bytes: number) => void,
): Promise<LedgerReading> {
  const ledger = new LedgerReading();
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    if (rest.length > LONGEST_LINE) throw new RangeError('a line is too long');
    for (const line of lines) ledger.add(line);
    if (done) return ledger;
    bytes += value.length;
    onBytes(bytes);
  }
}
