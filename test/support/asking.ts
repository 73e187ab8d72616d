import { text } from '../../src/values/text.js';

/** A question of which the answer not chosen would change the rules by the patch. */
export const asking = (patch: object) => ({
  clause: '9',
  question: text('问', 'Question'),
  chosen: 'no',
  ruled: null,
  answers: { no: { title: text('否', 'no'), patch: {} }, yes: { title: text('是', 'yes'), patch } },
});
