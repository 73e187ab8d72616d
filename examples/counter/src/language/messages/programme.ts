import { text } from '../words.js';

export const programme = {
  navProgramme: text('积分项目', 'Programme'),
  programmeTitle: text('积分项目表', 'Programme'),
  programmeLead: text(
    '本社区公布的事项和岗位。公布后只能从中选用，同一事项对所有人难度相同；未公布时可自行填写。',
    'The matters and posts that the community publishes. Once there is a programme, nothing else is taken, and a matter is as hard for everybody; before, names are free.',
  ),
  noProgramme: text('尚未公布积分项目。', 'No programme has been published.'),
  mattersPart: text('事项', 'Matters'),
  postsPart: text('岗位和项目', 'Posts and projects'),
  partName: text('名称', 'Name'),
  anyKind: text('不限', 'either'),
  byEntry: text('登记时填写', 'as entered'),
  newProgramme: text('公布新版积分项目', 'Publish a new edition'),
  newProgrammeLead: text(
    '现有内容已列出，可修改；名称留空的行不计。名称只有空格、全半角或大小写不同的，视为同一名称。',
    'What there is stands in the form. A row without a name does not count; names that differ in width, case or spaces alone are the same.',
  ),
  rowOf: (n: number, field: string) => text(`第 ${n} 行：${field}`, `Row ${n}: ${field}`),
} as const;
