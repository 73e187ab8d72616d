import type { ReversibleKind } from '../../account/commands/command.js';
import type { FieldProblem, RefusalFacts } from '../../account/decide/refusal.js';
import type { LimitApplied } from '../../account/events/event.js';
import type { Measure } from '../../rules/sentence.js';
import { clip, written } from '../../values/text.js';
import { type FieldNames, placeOf } from '../fields.js';
import { merged } from '../merged.js';
import type { Names, WordPack } from '../pack.js';
import { firstOf } from '../shown.js';
import { clauseWords } from './clause.js';
import { PROGRAMME } from './programme.js';

const FIELD_PROBLEMS: { readonly [P in FieldProblem]: string } = {
  'not-an-object': '应为对象',
  'unknown-type': '不是已知的办理事项',
  missing: '缺少',
  'unknown-field': '不是已知的填写项',
  'not-an-id': '应为 1 至 256 个可见字符的标识',
  'not-a-slug': '应为以 - 相连的小写英文词',
  'not-a-date': '应为存在的日期（年-月-日）',
  'not-a-whole-number': '应为非零整数（数量应为正整数）',
  'not-a-quantity': '应为大于 0、至多两位小数的数量',
  'not-a-text': '应为 1 至 2000 字的文字',
  'not-a-boolean': '应为是或否',
  'not-one-of': '不在可选的值之内',
  'not-a-list': '应为非空的列表',
  'too-many': '过多',
  unreadable: '无法读取',
};

const FIELDS: FieldNames = {
  command: '提交内容',
  type: '办理事项',
  data: '内容',
  accountId: '账户',
  memberId: '本人',
  role: '类别',
  colour: '账户颜色',
  communityId: '社区',
  formComplete: '表格是否填写完整',
  on: '日期',
  by: '办理机构',
  office: '办理机构',
  recorder: '经办人',
  approvedBy: '复核人',
  postId: '岗位或项目',
  kind: '岗位或项目的种类',
  item: '计分项',
  matterId: '事项',
  difficulty: '难度',
  quantity: '数量',
  catalogue: '参考目录',
  clause: '条款',
  note: '备注',
  redemptionId: '兑换编号',
  lines: '兑换内容',
  rewardId: '兑换品',
  correctionId: '更正编号',
  points: '分值',
  reason: '原因',
  corrects: '所更正事项',
  recordedOn: '登记日期',
  continues: '所接续账户的注销记录',
  otherAccounts: '本人的其他账户',
  reversalId: '撤销编号',
  reverses: '所撤销的登记',
  'reverses.kind': '所撤销登记的种类',
  verifies: '所核定的登记',
  'verifies.kind': '所核定登记的种类',
  id: '登记编号',
  capacity: '发挥作用或参加活动',
  continuedBy: '接续账户',
  collectedBy: '代领人',
  transferId: '转移编号',
  to: '转入账户',
  sent: '转出记录',
  barId: '限制编号',
  ground: '限制事由',
  from: '起始日期',
  until: '截止日期',
};

/** What stands in place of what was filled in, where it is nothing that can be quoted. */
const GIVEN: { readonly [given: string]: string } = {
  'a list': '列表',
  'an object': '对象',
  'a function': '函数',
  null: '空',
  undefined: '空',
  true: '是',
  false: '否',
  NaN: '非数值',
  Infinity: '无穷大',
  '-Infinity': '负无穷大',
};

function invalid(field: string, problem: FieldProblem, given: string): string {
  const place = placeOf(field, FIELDS);
  const named = `${place.line === undefined ? '' : `第 ${place.line} 项的`}“${place.field}”`;
  if (place.isCarried) return `填写有误：所附${named}与原记录格式不符。`;
  if (problem === 'missing') return `填写有误：缺少${named}。`;
  const filled = Object.hasOwn(GIVEN, given) ? GIVEN[given] : given.replace(/^"(.*)"$/s, '“$1”');
  return `填写有误：${named}${FIELD_PROBLEMS[problem]}（填写内容：${filled}）。`;
}

