import type { Text } from 'points-bank';

/** The languages of the command line. */
export type Locale = 'en' | 'zh-CN';

/** What `--locale` takes. */
export const LOCALES: readonly string[] = ['en', 'zh'];

/** Words in both languages. */
export type Bilingual = Text & { readonly en: string; readonly 'zh-CN': string };

/** Chooses between the Chinese and the English words of one sentence. */
export type Say = (zh: string, en: string) => string;

/** Words in both languages, the Chinese first. */
export function text(zh: string, en: string): Bilingual {
  return { 'zh-CN': zh, en };
}

/** Says everything in one language. */
export function sayIn(locale: Locale): Say {
  return (zh, en) => (locale === 'en' ? en : zh);
}

/**
 * The language that the user asks for: `--locale`, or else the one of the environment. It is looked up before the arguments are parsed,
 * since what is wrong with them is said in it too.
 */
export function localeOf(args: readonly string[], env: NodeJS.ProcessEnv): Locale {
  const asked = args.flatMap((arg, i) => {
    if (arg === '--locale') return args[i + 1] ?? [];
    return arg.startsWith('--locale=') ? arg.slice('--locale='.length) : [];
  });
  const language = asked.at(-1) ?? [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((one) => one) ?? '';
  return language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
