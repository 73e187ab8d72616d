import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal } from 'points-bank';
import { explain } from 'points-bank/words';
import { COMMANDS, type EntryKind } from '../forms/command-of.js';
import { fieldOfRefusal } from '../forms/field-of-refusal.js';
import { type Messages, messagesIn } from '../language/messages.js';
import { WORDS } from '../language/words.js';
import type { Call } from './env.js';
import type { Problem } from './schemas.js';

/** The problems of the counter itself; a refusal has the library's code. */
const PROBLEMS = {
  'not-json': { status: 400, detail: 'apiNotJson' },
  'not-a-command': { status: 400, detail: 'apiNotACommand' },
  'bad-request': { status: 400, detail: 'apiBadRequest' },
  'key-needed': { status: 401, detail: 'apiKeyNeeded' },
  'another-office': { status: 403, detail: 'apiAnotherOffice' },
  'approved-in-person': { status: 403, detail: 'apiApprovedInPerson' },
  'outside-scope': { status: 403, detail: 'apiOutsideScope' },
  'not-found': { status: 404, detail: 'apiNotFound' },
  busy: { status: 409, detail: 'busyText' },
  'too-large': { status: 413, detail: 'tooLargeText' },
  'not-json-type': { status: 415, detail: 'apiNotJsonType' },
  'not-an-own-number': { status: 422, detail: 'apiNotAnOwnNumber' },
  'not-on-record': { status: 422, detail: 'apiNotOnRecord' },
  'day-ahead': { status: 422, detail: 'apiDayAhead' },
  'too-many-requests': { status: 429, detail: 'apiTooManyRequests' },
  wrong: { status: 500, detail: 'failedText' },
  away: { status: 503, detail: 'awayText' },
} as const satisfies Record<string, { status: number; detail: keyof Messages }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An answer that something is wrong, as RFC 9457 has it, in the language that was asked for. */
export function problem(c: Call, code: ProblemCode, more: Partial<Problem> = {}): Response {
  const { status, detail } = PROBLEMS[code];
  const say = messagesIn(c.get('locale'));
  return sent(c, { title: say.apiTitles(status), status, detail: say[detail], code, ...more });
}

/** Ends a request with such an answer, wherever that turns out. */
export function refuse(c: Call, code: ProblemCode, more: Partial<Problem> = {}): never {
  end(problem(c, code, more));
}

/** Leaves whatever is under way with an answer. */
function end(res: Response): never {
  throw new HTTPException(res.status as ContentfulStatusCode, { res });
}

/** Refusals of an id that is on record with other content. */
const CONFLICT = /^(?:account-already-open|duplicate-(?:redemption|correction|bar|transfer|reversal))$/;

/** What the library refused: why, by which clause, and by which readings. */
export function refuseBy(c: Call, type: string, refusal: Refusal): never {
  const locale = c.get('locale');
  const { code, clause, facts, readings } = refusal;
  const status = CONFLICT.test(code) ? 409 : 422;
  const field = fieldIn(type, refusal);
  const res = sent(c, {
    title: messagesIn(locale).apiTitles(status),
    status,
    detail: explain(refusal, WORDS[locale], c.get('counter').ruleSet),
    code,
    clause,
    facts: { ...facts },
    readings: { ...readings },
    ...(field === undefined ? {} : { field }),
  });
  end(res);
}

/** Fields of forms that go by another name in a command. */
const NAMES: Readonly<Record<string, string>> = {
  approver: 'by.approvedBy',
  rewards: 'lines',
  matter: 'corrects',
};

/** The field of the command that a refusal is about, as a path, where it is about one. */
function fieldIn(type: string, refusal: Refusal): string | undefined {
  const [kind] = Object.entries(COMMANDS).find(([, command]) => command === type) ?? [];
  const field = kind === undefined ? undefined : fieldOfRefusal(kind as EntryKind, refusal);
  return field === undefined ? undefined : `data.${NAMES[field] ?? field}`;
}

function sent(c: Call, given: Omit<Problem, 'type'>): Response {
  const body: Problem = { type: 'about:blank', ...given };
  return c.body(JSON.stringify(body), given.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
    'Content-Language': c.get('locale'),
  });
}
