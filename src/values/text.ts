/** A language the scheme's people read. */
export type Locale = 'zh-CN' | 'en';

/** The same words in both languages of the scheme's people. */
export type Text = {
  readonly 'zh-CN': string;
  readonly en: string;
};

/**
 * Makes a bilingual text.
 *
 * @param zh - the Chinese words
 * @param en - the English words
 */
export function text(zh: string, en: string): Text {
  return { 'zh-CN': zh, en };
}

/** A figure with a true minus sign. */
export function written(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

/** `2 points`, `1 point`, `−1 point`: the English count of a noun that takes an s. */
export function plural(count: number, noun: string): string {
  return `${written(count)} ${noun}${Math.abs(count) === 1 ? '' : 's'}`;
}

const LONGEST_QUOTE = 60;

/** A foreign text, short enough to stand in a sentence. No character is cut in two. */
export function clip(value: string, longest: number = LONGEST_QUOTE): string {
  if (value.length <= longest) return value;
  const unit = value.charCodeAt(longest - 1);
  const cutsInTwo = unit >= 0xd800 && unit <= 0xdbff;
  return `${value.slice(0, cutsInTwo ? longest - 1 : longest)}…`;
}
