import { checksum } from '../../harness/checksum.mjs';
import { faulty, stored } from './stored.mjs';

const EVENTS = 200_000;
/** So many events are kept at a time: as a host folds a stream and lets it go. */
const KEPT = 1000;

const zodPaths = ['zod-compiled', 'zod'];

export default {
  title: 'parse 200,000 stored events, the older forms brought up to date',
  contenders: [
    'limit',
    'library',
    'library-no-eval',
    'typebox',
    'ajv',
    'zod-compiled',
    'zod-frozen',
    'arktype',
    'zod',
    'valibot',
  ],
  own: ['limit', 'library', 'library-no-eval'],
  flags: { 'library-no-eval': ['--disallow-code-generation-from-strings'] },
  make({ parse }, { quick }) {
    const events = stored(quick ? 100 : 500);
    const times = quick ? events.length : EVENTS;
    return {
      share: times / EVENTS,
      run() {
        const made = [];
        for (let i = 0; i < times; i += 1) {
          const event = parse(events[i % events.length]);
          if (event === undefined) throw new Error(`event ${i} is refused`);
          made[i % KEPT] = event;
        }
        return made;
      },
      sum() {
        for (const fault of faulty(events)) {
          if (parse(fault) !== undefined) throw new Error(`takes ${JSON.stringify(fault)}`);
        }
        return checksum(events.map((event) => parse(event)));
      },
    };
  },
  targets: [
    {
      what: 'library against the fastest of the zod paths',
      most: 1,
      of: ({ ratio, against }) => {
        const [fastest] = zodPaths.filter(ratio).sort((a, b) => ratio(a) - ratio(b));
        return fastest && against('library', fastest);
      },
    },
    {
      what: 'library where no code may be generated, against the same zod path',
      most: 1,
      of: ({ ratio, against }) => {
        const [fastest] = zodPaths.filter(ratio).sort((a, b) => ratio(a) - ratio(b));
        return fastest && against('library-no-eval', fastest);
      },
    },
  ],
};
