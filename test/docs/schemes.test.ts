import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type RuleSet, readings, withReading } from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import { numbersIn } from '../support/checks.js';
import { type Feature, type Locale, SUBJECTS } from './scheme-features.js';

/*
 * docs/schemes.md against the rule sets: which of them shows what is worked out from their data, and every figure that is said of one is in
 * it. `UPDATE_DOCS=1 npm test -- test/docs` writes the tables of features anew.
 */

const FILE = new URL('../../docs/schemes.md', import.meta.url);
const LOCALES: readonly Locale[] = ['en', 'zh-CN'];
const HEADS: Readonly<Record<Locale, string>> = {
  en: '| what it shows | in the rules | schemes |',
  'zh-CN': '| 写法 | 规则中的位置 | 办法 |',
};
const { renfa2022, ...examples } = shipped;
const RULE_SETS: readonly (readonly [name: string, ruleSet: RuleSet])[] = Object.entries<RuleSet>({
  renfa2022,
  ...examples,
});
/** Each rule set under each answer that is not its default. */
const OTHERWISE: ReadonlyMap<string, readonly RuleSet[]> = new Map(
  RULE_SETS.map(([name, ruleSet]) => [
    name,
    readings(ruleSet).flatMap(({ id, chosen, answers }) =>
      Object.keys(answers)
        .filter((answer) => answer !== chosen)
        .map((answer) => withReading(ruleSet, id, answer)),
    ),
  ]),
);

/** The schemes that show a feature, with what they say of it; in brackets those that do so under another answer alone. */
function schemesOf({ shown }: Feature, locale: Locale): string {
  const cells = RULE_SETS.flatMap(([name, ruleSet]) => {
    const said = [...new Set(shown(ruleSet, locale))].filter((words) => words !== '');
    if (shown(ruleSet, locale).length > 0)
      return [said.length === 0 ? `\`${name}\`` : `\`${name}\`${list(said, locale)}`];
    const isElsewhere = OTHERWISE.get(name)?.some((other) => shown(other, locale).length > 0);
    return isElsewhere ? [`(\`${name}\`)`] : [];
  });
  return cells.length === 0 ? '–' : cells.join('<br>');
}

function list(words: readonly string[], locale: Locale): string {
  return locale === 'en' ? ` (${words.join('; ')})` : `（${words.join('；')}）`;
}

function featuresIn(locale: Locale): string {
  return SUBJECTS.map(({ features, ...titles }) => {
    const rows = features.map(
      (feature) => `| ${feature[locale]} | \`${feature.where}\` | ${schemesOf(feature, locale)} |`,
    );
    return [`### ${titles[locale]}`, '', HEADS[locale], '|---|---|---|', ...rows].join('\n');
  }).join('\n\n');
}

/** What stands between the marks of a language. */
function marked(locale: Locale): RegExp {
  return new RegExp(`<!-- features ${locale} -->\\n\\n([\\s\\S]*?)\\n\\n<!-- /features ${locale} -->`);
}

function page(): string {
  return readFileSync(FILE, 'utf8');
}

if (process.env.UPDATE_DOCS === '1') {
  for (const locale of LOCALES) {
    const mark = `features ${locale}`;
    const features = `<!-- ${mark} -->\n\n${featuresIn(locale)}\n\n<!-- /${mark} -->`;
    writeFileSync(
      FILE,
      page().replace(marked(locale), () => features),
    );
  }
}

describe.each(LOCALES)('docs/schemes.md (%s)', (locale) => {
  test('has what each scheme shows', () => {
    expect(marked(locale).exec(page())?.[1]?.split('\n')).toEqual(featuresIn(locale).split('\n'));
  });

  const rows = [...page().matchAll(/^\| `(\w+)` \| (.*) \| (.*) \|$/gm)];
  const half = rows.slice(locale === 'en' ? 0 : rows.length / 2).slice(0, rows.length / 2);

  test('has every scheme by its title', () => {
    const titles = half.map(([, name, title]) => [name, title]);
    expect(titles).toEqual(RULE_SETS.map(([name, { title }]) => [name, title[locale]]));
  });

  test.each(RULE_SETS)('says of %s no figure but its own', (name, ruleSet) => {
    const [, , , sentence = ''] = half.find(([, of]) => of === name) ?? [];
    const figures = (sentence.replaceAll(',', '').match(/\d+(\.\d+)?/g) ?? []).map(Number);
    const own = new Set(numbersIn(ruleSet).map(Math.abs));
    expect(figures.filter((figure) => !own.has(figure))).toEqual([]);
  });
});
