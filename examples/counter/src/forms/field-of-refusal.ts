import type { Refusal, RefusalCode } from 'points-bank';
import type { EntryKind } from './command-of.js';

/** Which field of its form a refusal is about, where it is about one. */
const FIELDS: Partial<Record<RefusalCode, string>> = {
  'unknown-role': 'role',
  'account-already-open': 'accountId',
  'form-incomplete': 'formComplete',
  'not-in-force': 'on',
  'before-opening': 'on',
  'date-goes-back': 'on',
  'already-reported-in': 'on',
  'once-per-period': 'on',
  'duplicate-claim': 'postId',
  'duplicate-matter': 'matterId',
  'post-not-claimed': 'postId',
  'unknown-item': 'item',
  'wrong-command': 'item',
  'unknown-catalogue-entry': 'catalogue',
  'unknown-difficulty': 'difficulty',
  'wrong-measure': 'difficulty',
  'already-redeemed': 'on',
  'not-an-opening-day': 'on',
  'handbook-not-published': 'on',
  'matter-needed': 'matter',
  'unknown-matter': 'matter',
  'ambiguous-matter': 'matter',
  'below-zero': 'points',
  'out-of-range': 'points',
  'another-account-open': 'memberId',
  'unknown-reason': 'reason',
  'entries-after-closing': 'on',
  'unknown-ground': 'ground',
  'ends-before-it-begins': 'until',
  'transfer-to-itself': 'to',
  'before-it-was-sent': 'on',
  'not-redeemed': 'rewards',
  'too-late-to-reverse': 'on',
  'before-its-entry': 'on',
  'self-issue': 'approver',
  'approval-by-recorder': 'approver',
};

const NAMES: Partial<Record<EntryKind, Readonly<Record<string, string>>>> = {
  redeem: { lines: 'rewards' },
  undo: { lines: 'rewards' },
  correct: { corrects: 'matter', item: 'matter' },
};

/** The form's field for a path in the command, such as `data.postId` or `lines[0].quantity`. */
export function fieldOfPath(kind: EntryKind, path: string): string | undefined {
  const [name = ''] = path.replace(/^data\./, '').split(/[.[]/);
  return NAMES[kind]?.[name] ?? (name === '' || name === 'type' ? undefined : name);
}

export function fieldOfRefusal(kind: EntryKind, refusal: Refusal): string | undefined {
  if (refusal.code === 'invalid-command') return fieldOfPath(kind, refusal.facts.field);
  if (kind === 'redeem' && FIELDS[refusal.code] === undefined) return 'rewards';
  return FIELDS[refusal.code];
}
