import { lookup as lookUp } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Sends a body to an address; the status of the answer. */
export type Post = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<number>;

/** An answer that takes longer is none. */
const PATIENCE = 15_000;

/** The address belongs to this machine or to a network of one's own, which whoever names a webhook may not reach through the counter. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/** Whether an address is one of the public network: not of this machine, of a private network, of a link, or reserved for anything. */
export const isPublic = (address: string): boolean => ipaddr.process(address).range() === 'unicast';

/**
 * Sends over http or https. A redirection is not followed. Unless private addresses are allowed, the address that is connected to has to be
 * public: it is looked at after the name was resolved, so that no name leads elsewhere meanwhile.
 */
export function posting(allowPrivate: boolean): Post {
  return (url, headers, body, signal) =>
    new Promise((resolve, reject) => {
      const host = url.hostname.replace(/^\[|\]$/g, '');
      if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) return reject(new PrivateAddress(host));
      const request = url.protocol === 'https:' ? requestSecure : requestPlain;
      const sent = request(
        url,
        {
          method: 'POST',
          headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
          agent: false,
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
          ...(allowPrivate ? {} : { lookup: lookUpPublic }),
        },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          // Only the status counts: nobody makes the counter read on for ever.
          answer.destroy();
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
}

const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, []);
    const wrong = addresses.find(({ address }) => !isPublic(address));
    if (wrong !== undefined) return done(new PrivateAddress(`${hostname} is ${wrong.address}`), []);
    const [first] = addresses;
    if (options.all === true || first === undefined) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};