const MEASURES = { difficulty: '按难度计分', quantity: '按数量计分', none: '分值固定' } as const;

/** A limit, over which window, and its clause. */
export function limitWords(limit: LimitApplied, names: Names): string {
  const { title, counts, maximum, window, unit, each } = limit;
  const most = counted(counts, maximum, unit, names);
  if (counts === 'balance') return `“${names.text(title)}”持有不超过 ${most}`;
  const whom = each === undefined ? '' : '每名成员';
  const what = counts === 'deductions' ? '累计扣分' : '累计';
  return `“${names.text(title)}”${names.window(window)}${whom}${what}不超过 ${most}`;
}

/** In which window; the whole life of an account is none that is entered. */
function during(window: string, names: Names): string {
  return window === 'life' ? names.window(window) : `在${names.window(window)}内`;
}

/** The first day of a limit's next window, if there is one. */
export function limitResets(on: string | undefined): string {
  return on === undefined ? '该上限为终身累计。' : `该上限自 ${on} 起重新累计。`;
}

/** `5 分`, `3 小时`, `2 次`: an amount of a measure. */
export function counted(counts: Measure, amount: number, unit: string | undefined, names: Names): string {
  switch (counts) {
    case 'points':
    case 'balance':
    case 'deductions':
    case 'redeemed':
    case 'sent':
      return `${written(amount)} 分`;
    case 'entries':
    case 'visits':
    case 'transfers':
      return `${amount} 次`;
    case 'quantity':
      return `${written(amount)} ${names.unit(unit ?? '')}`;
    case 'rewards':
      return `${amount} 件`;
    case 'months':
      return `${amount} 个月`;
  }
}

/** What is counted, before an amount. */
const MEASURES_COUNTED: { readonly [M in Measure]: string } = {
  points: '累计记分',
  deductions: '累计扣分',
  entries: '累计',
  quantity: '累计',
  redeemed: '累计兑换',
  visits: '累计兑换',
  rewards: '累计兑换',
  sent: '累计转出',
  transfers: '累计转出',
  balance: '可兑换积分',
  months: '连续',
};

/** An entry by its kind and id; a report-in is named by its day. */
export function entryNamed(kind: ReversibleKind, id: string, names: Names): string {
  return kind === 'report-in' ? `${names.kind(kind)}（${clip(id)}）` : `${names.kind(kind)}“${clip(id)}”`;
}

/** `“活动”下的`, where an item is named. */
function underItem(item: string | undefined, names: Names): string {
  const title = item === undefined ? undefined : names.certainItem(item);
  return title === undefined ? '' : `“${title}”下的`;
}

const CANNOT_CONTINUE: {
  readonly [B in RefusalFacts['cannot-continue']['because']]: (account: string, closedOn: string) => string;
} = {
  'same-account': (account) => `账户${account}不能接续自身。`,
  twice: (account) => `所接续的账户${account}重复填写。`,
  'closed-later': (account, on) => `账户${account}于 ${on} 注销，此前不能接续。`,
  'nothing-handed-on': (account, on) => `账户${account}已于 ${on} 注销，未移交积分，不能接续。`,
  'another-continues-it': (account, on) => `账户${account}已于 ${on} 注销，由其他账户接续。`,
  'another-member': (account, on) => `账户${account}已于 ${on} 注销，其持有人并非本人，不能接续。`,
};

