// What the report says of each work beside its numbers: what is done, and how its contenders are used.

export const NOTES = {
  fold: `500 histories of a hundred events each, as the library decided them for a community, are folded until 10,000 accounts are made,
all of which are kept. The limit is one loop with every step spelled out in place, which checks nothing and knows that its events are
one account's. All contenders make the same account, deeply frozen: Castore and Emmett are given a reducer that changes the state it
has been given (as fast as they get), and the account is frozen at the end; immer and Redux Toolkit run in production mode with their
freezing on, as by default; mutative, which freezes nothing by default, has its result frozen at the end. \`spread\` is an evolve without any library, over plain objects.`,
  'fold-long': `The same contenders, on one history of 100,000 events over ten years. (\`spread\` copies a map as large as the history for
each event; it stands under \`evolve\`.)`,
  'fold-growth': `The same 100,000 events are read either way, from the same places in memory, so that only the size of the account
differs: all in one account, or in a hundred of 1,000 entries.`,
  evolve: `An activity is credited to an account of so many entries, which stays as it was; what is new is frozen. The limit is that
credit alone, written by hand for the library's form of the account: it copies what is on the way to the change and looks at nothing
else. \`spread\` and \`immer\` keep the matters in one flat map, as is usual.`,
  decide: `Activities, claims and report-ins on accounts of sixty entries, one in eight of them sent again, refused, or cut by a limit. The
limit is a function written by hand for these three commands and this one rule set, which takes its input to be well formed; it gives
the very decisions of the library, the texts of refusals included, frozen alike. Validators check the command first and then call that
function. The rule engines score the entry by the scheme's lines (a decision table of Zen, one rule for each line of
json-rules-engine), and the function does all the rest for them. Zen works on threads of its own, whose time moves by a factor of two from run
to run, as its min–max shows. \`library\` has unknown input; \`library-parsed\` has commands that
\`parseCommand\` gave before anything was timed.`,
  'parse-event': `Stored events of all types, redemptions in the form of version 1, which is brought up to date by the same step for
every contender. All take the same events and refuse the same faulty ones before anything is timed. The limit is bare checks, written by
hand: it copies nothing, freezes nothing and says nothing of what is wrong. TypeBox and Ajv copy nothing either. zod, valibot and ArkType
make an object of their own; the library makes one and freezes it (\`zod-frozen\` is zod's compiler with the same promise). \`library-no-eval\`
is the library in a process started with \`--disallow-code-generation-from-strings\`.`,
  statement: `Each of 4,000 accounts gets its statement of a year, with every line and the balance after it. The limit makes the same
statements, frozen alike.`,
  feedback: `One stream in which 4,000 accounts take turns, read once. The limit makes the same feedback, frozen alike.`,
  register: `The same stream. The limit makes the same register, frozen alike.`,
  simulate: `A plain population with a handbook to redeem from. What it is held against is the decisions and folds of the very same
commands, noted before, decided by the library's own bank and folded by the recipe written by hand: so the ratio is what rolling,
planning and adding up cost beside the rules. A tenth of the volunteers of each role is run, since volunteers look at nobody else.`,
  replay: `Histories are made as they are asked for, and let go. Each size is run in three processes of its own, taking turns, after the engine
is warm; memory is what the heap holds after a full collection of garbage.`,
  snapshot: `The snapshot is measured as UTF-8. For memory, accounts are folded from events that are read anew for each and then let go of,
and the heap is measured before and after, garbage collected. The first measurement is of the form that accounts had before (commit
63559ea), by the same program.`,
  start: `Each import is timed inside a process of its own that does nothing else, files in the system's cache. zod is the one that the
library itself depends on.`,
};
