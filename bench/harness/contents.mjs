import { entry } from './library.mjs';

/** The library's own fingerprints of what a command says: an account holds them, whoever makes it. */
export const contents = await entry('account/fingerprint');

/** Its hash of a key, by which its trees branch. */
export const { hash32 } = await entry('values/hash');
