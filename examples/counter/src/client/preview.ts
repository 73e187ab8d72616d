import type { Account, Bank, Decision, Handbook, Locale, RuleSet } from 'points-bank';
import {
  assessment,
  balanceOn,
  createBank,
  evolve,
  explain,
  fromSnapshot,
  handbookOn,
  initialAccount,
} from 'points-bank';
import { commandOf, ENTRY_KINDS, type EntryKind, type FormValues, type Place } from '../forms/command-of.js';
import { previewMessages } from './preview-messages.js';

/*
 * What a form would yield, decided in the browser by the library that decides on the server: on the account as a snapshot, by the
 * rules in use and the handbook of the day. The server decides again when the form is sent.
 */

type Loaded = {
  readonly bank: Bank<RuleSet>;
  readonly account: Account;
  readonly handbooks: readonly Handbook[];
};

const fetched = async (address: string | undefined): Promise<unknown> => {
  if (address === undefined) return undefined;
  const answer = await fetch(address, {
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

export async function startPreview(form: HTMLFormElement): Promise<void> {
  const output = document.querySelector<HTMLElement>('#preview');
  const { preview: kind, place, snapshot, handbook } = form.dataset;
  if (output === null || place === undefined || !isKind(kind)) return;
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
  const say = previewMessages(locale);
  let loaded: Loaded;
  try {
    const [rules, kept, editions] = await Promise.all([
      fetched('/rules.json'),
      fetched(snapshot),
      fetched(handbook),
    ]);
    loaded = {
      bank: createBank(rules as RuleSet),
      account: kept === undefined ? initialAccount : fromSnapshot(kept as Parameters<typeof fromSnapshot>[0]),
      handbooks: (editions ?? []) as readonly Handbook[],
    };
  } catch (error) {
    console.error(error);
    output.replaceChildren(line('p', say.previewFailed));
    return;
  }
  let shown = '';
  const show = () => {
    if (!begun(form)) return;
    const parts = drawn(kind, valuesOf(form), JSON.parse(place) as Place, loaded, locale);
    // A screen reader is told what changed, and not the same thing at every key.
    const said = parts.map(({ textContent }) => textContent).join('\n');
    if (said !== shown) output.replaceChildren(...parts);
    shown = said;
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  show();
  output.dataset.ready = 'yes';
}

const isKind = (kind: string | undefined): kind is EntryKind => ENTRY_KINDS.some((known) => known === kind);

/** Whether everything that is needed is there: a form is not called wrong while it is being filled in. */
function begun(form: HTMLFormElement): boolean {
  const values = new FormData(form);
  const needed = form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[required]');
  if ([...needed].some(({ name }) => String(values.get(name) ?? '').trim() === '')) return false;
  const quantities = form.querySelectorAll<HTMLInputElement>('.rewards input');
  return quantities.length === 0 || [...quantities].some(({ value }) => Number(value) > 0);
}

function valuesOf(form: HTMLFormElement): FormValues {
  const pairs = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(pairs);
}

function drawn(
  kind: EntryKind,
  values: FormValues,
  place: Place,
  loaded: Loaded,
  locale: Locale,
): HTMLElement[] {
  const { bank, account, handbooks } = loaded;
  const say = previewMessages(locale);
  const handbook =
    kind === 'redeem' ? (handbookOn(handbooks, values.on ?? '') ?? handbooks.at(-1)) : undefined;
  const deciding = handbook === undefined ? bank : bank.withHandbook(handbook);
  const decision: Decision = deciding.decide(commandOf(kind, values, place), account);
  if (!decision.accepted)
    return [
      line('h3', say.wouldBeRefused, 'refused'),
      line('p', explain(decision.refusal, locale, bank.ruleSet)),
    ];
  if (decision.events.length === 0) return [line('p', say.wouldYieldNothing)];
  const after = decision.events.reduce(evolve, account);
  const on = values.on ?? '';
  const balance = (of: Account) => balanceOn(of, on, bank.ruleSet);
  return [
    line('h3', say.wouldYield, 'accepted'),
    line('p', say.balanceMoves(balance(account), balance(after)), 'moves'),
    line('p', say.assessmentMoves(assessment(account), assessment(after)), 'moves'),
    ...decision.events.map((event) => line('p', explain(event, locale, bank.ruleSet))),
    ...decision.warnings.map((warning) => line('p', explain(warning, locale, bank.ruleSet), 'warning')),
    ...(kind === 'correct' && balance(after) < 0 ? [line('p', say.blocksRedemption, 'warning')] : []),
  ];
}

function line(tag: 'h3' | 'p', words: string, name?: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  if (name !== undefined) element.className = name;
  return element;
}
