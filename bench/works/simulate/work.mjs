import { checksum } from '../../harness/checksum.mjs';

const VOLUNTEERS = 20_000;
/**
 * Volunteers look at nobody else, so that a part of each role takes as much of the time. A small part would mostly time how engines
 * get warm anew.
 */
const PART = 0.5;

export default {
  title: 'simulate 20,000 volunteers over three years',
  contenders: ['limit', 'library'],
  own: ['limit', 'library'],
  async make({ prepare }, { quick }) {
    const share = quick ? PART / 20 : PART;
    const run = await prepare(VOLUNTEERS * share);
    return { share, run, sum: (made) => checksum([made]) };
  },
  targets: [
    {
      what: 'library against the decisions and folds it makes',
      most: 1.3,
      of: ({ ratio }) => ratio('library'),
    },
  ],
};