/** The refusals that come before those about the programme, in their documented order. */
const BEFORE_PROGRAMME = {
  'invalid-command': ({ field, problem, given }) => invalid(field, problem, given),
  'account-not-open': ({ accountId }) => `账户“${clip(accountId)}”尚未开设。`,
  'wrong-account': ({ accountId, loaded }) =>
    `所办理的是账户“${clip(accountId)}”，调取的账户却是“${clip(loaded)}”。`,
  'unknown-role': ({ role, known }, names) =>
    `没有“${clip(role)}”这一类别；有：${known.map(names.role).join('、')}。`,
  'office-not-entitled': ({ command, office, entitled }, names) =>
    entitled.length === 0
      ? `${names.office(office)}不能办理${names.command(command)}：本办法未规定办理机构。`
      : `${names.office(office)}无权办理${names.command(command)}；应由${entitled.map(names.office).join('、')}办理。`,
  'community-of-office': ({ office, acts }, names) =>
    acts === 'own-community'
      ? `${names.office(office)}只办理本社区账户，须写明所属社区。`
      : `${names.office(office)}办理各社区账户，不写所属社区。`,
  'wrong-community': ({ communityId, own }) =>
    `账户属于社区“${clip(own)}”，不能由“${clip(communityId)}”办理。`,
  'recorder-not-named': ({ command, accountId }, names) =>
    `须写明经办人：${names.command(command)}（账户“${clip(accountId)}”）未写明由谁经办。`,
  'self-issue': ({ memberId, person }) =>
    `“${clip(memberId)}”是该账户本人，不能为自己${person === 'recorder' ? '经办' : '复核'}。`,
  'approval-missing': ({ recorder }) => `由“${clip(recorder)}”经办，尚缺第二人复核。`,
  'approval-by-recorder': ({ recorder }) => `经办人“${clip(recorder)}”不能兼任复核人，须由另一人复核。`,
  'unknown-item': ({ item, roleTitle, known }, names) =>
    `${names.text(roleTitle)}没有“${clip(names.item(item))}”这一计分项；有：${known.map(names.item).join('、')}。`,
  'wrong-command': ({ title, command }, names) =>
    `“${names.text(title)}”请通过“${names.command(command)}”办理。`,
  'wrong-clause': ({ clause, expected, title }, names) =>
    `所引条款“${clip(names.clause(clause))}”不符：该账户“${names.text(title)}”依据的是${clauseWords(expected, names)}。`,
  'not-theirs-to-credit': ({ title, office, entitled }, names) =>
    `“${names.text(title)}”应由${entitled.map(names.office).join('、')}登记，${names.office(office)}不能登记。`,
  'account-already-open': ({ accountId, openedOn }) =>
    `账户“${clip(accountId)}”已于 ${openedOn} 开设，不能重复开设。`,
  'duplicate-claim': ({ postId, on, window }, names) =>
    `岗位或项目“${clip(postId)}”已于 ${on} 认领（累计期间：${names.window(window)}），不重复计分。`,
  'duplicate-matter': ({ title, matterId, on, points }, names) =>
    `事项“${clip(matterId)}”已于 ${on} 在“${names.text(title)}”下记 ${points} 分；一个事项只记一次。`,
  'duplicate-redemption': ({ redemptionId, on }) =>
    `兑换编号“${clip(redemptionId)}”已于 ${on} 用于另一次兑换。`,
  'duplicate-correction': ({ correctionId }) => `更正编号“${clip(correctionId)}”已用于另一次更正。`,
  'duplicate-bar': ({ barId }) => `限制编号“${clip(barId)}”已用于另一次资格限制。`,
  'duplicate-transfer': ({ transferId, on }) =>
    `转移编号“${clip(transferId)}”已于 ${on} 用于另一次积分转移。`,
  'duplicate-reversal': ({ reversalId, on }) => `撤销编号“${clip(reversalId)}”已于 ${on} 用于另一次撤销。`,
  'account-closed': ({ accountId, closedOn, reason, continuedBy }, names) => {
    const next = continuedBy === undefined ? '' : `，持有人现使用账户“${clip(continuedBy)}”`;
    return `账户“${clip(accountId)}”已于 ${closedOn} 注销（${names.reason(reason)}）${next}。`;
  },
  'recorded-before': ({ on, recordedOn }) => `登记日期 ${recordedOn} 早于发生日期 ${on}。`,
  'not-in-force': ({ on, from, until }) => {
    const begins = from === undefined ? [] : [`自 ${from} 起施行`];
    const ends = until === undefined ? [] : [`施行至 ${until}（含当日）`];
    return `${on} 不在施行期内：本办法${[...begins, ...ends].join('，')}。`;
  },
  'before-opening': ({ on, openedOn }) => `${on} 早于开户日 ${openedOn}。`,
  'date-goes-back': ({ on, latestOn }) => `${on} 早于最近一笔登记的日期 ${latestOn}，不能补记。`,
  barred: ({ title, bars, from, until, missing }, names) => {
    if (missing !== undefined) {
      return `因“${names.text(title)}”，该账户自 ${from} 起不得${names.barred(bars)}，还差 ${written(missing)}。`;
    }
    const to = until === undefined ? '（未定截止日期）' : `至 ${until}（含当日）`;
    return `因“${names.text(title)}”，该账户自 ${from} 起${to}不得${names.barred(bars)}。`;
  },
  'wrong-colour': ({ colour, expected }, names) =>
    `应开设“${names.colour(expected)}”，而非“${clip(names.colour(colour))}”。`,
  'form-incomplete': ({ form }, names) => `《${names.text(form)}》未填写完整。`,
  'another-account-open': ({ accountId, communityId }) =>
    `本人在社区“${clip(communityId)}”已有账户“${clip(accountId)}”，每人只设一个账户。`,
  'cannot-continue': ({ accountId, because, closedOn }) =>
    CANNOT_CONTINUE[because](`“${clip(accountId)}”`, closedOn),
  'unknown-reason': ({ reason, known }, names) =>
    known.length === 0
      ? `本办法未规定账户注销，不能以“${clip(reason)}”为由注销。`
      : `没有“${clip(reason)}”这一注销原因；有：${known.map(names.reason).join('、')}。`,
  'entries-after-closing': ({ on, latestOn }) =>
    `注销日期 ${on} 早于账户最近一笔登记的日期 ${latestOn}，不能注销。`,
  'unknown-ground': ({ ground, known }, names) =>
    known.length === 0
      ? `本办法未规定限制资格的事由，不能以“${clip(ground)}”为由限制。`
      : `没有“${clip(ground)}”这一限制事由；有：${known.map(names.ground).join('、')}。`,
  'ends-before-it-begins': ({ from, until }) => `截止日期 ${until} 早于起始日期 ${from}。`,
  'transfer-to-itself': ({ accountId }) => `账户“${clip(accountId)}”的积分不能转入本账户。`,
  'not-the-receiver': ({ transferId, to, accountId }) =>
    `积分转移“${clip(transferId)}”转往账户“${clip(to)}”，不能转入账户“${clip(accountId)}”。`,
  'before-it-was-sent': ({ transferId, on, sentOn }) =>
    `积分转移“${clip(transferId)}”于 ${sentOn} 转出，${on} 尚不能转入。`,
  'no-room-to-receive': ({ transferId, points, title, maximum, held }, names) =>
    `积分转移“${clip(transferId)}”暂不能转入：按“${names.text(title)}”至多持有 ${maximum} 分，现有 ${held} 分，再转入 ${points} 分即超出上限。`,
  'unknown-entry': ({ kind, id, item }, names) =>
    `账户没有${underItem(item, names)}${entryNamed(kind, id, names)}，或该笔已撤销。`,
  'matter-needed': ({ correctionId, office }, names) =>
    `${names.office(office)}只能更正具体事项：更正“${clip(correctionId)}”须指明事项。`,
  'unknown-matter': ({ matterId, item }, names) =>
    `账户没有${underItem(item, names)}事项“${clip(matterId)}”。`,
  'ambiguous-matter': ({ matterId, items }, names) =>
    new Set(items).size === 1
      ? `${underItem(items[0], names)}事项“${clip(matterId)}”有岗位发挥作用和参加活动两笔，请指明是哪一笔。`
      : `事项“${clip(matterId)}”见于多项（${items.map(names.item).join('、')}），请指明计分项。`,
  'ambiguous-claim': ({ postId, days }) =>
    `岗位或项目“${clip(postId)}”有几次认领（${days.join('、')}），请指明认领日期。`,
  'not-redeemed': ({ rewardId, quantity, left }, names) =>
    left === 0
      ? `兑换品“${names.reward(rewardId)}”没有可退回的数量，本次申请退回 ${quantity} 件。`
      : `兑换品“${names.reward(rewardId)}”可退回 ${left} 件，本次申请退回 ${quantity} 件。`,
  'not-theirs-to-reverse': ({ office, entitled }, names) =>
    entitled.length === 0
      ? '此笔登记不能撤销：本办法未规定办理机构。'
      : `此笔登记应由${entitled.map(names.office).join('、')}撤销，${names.office(office)}不能撤销。`,
  'too-late-to-reverse': ({ kind, id, on, due, entitled }, names) => {
    const who =
      entitled.length === 0 ? '不能再撤销' : `办理的，应由${entitled.map(names.office).join('、')}撤销`;
    return `${entryNamed(kind, id, names)}所属年度的反馈已于 ${due} 截止，${on} ${who}。`;
  },
  'before-its-entry': ({ kind, id, on, entryOn }, names) =>
    `${on} 早于${entryNamed(kind, id, names)}的日期 ${entryOn}。`,
  'stands-under-others': ({ kind, id, others }, names) => {
    const named = others.map((one) => `${underItem(one.item, names)}${entryNamed(one.kind, one.id, names)}`);
    return `须先撤销${firstOf(named, '、', '等')}，方可撤销${entryNamed(kind, id, names)}。`;
  },
  'no-report-in': ({ on, window }, names) =>
    `${names.window(window)}尚未报到，${on} 不能记分；报到后方可记分。`,
} satisfies Partial<WordPack['refusals']>;

