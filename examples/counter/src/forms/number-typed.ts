/** Full-width digits and signs, as an input method for Chinese writes them, lie so far from the plain ones. */
const FULL_WIDTH = 0xfee0;

/** A text with the digits of its numbers and days, and the marks in them, in their plain width. */
export function plainDigits(text: string): string {
  return text.replace(/[＋－．／０-９]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - FULL_WIDTH));
}

/**
 * A number where a text is one, in whatever width and with either minus. Otherwise the text itself, or nothing where nothing was typed, for
 * the library to name as wrong.
 */
export function numberTyped<Typed extends string | undefined>(value: Typed): number | Typed {
  if (value === undefined) return value;
  const plain = plainDigits(value.trim()).replace('−', '-');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : value;
}
