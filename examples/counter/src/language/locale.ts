import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Locale } from './words.js';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
export const LANGUAGE_COOKIE = 'counter_language';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The language of a request: the one chosen before, or the first one that the browser asks for and the counter has. */
export function localeOf(c: Context): Locale {
  const chosen = getCookie(c, LANGUAGE_COOKIE);
  if (isLocale(chosen)) return chosen;
  return fromHeader(c.req.header('accept-language') ?? '');
}

/** Chinese where neither is asked for: the desk is a Chinese one. */
export function fromHeader(header: string): Locale {
  const asked = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters
        .map((parameter) => parameter.trim())
        .find((parameter) => parameter.startsWith('q='));
      return { tag: tag.toLowerCase(), weight: q === undefined ? 1 : Number(q.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of asked) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'zh-CN';
}
