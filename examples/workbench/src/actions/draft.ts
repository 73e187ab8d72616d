import type { RuleSet } from 'points-bank';
import { withAnswer } from '../rules/answer.js';
import { evaluate } from '../rules/evaluate.js';
import { isObject, type JsonObject, type Part, withPart } from '../rules/json.js';
import { ruleSetOf } from '../rules/rule-sets.js';
import { fromFragment, toFragment } from '../share.js';
import { change, current, IDLE } from '../state.js';
import { filled, t, words } from '../words.js';
import { compareSoon, load } from './ledger.js';

/** A rule set is judged so many milliseconds after the last change: while a number is typed, it waits. */
const SOON = 150;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Fragments are made one after the other, and the last one counts. */
let fragments = 0;

/** Changes a part; `undefined` takes it away. */
export function edit(path: readonly string[], part: Part): void {
  draftSoon(withPart(current().draft, path, part) as JsonObject);
}

export function answer(reading: string, to: string): void {
  draftIs(withAnswer(current().draft, reading, to));
}

export function reset(): void {
  draftIs(current().base as unknown as JsonObject);
}

/** Takes the place of the whole draft: a file that was opened, JSON that was edited. */
export function replaceDraft(draft: JsonObject, notice = ''): void {
  draftIs(draft);
  change({ notice });
}

export function pickBase(name: string | null): void {
  baseIs(ruleSetOf(name));
  draftIs(current().draft);
}

/** Takes another base, as it is. */
function baseIs(base: RuleSet): void {
  if (base === current().base) return;
  const draft = base as unknown as JsonObject;
  const none = { comparison: IDLE, sensitivity: IDLE, simulation: IDLE };
  change({ base, draft, evaluation: evaluate(base, draft), ...none });
  // The sample is made under the base; another ledger stays.
  if (current().source?.from.kind === 'sample') void load({ kind: 'sample', ruleSet: base });
}

export async function openRules(file: File): Promise<void> {
  const { name } = file;
  try {
    const read: unknown = JSON.parse(await file.text());
    if (!isObject(read)) throw new TypeError('not an object');
    replaceDraft(read, filled(words.opened, { name }));
  } catch {
    change({ notice: filled(words.notRules, { name }) });
  }
}

/** Opens what the address holds. */
export async function openFragment(fragment: string): Promise<void> {
  const { base, draft, unreadable } = await fromFragment(fragment);
  baseIs(base);
  draftIs(draft);
  if (unreadable) change({ notice: t(words.notLink) });
}

/** Takes a draft at once: a choice that was made. */
function draftIs(draft: JsonObject): void {
  clearTimeout(timer);
  change({ draft, evaluation: evaluate(current().base, draft), notice: '' });
  compareSoon();
  void showInAddress();
}

/** Takes a draft that may still be typed at: it is judged a moment later. */
function draftSoon(draft: JsonObject): void {
  clearTimeout(timer);
  change({ draft, notice: '' });
  timer = setTimeout(() => draftIs(draft), SOON);
}

async function showInAddress(): Promise<void> {
  fragments += 1;
  const mine = fragments;
  const fragment = await toFragment(current());
  if (mine === fragments) history.replaceState(null, '', `#${fragment}`);
}
