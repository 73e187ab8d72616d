import { memoryRecords } from '../../../src/records/memory-records.js';
import { Sessions } from '../../../src/security/session.js';
import { type Host, SECRET } from './host.js';
import { Visitor } from './visitor.js';

/** A browser at a counter that runs in a process of its own, started with the tests' own `SESSION_SECRET`; it may be elsewhere when it is started again. */
export function visitorAt(where: string | (() => string)): Visitor {
  const request = (url: string, init: RequestInit) => {
    const address = typeof where === 'string' ? where : where();
    const headers = new Headers(init.headers);
    if (headers.has('Origin')) headers.set('Origin', address);
    const { pathname, search } = new URL(url);
    return fetch(`${address}${pathname}${search}`, { ...init, headers, redirect: 'manual' });
  };
  const sessions = new Sessions(SECRET, false, memoryRecords());
  return new Visitor({ app: { request }, counter: { sessions } } as unknown as Host);
}
