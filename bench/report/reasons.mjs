// Why a target is missed, where it is; by the work and the target's own words. A report with a miss that has no reason here is not
// written, and a reason whose target is met is left out of it.

const DECIDING = `The bare function has one scheme in its code: which item has a limit, what a tier scores, which readings a decision rests on
are literals there, each event is one literal, and what no rule set of this one asks is not looked for. The library looks each of these
up in the rule set: the role and the item, the office, the persons, the bounds of its force, the catalogue, limits that another answer
would put there, and the sums that a number can hold.`;

const READING = `It is what the line above has, and the reading: each of the command's own members once, into a command of the library's own, so that
nothing the caller does later can change what was decided. One table of fields reads every command, and makes its schema too. A reader
written by hand for each, as 0.1.0 had, took half the time: some 0.3 µs less a command, a fifth of this line. The table is worth that,
since a field that is missing from it does not compile.`;

const ENGINES = `The engine is given the scheme's lines and nothing else to do; the library reads the command, finds the readings that
the decision rests on, and freezes it. The engine's own factor against the limit is in the table.`;

const GROWTH = `The limit, which does nothing but the recipe, grows as much (see the figure). Places in a large account are scattered by
the hash of the key, while the events, a few hundred bytes each, stream through the processor's caches and push them out. A limit that
only appends to lists and builds the trees at the end was tried: at 100,000 entries it takes as long, and at 1,000 longer. The tree
alone, filled with the same keys and nothing read in between, does not grow in cost.`;

const PARSING = `The library copies the event, judges it, and freezes what it made. zod's compiler makes a function of the whole schema,
whose result stays open; frozen like the library's it is \`zod-frozen\` in the table. Generating code would bring the library nearer, and
it would no longer work where code generation is forbidden.`;

const RECIPE = `What the library does beyond the limit is what makes its recipe one for \`fold\` and \`evolve\` alike: every part is asked
for before it is changed, so that the same code runs on a private copy and on something shared; and the events are checked to be one
account's history. Of the rest the most is garbage collection and adding to the tree of matters, which the limit has as well.`;

export const REASONS = {
  fold: { 'library against the limit': RECIPE },
  'fold-long': { 'library against the limit': RECIPE },
  'fold-growth': { 'library, time per event at 100,000 events against that at 1,000': GROWTH },
  decide: {
    'library on parsed commands against the limit': DECIDING,
    'library on unknown input against the limit': READING,
    'json-rules-engine against the library': ENGINES,
    'GoRules Zen against the library': ENGINES,
  },
  'parse-event': {
    'library against the fastest of the zod paths': PARSING,
    'library where no code may be generated, against the same zod path': PARSING,
  },
  simulate: {
    'library against the decisions and folds it makes': `What is beside the rules is rolling dice and planning (each volunteer has a
random stream of its own), and adding up what every decision and account came to.`,
  },
};
