import { text } from '../words.js';

export const programme = {
  navProgramme: text('岗位与活动清单', 'Programme'),
  programmeTitle: text('岗位与活动清单', 'Programme'),
  programmeLead: text(
    '本社区公布的事项和岗位。公布后只能从中选用，同一事项对所有人难度相同；未公布时可自行填写。',
    'The matters and posts that the community publishes. Once there is a programme, entries can name nothing else, and a matter has the same difficulty for everybody. Until then, names can be chosen freely.',
  ),
  noProgramme: text('尚未公布岗位与活动清单。', 'No programme has been published.'),
  mattersPart: text('事项', 'Matters'),
  postsPart: text('岗位和项目', 'Posts and projects'),
  partName: text('名称', 'Name'),
  anyKind: text('不限', 'either'),
  byEntry: text('登记时填写', 'as entered'),
  newProgramme: text('公布新版清单', 'Publish a new edition'),
  newProgrammeLead: text(
    '现有内容已列出，可修改；名称留空的行不计。名称只有空格、全半角或大小写不同的，视为同一名称。',
    'The form shows the current edition, to be changed. Rows without a name are left out. Names that differ only in width, case or spaces are the same.',
  ),
  rowOf: (n: number, field: string) => text(`第 ${n} 行：${field}`, `Row ${n}: ${field}`),
} as const;
