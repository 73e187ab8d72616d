import type { RefusalFacts } from '../../account/decide/refusal.js';
import { clip } from '../../values/text.js';
import type { Names, WordPack } from '../pack.js';

type Difference = RefusalFacts['programme-differs'];

/** The days on which a matter is, or on which a post can be claimed. */
function daysOf({ from, until, days }: Extract<Difference, { field: 'on' }>['expected']): string {
  if (days !== undefined) return days.join(', ');
  if (from === undefined) return `until ${until}`;
  return until === undefined ? `from ${from}` : `from ${from} to ${until}`;
}

/** What the programme says, and what was given. */
function difference(facts: Difference, names: Names): string {
  switch (facts.field) {
    case 'item':
      return `it stands under '${names.item(facts.expected)}', not '${names.item(facts.given)}'`;
    case 'difficulty':
      return `its difficulty is '${names.difficulty(facts.expected)}' for everybody, not '${names.difficulty(facts.given)}'`;
    case 'quantity':
      return `its quantity is ${facts.expected}, not ${facts.given}`;
    case 'kind':
      return `it is a ${facts.expected}, not a ${facts.given}`;
    case 'postId':
      return `it is served in post '${clip(facts.expected)}', not '${clip(facts.given)}'`;
    case 'catalogue':
      return `its entry of the catalogue is '${facts.expected}', not '${clip(facts.given)}'`;
    case 'role':
      return `it is for ${facts.expected.map((role) => `'${names.role(role)}'`).join(', ')}, not for '${names.role(facts.given)}'`;
    case 'on':
      return `it is ${daysOf(facts.expected)}, not on ${facts.given}`;
  }
}

/** What a programme refuses. */
export const PROGRAMME: Pick<
  WordPack['refusals'],
  'wrong-programme' | 'not-in-programme' | 'programme-differs'
> = {
  'wrong-programme': ({ communityId, own }) =>
    `The programme is that of community '${clip(communityId)}'; the account belongs to '${clip(own)}'.`,
  'not-in-programme': ({ kind, id, near }) => {
    const meant =
      near.length === 0 ? '' : `; did you mean ${near.map((one) => `'${clip(one)}'`).join(' or ')}?`;
    return `The community's programme has no ${kind === 'post' ? 'post or project' : 'matter'} '${clip(id)}'${meant === '' ? '.' : meant}`;
  },
  'programme-differs': (facts, names) =>
    `The community's programme says otherwise of '${names.text(facts.title)}': ${difference(facts, names)}.`,
};
