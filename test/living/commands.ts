import type { ReversedEntry } from '../../src/index.js';
import { CENTRE, SUBDISTRICT, VOLUNTEER } from '../support/history.js';

/* The commands that a living ledger has beside those of the first scheme's text. */

export type More = { readonly [field: string]: unknown };

/** A slip is undone by the centre. */
export function reverse(reversalId: string, reverses: ReversedEntry, on: string, more: More = {}) {
  const data = { accountId: VOLUNTEER, reversalId, reverses, reason: '登记有误', on, by: CENTRE };
  return { type: 'ReverseEntry', data: { ...data, ...more } } as const;
}

/** A post is given up. */
export function release(postId: string, on: string, more: More = {}) {
  return { type: 'ReleasePost', data: { accountId: VOLUNTEER, postId, on, by: CENTRE, ...more } } as const;
}

/** The account is closed. */
export function close(reason: string, on: string, more: More = {}) {
  return { type: 'CloseAccount', data: { accountId: VOLUNTEER, reason, on, by: CENTRE, ...more } } as const;
}

/** An entry is verified. */
export function verify(verifies: ReversedEntry, on: string, more: More = {}) {
  return { type: 'VerifyEntry', data: { accountId: VOLUNTEER, verifies, on, by: CENTRE, ...more } } as const;
}

/** Points are sent to another account. */
export function send(transferId: string, to: string, points: number, on: string, more: More = {}) {
  const data = { accountId: VOLUNTEER, transferId, to, points, on, by: CENTRE };
  return { type: 'TransferPoints', data: { ...data, ...more } } as const;
}

/** Points that another account sent are received. */
export function receive(sent: unknown, accountId: string, on: string, more: More = {}) {
  return { type: 'ReceivePoints', data: { accountId, sent, on, by: CENTRE, ...more } } as const;
}

/** The account is barred. */
export function bar(barId: string, ground: string, from: string, until: string | undefined, more: More = {}) {
  const end = until === undefined ? {} : { until };
  const data = {
    accountId: VOLUNTEER,
    barId,
    ground,
    from,
    ...end,
    reason: '经查实',
    on: from,
    by: SUBDISTRICT,
  };
  return { type: 'BarAccount', data: { ...data, ...more } } as const;
}
