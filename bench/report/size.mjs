/** What the report says of sizes, which `npm run size` checks on every change. */
export const SIZE = `## Size

These are sizes as a bundler ships them: minified, compressed with brotli, all dependencies included. \`npm run size\` checks them on every
change, and a test bundles each name of each entry point alone and looks at what came along.

| import | target | measured | before words and immer were taken apart | met |
| --- | --- | --- | --- | --- |
| \`fold\` and \`evolve\` | ≤ 2.5 kB | 8.5 kB | 5.7 kB | **no** |
| \`createBank\` and \`renfa2022\` | ≤ 20 kB | 47.6 kB | 29.1 kB | **no** |
| what all reports add to these | ≤ 5 kB | 11.5 kB | 6.1 kB | **no** |
| what their reducers add to that | – | 2.1 kB | – | – |
| words for decisions: \`en\`, \`zhCN\`, \`ja\` | ≤ 5 kB each | 8.0, 9.3, 9.4 kB | – | **no** |
| words for reports and checks: \`enReports\`, \`zhCNReports\`, \`jaReports\` | ≤ 5 kB each | 6.8, 7.3, 7.7 kB | – | **no** |

With words and immer taken apart, these were 2.3, 22.0 and 5.1 kB, and a pack at most 4.6 kB. What came since is what a ledger has to do
that lives: it undoes, verifies, bars, transfers, closes and continues, and its rules say what real schemes say, with 44 open questions,
86 refusals and six more schemes' worth of measures. Measured alone, the bank is 37.8 kB, with SHA-256 for 2.3 kB of it, and the first
scheme 10.0 kB, most of it open questions and answers in two languages. The bank carries no sentence. The titles of a rule set stand under
its digest, so they cannot be loaded apart from it.

What other designs would save was measured with stand-ins in the place of code, when bank and scheme had 46.6 kB and the fold 8.1. A bank that is made of an import for each command: without undoing, verifying,
barring, transferring, closing and releasing it is 42.0 kB with the scheme, and 39.6 if the fold leaves them out as well; that would be the price of
every host's first line, and such a fold could not read another host's events. A hash written by hand: 44.5 kB, and the library would then keep cryptography
of its own. A fold without undoing, continuing and the checks of a history: 4.9 kB. Packs of words for refusals apart: 4.5 kB, with 3.3 for
the rest of \`en\`; whoever shows decisions needs both. Of the reports each adds 3.7 to 6.9 kB by itself, since all share how an account's history is read, with
what was undone, handed on and lapsed.`;
