import { text } from '../words.js';

export const rules = {
  navRules: text('规则与备案', 'Rules'),
  rulesTitle: text('规则差异与备案', 'The rules, where they differ, and their filing'),
  rulesInForce: (title: string, version: string) =>
    text(`现行规则：《${title}》，版本 ${version}。`, `In force: ${title}, version ${version}.`),
  rulesDigest: text('摘要', 'Digest'),
  noDifferences: (title: string, version: string) =>
    text(
      `与《${title}》（${version}）一致，无须备案。`,
      `They are those of ${title} (${version}); nothing has to be filed.`,
    ),
  differences: (title: string, version: string, n: number) =>
    text(
      `与《${title}》（${version}）相比有 ${n} 处差异：`,
      `They differ from ${title} (${version}) in ${n} ${n === 1 ? 'place' : 'places'}:`,
    ),
  differencesTable: text('规则差异', 'Differences'),
  differenceHead: text('差异', 'Difference'),
  directionHead: text('从严或放宽', 'Direction'),
  directionNew: text('新增', 'new'),
  directionStricter: text('从严', 'stricter'),
  directionLooser: text('放宽', 'looser'),
  directionOther: text('不同', 'different'),
  rulesFiled: (on: string, by: string) =>
    text(`现行规则已于 ${on} 备案（登记人：${by}）。`, `These rules were filed on ${on} (entered by ${by}).`),
  rulesNotFiled: text('现行规则尚未登记备案。', 'No filing of these rules is on record.'),
  rulesFilingNotAsked: text('按现行规则，细则无须备案。', 'These rules ask for no filing.'),
  fileRules: text('登记备案', 'Record the filing'),
  filedRulesOn: text('备案日期', 'Filed on'),
  rulesFiledAlready: text(
    '现行规则已登记备案，不再重复登记。',
    'The filing of these rules is on record already.',
  ),
  rulesFiledWrongDay: (today: string) =>
    text(`备案日期不能晚于今天（${today}）。`, `The day of the filing is today (${today}) or earlier.`),
  earlierFilings: text('备案记录', 'Filings on record'),
  filedBy: text('登记人', 'Entered by'),
  tryRules: text('在规则工作台中调整', 'Try changes in the workbench'),
} as const;
