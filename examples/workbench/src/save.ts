import { h } from './h.js';

/** Gives the reader a file. */
export function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
