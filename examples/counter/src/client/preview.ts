import type { Account, Bank, Decision, Handbook, Programme, RuleSet } from 'points-bank';
import {
  assessment,
  balanceOn,
  createBank,
  evolve,
  fromSnapshot,
  handbookOn,
  initialAccount,
  programmeOn,
} from 'points-bank';
import { explain } from 'points-bank/words';
import { commandOf, type EntryKind, type FormValues, isEntryKind, type Place } from '../forms/command-of.js';
import { isAhead } from '../forms/day-ahead.js';
import { numberTyped } from '../forms/number-typed.js';
import { type Locale, WORDS } from '../language/words.js';
import { accountPath } from '../web/account-path.js';
import { partsOf } from '../web/unbroken.js';
import { previewMessages } from './preview-messages.js';

/*
 * What a form would yield, decided in the browser by the library that decides on the server: on the account as a snapshot, by the
 * rules in use and the handbook of the day. The server decides again when the form is sent.
 */

type Loaded = {
  readonly bank: Bank<RuleSet>;
  /** The account that a form is about: for an opening, the one of the number that was typed. */
  readonly accountOf: (values: FormValues) => Promise<Account>;
  readonly handbooks: readonly Handbook[];
  readonly programmes: readonly Programme[];
};

type Kept = Parameters<typeof fromSnapshot>[0];

/** What the server has at an address; nothing where it has nothing there. */
async function fetched(address: string | undefined): Promise<unknown> {
  if (address === undefined) return undefined;
  const answer = await fetch(address, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

async function load({ snapshot, handbook, programme }: DOMStringMap): Promise<Loaded> {
  const [rules, kept, editions, programmes] = await Promise.all([
    fetched('/rules.json'),
    fetched(snapshot),
    fetched(handbook),
    fetched(programme),
  ]);
  const known = new Map<string, Promise<unknown>>();
  return {
    bank: createBank(rules as RuleSet),
    handbooks: (editions ?? []) as readonly Handbook[],
    programmes: (programmes ?? []) as readonly Programme[],
    async accountOf({ accountId = '' }) {
      if (kept !== undefined) return fromSnapshot(kept as Kept);
      const id = accountId.trim();
      const asked = known.get(id) ?? fetched(`${accountPath(id)}/snapshot.json`);
      known.set(id, asked);
      const found = await asked;
      return found === undefined ? initialAccount : fromSnapshot(found as Kept);
    },
  };
}

export async function startPreview(form: HTMLFormElement): Promise<void> {
  const output = document.querySelector<HTMLElement>('#preview');
  const { preview: kind, place: given, today = '' } = form.dataset;
  if (output === null || given === undefined || !isEntryKind(kind)) return;
  const place = JSON.parse(given) as Place;
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
  const say = previewMessages(locale);
  const failed = (error: unknown) => {
    console.error(error);
    output.replaceChildren(line('p', say.previewFailed));
  };
  let loaded: Loaded;
  try {
    loaded = await load(form.dataset);
  } catch (error) {
    failed(error);
    return;
  }
  let shown = '';
  let turn = 0;
  const show = async () => {
    turn += 1;
    const mine = turn;
    if (!begun(form)) return;
    const values = valuesOf(form);
    const command = commandOf(kind, values, place);
    const parts = isAhead(command, today)
      ? [line('h3', say.wouldBeRefused, 'refused'), line('p', say.dayAhead(today))]
      : drawn(kind, command, await loaded.accountOf(values), loaded, locale);
    // A screen reader is told what changed, and not the same thing at every key; what was overtaken is not said at all.
    const said = parts.map(({ textContent }) => textContent).join('\n');
    if (mine !== turn || said === shown) return;
    output.replaceChildren(...parts);
    shown = said;
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void show().catch(failed), 120);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  await show().catch(failed);
}

/** Whether everything that is needed is there: a form is not called wrong while it is being filled in. */
function begun(form: HTMLFormElement): boolean {
  const values = new FormData(form);
  const needed = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[required]');
  if ([...needed].some(({ name }) => String(values.get(name) ?? '').trim() === '')) return false;
  const quantities = form.querySelectorAll<HTMLInputElement>('.rewards input');
  return quantities.length === 0 || [...quantities].some(({ value }) => Number(numberTyped(value)) > 0);
}

function valuesOf(form: HTMLFormElement): FormValues {
  const pairs = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(pairs);
}

function drawn(
  kind: EntryKind,
  command: unknown,
  account: Account,
  loaded: Loaded,
  locale: Locale,
): HTMLElement[] {
  const { bank, handbooks, programmes } = loaded;
  const say = previewMessages(locale);
  const on = dayOf(command);
  const handbook = kind === 'redeem' ? (handbookOn(handbooks, on) ?? handbooks.at(-1)) : undefined;
  const programme = programmeOn(programmes, on);
  const programmed = programme === undefined ? bank : bank.withProgramme(programme);
  const deciding = handbook === undefined ? programmed : bank.withHandbook(handbook);
  const decision: Decision = deciding.decideUnknown(command, account);
  if (!decision.accepted)
    return [
      line('h3', say.wouldBeRefused, 'refused'),
      line('p', explain(decision.refusal, WORDS[locale], bank.ruleSet)),
    ];
  if (decision.events.length === 0) return [line('p', say.wouldYieldNothing)];
  const after = decision.events.reduce(evolve, account);
  const balance = (of: Account) => balanceOn(of, on, bank.ruleSet);
  return [
    line('h3', say.wouldYield, 'accepted'),
    line('p', say.balanceMoves(balance(account), balance(after)), 'moves'),
    line('p', say.assessmentMoves(assessment(account), assessment(after)), 'moves'),
    ...decision.events.map((event) => line('p', explain(event, WORDS[locale], bank.ruleSet))),
    ...decision.warnings.map((warning) =>
      line('p', explain(warning, WORDS[locale], bank.ruleSet), 'warning'),
    ),
    ...(kind === 'correct' && balance(after) < 0 ? [line('p', say.blocksRedemption, 'warning')] : []),
  ];
}

function dayOf(command: unknown): string {
  const on = (command as { data?: { on?: unknown } }).data?.on;
  return typeof on === 'string' ? on : '';
}

function line(tag: 'h3' | 'p', words: string, name?: string): HTMLElement {
  const element = document.createElement(tag);
  for (const { part, isUnbroken } of partsOf(words)) element.append(isUnbroken ? unbroken(part) : part);
  if (name !== undefined) element.className = name;
  return element;
}

/** What is read as one, as on the pages that the server draws. */
function unbroken(part: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'unbroken';
  element.textContent = part;
  return element;
}
