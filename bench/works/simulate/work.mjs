import { checksum } from '../../harness/checksum.mjs';

const VOLUNTEERS = 20_000;

export default {
  title: 'simulate 20,000 volunteers over three years',
  contenders: ['limit', 'library'],
  own: ['limit', 'library'],
  async make({ prepare }, { quick }) {
    const run = await prepare(quick ? VOLUNTEERS / 40 : VOLUNTEERS);
    return { share: quick ? 1 / 40 : 1, run, sum: (made) => checksum([made]) };
  },
  targets: [
    {
      what: 'library against the decisions and folds it makes',
      most: 1.5,
      of: ({ ratio }) => ratio('library'),
    },
  ],
};
