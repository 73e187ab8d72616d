import { own } from './json.js';

/** The same words in one or several languages, by locale (BCP 47): `{ 'zh-CN': '理发', en: 'Haircut' }`. */
export type Text = { readonly [locale: string]: string };

/**
 * The words of a text in the first of some locales that it has, or else in the first that it gives.
 *
 * @param locales - the preferred first
 */
export function wordsIn(text: Text, ...locales: readonly (string | undefined)[]): string {
  for (const locale of locales) {
    const words = locale === undefined ? undefined : own(text, locale);
    if (words !== undefined) return words;
  }
  return Object.values(text)[0] ?? '';
}

/** Makes a text in Chinese and English, for the schemes that come with the library. */
export function text(zh: string, en: string): { readonly 'zh-CN': string; readonly en: string } {
  return { 'zh-CN': zh, en };
}

/** Words after Chinese ones: figures and Latin letters stand off by a space, Chinese and its quotes do not. */
export function afterChinese(words: string): string {
  return /^[−!-~]/.test(words) ? ` ${words}` : words;
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
