import { text } from '../words.js';

export const activity = {
  navActivity: text('活动记分', 'Activity'),
  activityTitle: text('活动记分', 'Record an activity'),
  activityLead: text(
    '一个事项，多人记分：选定事项，列出账户，预览后保存。',
    'One matter for many people: choose it, list the accounts, look at the preview and save.',
  ),
  recentMatters: text('清单内事项与近期事项', 'From the programme, and recent matters'),
  recentMattersHint: text('选用后，下面各栏自动填好。', 'Choosing one fills in the form.'),
  matterOf: (on: string) => text(`最近 ${on}`, `latest: ${on}`),
  participants: text('参加人员', 'Who took part'),
  accountsPasted: text('账户编号或姓名', 'Account numbers or names'),
  accountsPastedHint: text(
    '每行一人，可从电子表格整列粘贴；空行和重复不影响。',
    'One a line; a column of a spreadsheet can be pasted. Empty lines and doubles do no harm.',
  ),
  tickAccounts: (n: number) => text(`从名单中勾选（${n} 个账户）`, `Tick them in the list (${n})`),
  tickSome: (shown: number) =>
    text(
      `仅列最近有登记的 ${shown} 个账户，其余请在上面填写。`,
      `The ${shown} with the latest entries; name others above.`,
    ),
  showPreview: text('预览', 'Preview'),
  saveActivity: (n: number) => text(`保存（${n} 人）`, `Save (${n})`),
  activityPreview: text('预览：尚未保存', 'Preview: nothing is saved yet'),
  activitySaved: text('已保存', 'Saved'),
  lineOutcome: text('结果', 'Outcome'),
  wouldScore: (n: number) => text(`可记分 ${n} 人`, `${n} would be credited`),
  nowScored: (n: number) => text(`已记分 ${n} 人`, `${n} credited`),
  onRecordBefore: (n: number) => text(`此前已记 ${n} 人`, `${n} on record before`),
  notScored: (n: number) => text(`未能办理 ${n} 人`, `${n} refused`),
  alreadyOnRecord: text('此前已记录', 'on record before'),
  trimmedBy: (points: number) => text(`按上限少记 ${points} 分`, `a limit took ${points}`),
  noSuchAccount: text('没有这个账户或姓名', 'no account of that number or name'),
  severalPeople: (n: number) =>
    text(`有 ${n} 人同名，请填写账户编号`, `${n} people have that name: give the account number`),
  nobodyNamed: text('请填写或勾选参加人员。', 'Name or tick who took part.'),
  tooManyNamed: (most: number) => text(`一次最多 ${most} 人。`, `At most ${most} at a time.`),
  sameMatter: (typed: string, known: string) =>
    text(
      `“${typed}”与已有事项“${known}”只有空格、全半角或大小写的差别，按“${known}”记分。`,
      `'${typed}' differs from the matter '${known}' in width, case or spaces alone; it is credited as '${known}'.`,
    ),
  samePost: (typed: string, known: string) =>
    text(
      `“${typed}”与已有岗位或项目“${known}”只有空格、全半角或大小写的差别，按“${known}”登记。`,
      `'${typed}' differs from the post '${known}' in width, case or spaces alone; '${known}' is taken.`,
    ),
  nearMatter: text(
    '有名称相近的事项，请核对是否为同一事项：',
    'There are matters with a name close to it. Is it one of them?',
  ),
  useMatter: (known: string) => text(`改用“${known}”`, `Use '${known}'`),
  otherwiseBefore: (what: string) =>
    text(
      `该事项此前按“${what}”记分，请核对。`,
      `This matter was credited as '${what}' before; please check.`,
    ),
  nextActivity: text('记下一个事项（保留名单和日期）', 'Record the next one (same people, same day)'),
  samePlusOthers: text('为同一事项补记其他人', 'Add people to this matter'),
  accountOrWritten: text('账户或所填内容', 'Account, or what was written'),
} as const;
