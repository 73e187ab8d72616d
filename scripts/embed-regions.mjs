// Keeps the guides' blocks of code equal to the tested code that they show. Between `<!-- embed path#region -->` and
// `<!-- /embed -->` stands a fenced block; what is in it is the lines between `// #region region` and `// #endregion` of the file,
// or the whole file where no region is named. The fence's language stays. `--check` writes nothing and fails where one differs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

const check = process.argv.includes('--check');
const EMBED = /^<!-- embed (\S+?)(?:#(\S+))? -->\n+(`{3,})(\S*)\n[\s\S]*?\n?\3\n+<!-- \/embed -->$/gm;
const guides = readdirSync(join(root, 'docs/guides'), { recursive: true })
  .filter((file) => file.endsWith('.md'))
  .map((file) => join('docs/guides', file))
  .sort();
let embedded = 0;
let stale = 0;

for (const guide of guides) {
  const text = readFileSync(join(root, guide), 'utf8');
  let here = 0;
  const now = text.replace(EMBED, (_all, path, region, fence, language) => {
    here += 1;
    const source = readFileSync(join(root, path), 'utf8');
    const lines = region === undefined ? source.trimEnd().split('\n') : regionOf(source, region, path);
    const code = dedented(lines).join('\n');
    const shown = region === undefined ? path : `${path}#${region}`;
    return `<!-- embed ${shown} -->\n\n${fence}${language}\n${code}\n${fence}\n\n<!-- /embed -->`;
  });
  // A marker that is written otherwise would be passed over in silence.
  const marked = text.match(/^[ \t]*<!-- embed\b/gm)?.length ?? 0;
  if (marked !== here) throw new Error(`${guide}: ${marked} places to embed, ${here} of them well formed`);
  embedded += here;
  if (now === text) continue;
  stale += 1;
  if (check) console.error(`${guide}: not what the code says; run node scripts/embed-regions.mjs`);
  else writeFileSync(join(root, guide), now);
}
console.log(
  `embedded: ${embedded} blocks in ${guides.length} guides, ${stale} guides ${check ? 'differ' : 'written'}`,
);
if (check && stale > 0) process.exitCode = 1;

/** The lines of a region, without the markers of others within. */
function regionOf(source, region, path) {
  const lines = source.split('\n');
  const opening = lines.findIndex((line) => line.trim() === `// #region ${region}`);
  if (opening < 0) throw new Error(`${path} has no region ${region}`);
  const ending = lines.findIndex((line, index) => index > opening && line.trim() === '// #endregion');
  if (ending < 0) throw new Error(`${path}: the region ${region} does not end`);
  const found = lines.slice(opening + 1, ending);
  if (found.every((line) => line.trim() === '')) throw new Error(`${path}: the region ${region} is empty`);
  return found;
}

/** The lines without the indentation that they have in common, nor empty ones around them. */
function dedented(lines) {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const shown = lines.slice(first, last + 1);
  const widths = shown
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...widths);
  return shown.map((line) => line.slice(indent).trimEnd());
}
