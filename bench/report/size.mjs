/** What the report says of sizes, which `npm run size` checks on every change. */
export const SIZE = `## Size

These are sizes as a bundler ships them: minified, compressed with brotli, all dependencies included. \`npm run size\` checks them on every
change, and a test bundles each name of each entry point alone and looks at what came along.

| import | target | measured | met |
| --- | --- | --- | --- |
| \`fold\` and \`evolve\` | ≤ 6 kB | 5.7 kB | yes |
| \`createBank\` and \`renfa2022\` | ≤ 25 kB | 29.1 kB | **no** |
| what all reports add to these | ≤ 5 kB | 6.1 kB | **no** |

Of the 29.1 kB, the words of 47 refusals in two languages are 3.7 kB, and the 24 open questions with their answers in two languages 3.8 kB;
immer is 3.3 kB and SHA-256 2.3 kB. The rest, 15.6 kB, is the first scheme's rules and what decides by them. The words could be left to a
host to load, but then a refusal would be a code without a reason, and the digest of a rule set covers its words; so they stay. There are
six reports; each of them alone is 5 to 9 kB before it is compressed.`;
