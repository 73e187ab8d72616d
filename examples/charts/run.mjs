// Charts of a simulated community and of a change of its rules: specifications as data from the library, drawn here with vega into
// SVG files and one page, out/charts.html, in Chinese and in English.
import { mkdirSync, writeFileSync } from 'node:fs';
import { withReading } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import {
  compareRuleSets,
  plainPopulation,
  simulate,
  simulateHistories,
  toVegaLite,
} from 'points-bank/simulation';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { handbook } from './handbook.mjs';

const OUT = new URL('./out/', import.meta.url);
const NAMES = {
  'zh-CN': { a: '终身累计 3 分', b: '每年累计 3 分' },
  en: { a: '3 points of claims for life', b: '3 points a year' },
};

const run = {
  ruleSet: renfa2022,
  handbook,
  population: plainPopulation(renfa2022, { volunteers: 200 }),
  from: '2023-01-01',
  to: '2025-12-31',
  seed: 31,
};
const result = simulate(run);
const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
const comparison = compareRuleSets(simulateHistories(run), renfa2022, yearly);

mkdirSync(OUT, { recursive: true });
const sections = [];
for (const locale of ['zh-CN', 'en']) {
  const options = { locale, ruleSet: renfa2022, handbook, names: NAMES[locale] };
  const charts = { simulation: toVegaLite(result, options), comparison: toVegaLite(comparison, options) };
  for (const [of, specs] of Object.entries(charts)) {
    for (const [name, spec] of Object.entries(specs)) {
      const svg = await draw(spec);
      writeFileSync(new URL(`${of}-${name}.${locale}.svg`, OUT), svg);
      sections.push(`<figure lang="${locale}">${svg}</figure>`);
      console.log(`${of}-${name}.${locale}.svg: ${spec.title}, ${spec.data.values.length} rows`);
    }
  }
}
writeFileSync(new URL('charts.html', OUT), page(sections));

/** The picture of a specification. vega-lite works on its argument, so it gets a copy: the library's are frozen. */
async function draw(spec) {
  const view = new View(parse(compile(structuredClone(spec)).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

function page(figures) {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>积分模拟 · Simulated points</title>
<style>body { font-family: system-ui, sans-serif; } figure { margin: 2rem 0; } svg { overflow: visible; max-width: 100%; }</style>
${figures.join('\n')}
</html>
`;
}
