/* global test */
import { answer } from './program.mjs';

test('the answer', () => {
  process.stdout.write(`${answer()}\n`);
});
