// Why a target is missed, by the work and the target's own words. A report with a miss that has no reason here is not written, and a reason
// is left out of it if its target is met.

const DECIDING = `The bare function has one scheme in its code. The item's limit, the points of a tier, the readings that a decision rests on and
each event are literals there, and it never looks for what this rule set does not ask. The library looks each of these up in the rule set:
the role and the item, the office, the persons, the days it is in force, the catalogue, the limits that another answer would put there, and
the sums that a number can hold. No part of it takes more than a tenth of the time by itself (see the figure), but for the looking up of
matters, which the limit does too.

Two designs were tried. Commands that were parsed before are now decided in the form in which reading gives them, with every field that they
might have, since an engine is quickest with objects whose members are the same; that took a tenth of the time and was kept. Readings put
together for each item beforehand, and report-ins gone through without a list, made no difference that could be measured, and were
left out. What is left is code made for each item of a rule set: a second way to decide, which every new rule would have to be written in
twice.`;

const READING = `This is the cost of the line above, and of reading: each of the command's own members once, into a command of the
library's own, so that nothing the caller does later can change what was decided. One table of fields reads every command and makes its
schema too. A reader written by hand for each command, as 0.1.0 had, took half the time: some 0.3 µs less a command, a fifth of this
line. The table is worth that, since a field that is missing from it does not compile.`;

const ENGINES = `The engine gets the scheme's lines and has nothing else to do; the library reads the command, finds the readings that the
decision rests on, and freezes it. The table has the engine's own factor against the limit.`;

const EVENT = `An event explains itself without the rules, the account or the events before it: it names the rule set with its digest, the
readings that it rests on, and the item in every language of the scheme. Named once, in a stream's first event, these would leave what the
figure says, and no event could be shown, exported, checked or read by another system without the first one of its stream; an account
whose rules change would name them again in the middle. The bytes are a matter of storing: there are few different ones (see the figure), so a
store can keep each of them once and put it back when it reads, and a stream that is kept compressed has next to none of them.`;

const GROWTH = `The limit, which does nothing but the recipe, grows as much (see the figure). The events, a few hundred bytes each, stream
through the processor's caches and push a large account out of them.`;

const PARSING = `The library copies the event, checks it, and freezes the copy. zod's compiler makes one function of the whole schema, and its
result is not frozen; with a frozen result it is \`zod-frozen\` in the table. Generating code would bring the library nearer, but then it
would not work where code generation is forbidden.`;

const RECIPE = `The library's recipe serves \`fold\` and \`evolve\` alike, and that costs more than the limit: it asks for every part before it changes
it, so the same code runs on a private copy and on shared state, and it checks that the events are one account's history. An account knows two
days of each entry, counts day by day what was counted by month, and can have any of it taken back. Most of the rest is garbage collection
and adding to the tree of matters, which the limit does too.

Two designs were tried. Contents looked at in place, where they had been split, and figures added without lists of them took a tenth of the
time and were kept. An ordered tree in the place of hashed places was kept as well, though it is no faster: ids that are chosen to collide cost
no more than others in it. What is left is a second recipe for \`fold\` that trusts its private copy, with every event written in both.`;

const STANDING = `Any entry may have been undone, verified or written up later, so the library first works out what stands of a history
and since when it is on record. The limit knows that in these histories nothing was, and goes over the events once.

Two designs were tried and kept: entries are told apart by their ids, and names are made only where two share one; and a line is filled in
once, where it was made in steps. Together they took a third of the time of feedback and almost half of the register's. What is left is a
report that goes on as if nothing had been undone, and begins again where something was: two ways through every report, for a time of
some microseconds an event.`;

const DAYS = `An account keeps its points by day and not by month, so that it can tell what was held on any day, and what each command said
as a text and not as a hash, so that no two commands are taken for one.

Two designs were tried on the snapshots of these accounts. A fingerprint of 128 bits in the place of each text takes more: most texts are shorter
than it (0.6 % more bytes, 7 % more memory). Sums by day left out, to be worked out from the entries whenever a window or a balance asks for them, would
take off 24 % of the bytes and 29 % of the memory, and every decision would go through all entries. With days counted from the account's opening as well
a snapshot would have 6.1 kB, still above the target's 5.1.`;

const BATCHING = `A batch also keeps the events of each account, which the loop throws away, and reads a line once before it looks for its account.`;

const SIZE_OF_STATE = `The work for an account is the same whatever the number of accounts; what grows is the time to reach it. A state of more accounts does
not fit the processor's caches, and the collector of garbage goes through all that is kept. Where a report is made for 2,000 accounts at
a time, nothing of that is seen.`;

const WORKS_OF_SCALE = [
  'fold',
  'register by community',
  'register',
  'feedback',
  'anomalies',
  'compareRuleSets',
  'simulate',
];

export const REASONS = {
  fold: { 'library against the limit': RECIPE },
  'fold-long': { 'library against the limit': RECIPE },
  evolve: {
    'library against the limit, at 100 entries': RECIPE,
    'library against the limit, at 10,000 entries': RECIPE,
    'library against the limit, at 100,000 entries': RECIPE,
  },
  'fold-growth': { 'library, time per event at 100,000 events against that at 1,000': GROWTH },
  decide: {
    'library on parsed commands against the limit': DECIDING,
    'library on unknown input against the limit': READING,
    'json-rules-engine against the library': ENGINES,
    'GoRules Zen against the library': ENGINES,
  },
  'decide-all': {
    'decideAll against a loop of decide and evolve, 40 lines at a time': BATCHING,
    'decideAll against a loop of decide and evolve, 10000 lines at a time': BATCHING,
  },
  scale: Object.fromEntries(WORKS_OF_SCALE.map((work) => [`${work}: fitted exponent`, SIZE_OF_STATE])),
  event: { 'a credit as JSON, in bytes against 400': EVENT },
  'parse-event': {
    'library against the fastest of the zod paths': PARSING,
    'library where no code may be generated, against the same zod path': PARSING,
  },
  statement: { 'library against the limit': STANDING },
  feedback: { 'library against the limit': STANDING },
  register: { 'library against the limit': STANDING },
  snapshot: {
    'snapshot against the first measurement': DAYS,
    'heap against the first measurement': DAYS,
  },
  simulate: {
    'library against the decisions and folds it makes': `The work beside the rules is rolling dice and planning (each volunteer has a
random stream of their own), and adding up the results of every decision and account.`,
  },
};
