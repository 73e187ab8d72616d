// The library in a process where no code may be generated, as on edge runtimes and under a Content Security Policy.
export { parse } from './library.mjs';

let forbidden = false;
try {
  new Function('');
} catch {
  forbidden = true;
}
if (!forbidden) throw new Error('code could be generated after all');
