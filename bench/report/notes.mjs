// What the report says of each work beside its numbers: what is done, and how its contenders are used.

export const NOTES = {
  fold: `There are 500 histories of a hundred events each, as the library decided them for a community. They are folded until there are 10,000
accounts, and all accounts are kept. The limit is one loop with every step spelled out in place; it checks nothing and knows that its events
are one account's. All contenders make the same account, deeply frozen. Castore and Emmett use a reducer that changes the state it is given,
which is their fastest way, and the account is frozen at the end. immer and Redux Toolkit run in production mode and freeze, as they do by
default. mutative freezes nothing by default, so its result is frozen at the end. \`spread\` is an evolve without any library, over plain objects.`,
  'fold-long': `These are the same contenders on one history of 100,000 events over ten years. (\`spread\` would copy a map as large as the
history for each event, so it stands under \`evolve\`.)`,
  'fold-growth': `Both contenders read the same 100,000 events from the same places in memory, so only the size of the account differs: all
events in one account, or in a hundred accounts of 1,000 entries.`,
  evolve: `An activity is credited to an account that has so many entries; the account stays as it was, and everything new is frozen. The limit is
that credit alone, written by hand for the library's form of the account: it copies the path to the change and looks at nothing else.
\`spread\` and \`immer\` keep the matters in one flat map, as is usual.`,
  decide: `The work is activities, claims and report-ins on accounts of sixty entries. One in eight is sent again, refused, or cut by a limit. The
limit is a function written by hand for these three commands and this one rule set, and it trusts its input. It gives the very decisions of
the library, refusals included, frozen alike. Validators check the command first and then call that function. The rule engines score
the entry by the scheme's lines (a decision table for Zen, one rule for each line for json-rules-engine), and the function does the rest
for them. Zen works on threads of its own, whose time varies by a factor of two from run to run, as its min–max shows. \`library\` has unknown
input; \`library-parsed\` has commands that \`parseCommand\` returned before the timing began.`,
  'decide-features': `The commands of \`decide\` again, on accounts that the same rules made. \`every-feature\` is the first scheme with more limits, one
for each item (a rolling month, each member, a day, the account's own year) and one on the balance, a condition, a factor and offices for
one activity each, a ground below a mark, transfers, and points that lapse. None of it changes an answer, so both give the same points and
refusals. Measured by itself, after the other works.`,
  'decide-all': `The commands of \`decide\` are taken by turns from 500 accounts, as one activity credits many. The loop is what a host would write
without \`decideAll\`: each line is decided for its account, and its event is put onto that account. Both copy the map of the accounts for
each batch, and give the same decisions and accounts.`,
  'parse-event': `The input is stored events of all types. Redemptions have the form of version 1, and every contender brings them up to date by the
same step. All accept the same events and refuse the same faulty ones before the timing begins. The limit is bare checks, written by hand: it
copies nothing, freezes nothing and does not say what is wrong. TypeBox and Ajv copy nothing either. zod, valibot and ArkType make an object
of their own; the library makes one and freezes it (\`zod-frozen\` is zod's compiler with the same promise). \`library-no-eval\` is the library
in a process started with \`--disallow-code-generation-from-strings\`.`,
  statement: `Each of 4,000 accounts gets its statement of a year, with every line and the balance after it. The limit makes the same
statements, frozen alike.`,
  feedback: `In one stream 4,000 accounts take turns, and it is read once. The limit makes the same feedback, frozen alike.`,
  register: `The stream is the same. The limit makes the same register, frozen alike.`,
  simulate: `A plain population has a handbook to redeem from. The run is compared with the decisions and folds of the very same commands, recorded
before, decided by the library's own bank and folded by the recipe written by hand. So the ratio shows the cost of rolling dice, planning
and adding up beside the rules. Only a tenth of the volunteers of each role is run, since volunteers do not look at each other.`,
  replay: `Histories are made on request and let go. Each size is run in two processes of its own, in two rounds, taking turns, after the engine has warmed up.
Memory is the heap after a full garbage collection.`,
  scale: `Each account has ten events, which are made as they are asked for. \`fold\` keeps every account; reports are made by their reducers, of all
accounts in one state or of 2,000 at a time; a volunteer of \`simulate\` lives for the time of the work above. An exponent of 1 is twice the cost for twice
the accounts.

![The cost of each work against the number of accounts](scale.svg)`,
  snapshot: `The snapshot is measured as UTF-8. For memory, each account is folded from events that are read anew and then let go. The heap is
measured before and after, with garbage collected. The first measurement is of the form that accounts had before (commit 63559ea), by the
same program.`,
  event: `The credits are those of the histories that \`fold\` reads, under the first scheme, which has its titles in two languages.`,
  start: `Each import is timed in a process of its own that does nothing else, with files in the system's cache. zod is the version that the
library itself depends on. Measured by itself, after the other works.`,
};
