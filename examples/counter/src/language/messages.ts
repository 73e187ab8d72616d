import { activity } from './messages/activity.js';
import { api } from './messages/api.js';
import { audit } from './messages/audit.js';
import { common } from './messages/common.js';
import { desk } from './messages/desk.js';
import { entries } from './messages/entries.js';
import { handbook } from './messages/handbook.js';
import { importing } from './messages/import.js';
import { people } from './messages/people.js';
import { preview } from './messages/preview.js';
import { programme } from './messages/programme.js';
import { reports } from './messages/reports.js';
import { requests } from './messages/requests.js';
import { rules } from './messages/rules.js';
import { signIn } from './messages/sign-in.js';
import { undoing } from './messages/undoing.js';
import { users } from './messages/users.js';
import { type Message, together } from './together.js';
import type { Bilingual, Locale } from './words.js';

/** Every text of the pages, in both languages. What the library says comes from the library. */
export const MESSAGES = together([
  common,
  signIn,
  desk,
  entries,
  activity,
  undoing,
  requests,
  people,
  users,
  programme,
  rules,
  handbook,
  preview,
  reports,
  audit,
  importing,
  api,
]);

type Table = typeof MESSAGES;

/** The texts in one language. */
export type Messages = {
  readonly [Key in keyof Table]: Table[Key] extends (...values: infer Values) => Bilingual
    ? (...values: Values) => string
    : string;
};

function inOne(locale: Locale): Messages {
  const said = Object.entries<Message>(MESSAGES).map(([key, message]) => [
    key,
    typeof message === 'function' ? (...values: never[]) => message(...values)[locale] : message[locale],
  ]);
  return Object.fromEntries(said) as Messages;
}

const BY_LOCALE: Readonly<Record<Locale, Messages>> = { 'zh-CN': inOne('zh-CN'), en: inOne('en') };

export const messagesIn = (locale: Locale): Messages => BY_LOCALE[locale];
