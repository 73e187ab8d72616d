export type Decoded = { readonly text: string; readonly encoding: 'UTF-8' | 'GB18030' | 'UTF-16' };

/**
 * The text of a file as offices save them: UTF-8 with or without a byte order mark, UTF-16 with one ('Unicode text' of Excel), and
 * GB18030, which takes in GBK and GB2312. Nothing is guessed within an encoding: a byte that does not belong makes it another one, or
 * none.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as(bytes, 'utf-16le', 'UTF-16');
  return as(bytes, 'utf-8', 'UTF-8') ?? as(bytes, 'gb18030', 'GB18030');
}

function as(bytes: Uint8Array, label: string, encoding: Decoded['encoding']): Decoded | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // A text of a register has no such letters; a file that has is no text.
    return text.includes('\u0000') ? undefined : { text, encoding };
  } catch {
    return undefined;
  }
}
