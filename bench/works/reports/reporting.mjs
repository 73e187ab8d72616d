import { checksum } from '../../harness/checksum.mjs';
import { expectFrozen } from '../../harness/frozen.mjs';

const EVENTS = 400_000;

/** A report over a community: its events are made once by `load`, and `report` goes over them. */
export function reporting({ title, load, report, most }) {
  return {
    title,
    folder: 'reports',
    contenders: ['limit', 'library'],
    own: ['limit', 'library'],
    make(module, { quick }) {
      const events = load(quick ? EVENTS / 10 : EVENTS);
      return {
        share: quick ? 0.1 : 1,
        run: () => report(module, events),
        sum(made) {
          const all = Array.isArray(made) ? made : [made];
          expectFrozen(all);
          return checksum(all);
        },
      };
    },
    targets: [{ what: 'library against the limit', most, of: ({ ratio }) => ratio('library') }],
  };
}
