/** What the report says of sizes, which `npm run size` checks on every change. */
export const SIZE = `## Size

These are sizes as a bundler ships them: minified, compressed with brotli, all dependencies included. \`npm run size\` checks them on every
change, and a test bundles each name of each entry point alone and looks at what came along.

| import | target | measured | before words and immer were taken apart | met |
| --- | --- | --- | --- | --- |
| \`fold\` and \`evolve\` | ≤ 2.5 kB | 2.3 kB | 5.7 kB | yes |
| \`createBank\` and \`renfa2022\` | ≤ 20 kB | 22.0 kB | 29.1 kB | **no** |
| what all reports add to these | ≤ 5 kB | 5.1 kB | 6.1 kB | **no** |
| words for decisions: \`en\`, \`zhCN\`, \`ja\` | ≤ 5 kB each | 3.7, 4.3, 4.6 kB | – | yes |
| words for reports and checks: \`enReports\`, \`zhCNReports\`, \`jaReports\` | ≤ 5 kB each | 2.5, 2.5, 2.8 kB | – | yes |

Measured alone, the bank is 15.6 kB, with SHA-256 for 2.6 kB of it, and the first scheme 6.5 kB, with its 24 open questions and their
answers in two languages for 4.3 kB of it. The bank carries no sentence. The titles of a rule set stand under its digest, so they cannot
be loaded apart from it; a hash written by hand would save about 2 kB, and the library would then keep cryptography of its own.`;
