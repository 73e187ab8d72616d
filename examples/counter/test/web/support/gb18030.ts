let codes: Map<string, readonly number[]> | undefined;

/** Letters of two bytes by their bytes: what Node decodes and does not encode, turned round. */
function table(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(new Uint8Array([lead, trail]));
      if ([...letter].length === 1 && letter !== '\uFFFD') made.set(letter, [lead, trail]);
    }
  return made;
}

/** A text as an office's spreadsheet saves it in GB18030. */
export function gb18030(text: string): Uint8Array {
  codes ??= table();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : codes.get(letter);
    if (code === undefined) throw new Error(`no GB18030 of two bytes for ${letter}`);
    bytes.push(...code);
  }
  return new Uint8Array(bytes);
}