/** Those that come after them. */
const AFTER_PROGRAMME = {
  'catalogue-for-others': ({ title, roleTitle, roleTitles }, names) =>
    `参考目录中的“${names.text(title)}”不适用于${names.text(roleTitle)}，只适用于${roleTitles.map(names.text).join('、')}。`,
  'unknown-catalogue-entry': ({ catalogue }) => `参考目录中没有“${clip(catalogue)}”。`,
  'already-reported-in': ({ on, last, again }) =>
    `${on} 不能再次报到：已于 ${last} 报到${again === undefined ? '' : `，自 ${again} 起可再报到`}。`,
  'matter-under-another-item': ({ matterId, title, on, points }, names) =>
    `事项“${clip(matterId)}”已于 ${on} 在“${names.text(title)}”下记 ${written(points)} 分；同一事项只按一个计分项记分。`,
  'once-per-period': ({ title, postId, window }, names) =>
    `岗位或项目“${clip(postId)}”的“${names.text(title)}”在${names.window(window)}内只记一次。`,
  'post-not-claimed': ({ postId, on, releasedOn }) =>
    releasedOn === undefined
      ? `截至 ${on} 尚未认领岗位或项目“${clip(postId)}”，不能按该岗位发挥作用记分。`
      : `岗位或项目“${clip(postId)}”已于 ${releasedOn} 退岗，${on} 不在岗。`,
  'condition-not-met': (facts, names) => {
    const { title, itemTitle, sending, counts, unit, each, measured, on, through = on, window } = facts;
    const other = sending ? '积分转出' : '兑换';
    const of = itemTitle === undefined ? other : `“${names.text(itemTitle)}”`;
    const whom = each === undefined ? '' : '该成员';
    const amount = (of: number): string => counted(counts, of, unit, names);
    const when = counts === 'balance' ? `${through} ` : `${names.window(window)}截至 ${through} `;
    const needed = `${of}须符合“${names.text(title)}”：${when}${whom}${MEASURES_COUNTED[counts]}`;
    return facts.maximum === undefined
      ? `${needed}不少于 ${amount(facts.minimum)}，现为 ${amount(measured)}，还差 ${amount(facts.missing)}。`
      : `${needed}不超过 ${amount(facts.maximum)}，现为 ${amount(measured)}，超出 ${amount(facts.above)}。`;
  },
  'matter-used-up': ({ title, matterId, held, maximum }, names) =>
    `事项“${clip(matterId)}”在“${names.text(title)}”下已记 ${written(held)} 分，同一事项合计不超过 ${maximum} 分，剩余额度不足。`,
  'wrong-measure': ({ title, measure, field }, names) =>
    `“${names.text(title)}”${MEASURES[measure]}：“${placeOf(field, FIELDS).field}”与此不符或缺少。`,
  'unknown-difficulty': ({ difficulty, title, known }, names) =>
    `该账户的“${names.text(title)}”没有“${clip(names.difficulty(difficulty))}”这一难度；有：${known.map(names.difficulty).join('、')}。`,
  'limit-reached': ({ title, scored, limit }, names) => {
    const { counts, used, unit, resetsOn } = limit;
    // What is held has no window.
    const resets = counts === 'balance' ? '' : limitResets(resetsOn);
    const what = scored < 0 ? `应扣 ${written(-scored)} 分` : `可得 ${written(scored)} 分`;
    return `“${names.text(title)}”${what}，但${limitWords(limit, names)}，此前已用 ${counted(counts, used, unit, names)}，剩余额度不足。${resets}`;
  },
  'no-handbook': () => '没有积分手册，无法兑换。',
  'wrong-handbook': ({ at, communityId, own }) =>
    at === undefined
      ? `所用手册属于社区“${clip(communityId)}”，账户属于“${clip(own)}”。`
      : `所用手册属于社区“${clip(communityId)}”，兑换地为“${clip(at)}”。`,
  'handbook-not-published': ({ on, published }) => `手册自 ${published} 起施行，${on} 尚不能使用。`,
  'handbook-not-filed': ({ on, due }) => `手册应不迟于 ${due}（含当日）备案；${on} 尚未备案，不能兑换。`,
  'not-an-opening-day': ({ on, openings }) => {
    const days = openings.map(({ from, to }) => `${from}–${to}`).join('、');
    return `${on} 不在兑换开放日内（${days}）。`;
  },
  'already-redeemed': ({ period, on, visits, again }, names) => {
    // A period of a number of months begins with the redemption itself.
    if (period.length === on.length) {
      return `距上次兑换（${on}）未满规定期限${again === undefined ? '' : `，自 ${again} 起可兑换`}。`;
    }
    const next = again === undefined ? '' : `；自 ${again} 起可再兑换`;
    return `本期（${names.window(period)}）已于 ${on} 兑换，每期 ${visits} 次${next}。`;
  },
  'proxy-not-allowed': ({ collectedBy }) => `不能由“${clip(collectedBy)}”代为兑换，须由本人办理。`,
  'unknown-reward': ({ rewardId }) => `手册中没有“${clip(rewardId)}”。`,
  'honours-not-given': ({ title }, names) => `“${names.text(title)}”为荣誉，本办法不设荣誉。`,
  'consent-missing': ({ title, on, consent }, names) =>
    `“${names.text(title)}”须按规定征得同意：截至 ${on} ${consent === undefined ? '没有同意记录' : `尚未同意（同意日期为 ${consent}）`}。`,
  'consent-ended': ({ title, on, consent, until }, names) =>
    `“${names.text(title)}”须按规定征得同意：${consent} 的同意有效期至 ${until}（含当日），${on} 已过期，须重新征得同意。`,
  'out-of-stock': ({ title, quantity, stock }, names) =>
    `“${names.text(title)}”库存 ${stock} 件，本次申请 ${quantity} 件，库存不足。`,
  'reward-limit-reached': ({ title, quantity, used, maximum, window, again }, names) => {
    const next = again === undefined ? '' : `自 ${again} 起可再兑换。`;
    const within = window === undefined ? '每次兑换' : during(window, names);
    return `“${names.text(title)}”${within}限 ${maximum} 件，已兑换 ${used} 件，本次申请 ${quantity} 件，超出限量。${next}`;
  },
  'redemption-limit-reached': ({ title, counts, asked, used, maximum, window, again }, names) => {
    const next = again === undefined ? '' : `自 ${again} 起可再兑换。`;
    const unit = { redeemed: ' 分', visits: ' 次', rewards: ' 件', lines: ' 项' }[counts];
    const within = window === undefined ? '每次兑换' : during(window, names);
    const before = window === undefined && used === 0 ? '' : `已用 ${used}${unit}，`;
    return `“${names.text(title)}”${within}限 ${maximum}${unit}，${before}本次 ${asked}${unit}，超出上限。${next}`;
  },
  'transfer-limit-reached': ({ title, counts, asked, used, maximum, window, again }, names) => {
    const next = again === undefined ? '' : `自 ${again} 起可再转出。`;
    const unit = { sent: ' 分', transfers: ' 次' }[counts];
    return `“${names.text(title)}”${during(window, names)}限转出 ${maximum}${unit}，已转出 ${used}${unit}，本次 ${asked}${unit}，超出上限。${next}`;
  },
  'insufficient-points': ({ price, balance, held, spendableFrom, overdraft, lapsed, lapsedOn }) => {
    const all = held === undefined || balance < 0 ? '' : `持有积分 ${held} 分，其中当日`;
    const owed = overdraft === undefined ? '' : `，最多可透支 ${overdraft} 分`;
    const short =
      balance < 0 && overdraft === undefined
        ? `可兑换积分为 ${written(balance)} 分，须先补足（需 ${price} 分）。`
        : `需 ${price} 分，${all}可兑换积分${overdraft === undefined ? '只有' : '为'} ${written(balance)} 分${owed}。`;
    const later = spendableFrom === undefined ? '' : `自 ${spendableFrom} 起可兑换更多。`;
    const gone =
      lapsed === undefined ? '' : `另有 ${lapsed} 分未兑换，已到期失效（最近一次为 ${lapsedOn}）。`;
    return `${short}${later}${gone}`;
  },
  'more-than-matter-holds': ({ matterId, item, points, holds }, names) =>
    `${underItem(item, names)}事项“${clip(matterId)}”现记 ${written(holds)} 分，不能核减 ${-points} 分。`,
  'above-item-maximum': ({ title, matterId, holds, points, maximum }, names) =>
    `“${clip(matterId)}”现记 ${holds} 分，再核增 ${points} 分将超过“${names.text(title)}”最高的 ${maximum} 分。`,
  'below-zero': ({ figure, before, points, overdraft = 0 }, names) =>
    `${names.figure(figure)}现为 ${written(before)} 分，再减 ${-points} 分将低于 ${written(0 - overdraft)}。`,
  'out-of-range': ({ figure, before, points }, names) =>
    `${names.figure(figure)}现为 ${written(before)} 分，加上 ${written(points)} 分将超出可精确表示的范围。`,
} satisfies Partial<WordPack['refusals']>;

/** The refusals, in their documented order. */
export const REFUSALS: WordPack['refusals'] = /* @__PURE__ */ merged(
  BEFORE_PROGRAMME,
  PROGRAMME,
  AFTER_PROGRAMME,
);

/** The warnings. */
export const WARNINGS: WordPack['warnings'] = {
  'correction-above-item': ({ title, matterId, holds, points, maximum }, names) =>
    `“${clip(matterId)}”现记 ${holds} 分，核增 ${points} 分后超过“${names.text(title)}”最高的 ${maximum} 分，请核对。`,
  'handbook-overdue': ({ on, due, filed }) =>
    `积分手册应不迟于 ${due}（含当日）备案，${filed === undefined ? `至 ${on} 尚未备案` : `实际于 ${filed} 备案`}。`,
  'handbook-old': ({ on, published, due }) =>
    `积分手册于 ${published} 公布，应不迟于 ${due}（含当日）更新，至 ${on} 尚未更新。`,
  'consent-old': ({ title, on, consent, due }, names) =>
    `“${names.text(title)}”的同意日期为 ${consent}，应不迟于 ${due}（含当日）重新征得同意，至 ${on} 尚未重新征得。`,
};
