import type { LimitApplied } from '../../account/events/event.js';
import { clip, written } from '../../values/text.js';
import type { ContinuedAccount, WordPack } from '../pack.js';
import { itemNamed } from '../shown.js';
import { clauseWords } from './clause.js';
import { counted, entryNamed, limitResets, limitWords } from './refusals.js';

/** `+2`, `−1`, `0`: points with their sign. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : written(points);
}

/** What a limit leaves for an entry; another limit may leave less. */
function leftFor(points: number): string {
  return points > 0 ? `本次至多记 ${points} 分` : '本次不再记分';
}

/** What a limit leaves of an entry. */
function leftUnder({ counts, maximum, used, took }: LimitApplied): string {
  if (counts === 'points') return leftFor(maximum - used);
  if (counts === 'entries') return leftFor(0);
  return `因此少${counts === 'deductions' ? '扣' : '记'} ${took} 分`;
}

const ROUNDED = { up: '（不足的按一次计）', down: '（不足的不计）', nearest: '（四舍五入）' } as const;

const CAPACITIES = { service: '岗位发挥作用', attendance: '参加活动' } as const;

/** `3 小时`, or `3` where there is no unit. */
function amount(quantity: number, unit: string | undefined): string {
  return unit === undefined ? String(quantity) : `${quantity} ${unit}`;
}

/** An amount before Chinese words: figures and Latin letters stand off by a space. */
function amountBefore(quantity: number, unit: string | undefined): string {
  const said = amount(quantity, unit);
  return /[!-~]$/.test(said) ? `${said} ` : said;
}

/** What was handed on, by figures; what is 0 is left out. */
function handedOn({ earned, corrected, transferred, redeemed, posts }: ContinuedAccount): string {
  const parts = [
    ...(earned === 0 ? [] : [`所得积分 ${written(earned)} 分`]),
    ...(corrected === 0 ? [] : [`更正 ${signed(corrected)} 分`]),
    ...(transferred === 0 ? [] : [`转入转出相抵 ${signed(transferred)} 分`]),
    ...(redeemed === 0 ? [] : [`已兑换 ${redeemed} 分`]),
    ...(posts === 0 ? [] : [`在岗岗位或项目 ${posts} 个`]),
  ];
  return parts.length === 0 ? '没有移交的积分。' : `移交${parts.join('、')}，均按原日期计入本账户。`;
}

/** An account by its title; rules that give it none call it after the role, which says nothing more. */
function accountCalled(title: string, role: string): string {
  return title === role ? '账户' : title;
}

/** The sentences of events. */
export const EVENTS: WordPack['events'] = {
  heading: ({ on, clause, what, points }, names) =>
    `${on} ${what}（${clauseWords(clause, names)}）${points === undefined ? '' : `：${signed(points)} 分`}。`,
  what: {
    AccountOpened: ({ roleTitle, accountTitle }, names) =>
      `${names.text(roleTitle)}开设${accountCalled(names.text(accountTitle), names.text(roleTitle))}`,
    PostClaimed: ({ title, postId }, names) => `${names.text(title)}“${clip(postId)}”`,
    ActivityCredited: ({ entry, title, matterId }, names) =>
      entry === 'registration' ? names.text(title) : `${names.text(title)}“${clip(matterId)}”`,
    PostReleased: ({ postId }) => `退岗：“${clip(postId)}”`,
    EntryVerified: ({ title, verifies: { kind, id } }, names) =>
      `核定：${names.text(title)}${kind === 'report-in' ? '' : `“${clip(id)}”`}`,
    PointsRedeemed: ({ period }, names) => `兑换（${names.window(period)}）`,
    ScoreCorrected: () => '更正积分',
    EntryReversed: ({ entry: { kind, id }, entryIs, lines }, names) => {
      const did = entryIs === 'out' ? '撤销' : '恢复';
      return `${lines === undefined ? '' : '部分'}${did}：${entryNamed(kind, id, names)}`;
    },
    PointsSent: ({ to }) => `积分转出至账户“${clip(to)}”`,
    PointsReceived: ({ from }) => `积分由账户“${clip(from)}”转入`,
    AccountBarred: ({ title }, names) => `限制资格：${names.text(title)}`,
    AccountClosed: ({ reasonTitle }, names) => `注销账户：${names.text(reasonTitle)}`,
  },
  recordedOn: (day) => `该笔于 ${day} 补记。`,
  reportsIn: (counts) => (counts ? '开户即计为报到。' : '开户不计为报到。'),
  continues: (closed) =>
    `接续账户“${clip(closed.accountId)}”（社区“${clip(closed.communityId)}”，${closed.closedOn} 注销），${handedOn(closed)}`,
  otherAccount: ({ accountId, communityId }) =>
    `本人在社区“${clip(communityId)}”另有账户“${clip(accountId)}”尚未注销。`,
  member: (memberId) => `参加人：家庭成员“${clip(memberId)}”。`,
  servedIn: (postId) => `按所认领的岗位或项目“${clip(postId)}”发挥作用。`,
  measures: {
    fixed: (scored) => `固定记 ${written(scored)} 分。`,
    difficulty: ({ difficulty, scored }) => `按“${difficulty}”记 ${written(scored)} 分。`,
    quantity: ({ quantity, unit, scored }) => `数量 ${amount(quantity, unit)}，记 ${written(scored)} 分。`,
    quantityByRule: ({ quantity, rule, scored, rounded }, names) => {
      const { unitTitle, each, points, rounding, maximum = quantity } = rule;
      const unit = names.text(unitTitle);
      const cut = quantity > maximum ? `，至多计 ${maximum} ${unit}` : '';
      const round = rounded ? ROUNDED[rounding] : '';
      return `${quantity} ${unit}${cut}：每 ${amountBefore(each, unit)}记 ${written(points)} 分${round}，记 ${written(scored)} 分。`;
    },
    quantityByBand: ({ quantity, rule, band, scored, rounded }, names) => {
      const { unitTitle, maximum = quantity, rounding = 'down' } = rule;
      const unit = names.text(unitTitle);
      const cut = quantity > maximum ? `，至多计 ${maximum} ${unit}` : '';
      const counted = `${quantity} ${unit}${cut}`;
      if (band === undefined) return `${counted}：不足 ${rule.bands[0]?.from} ${unit}，不记分。`;
      const { each, from, points } = band;
      if (each === undefined) return `${counted}：满 ${amountBefore(from, unit)}记 ${written(points)} 分。`;
      const round = rounded ? ROUNDED[rounding] : '';
      return `${counted}：满 ${from} ${unit}，每 ${amountBefore(each, unit)}记 ${written(points)} 分${round}，记 ${written(scored)} 分。`;
    },
    addedUp: ({ quantity, unit, window, before, sum, scored }, names) =>
      `${amount(quantity, unit)}，与${names.window(window)}此前的 ${amountBefore(before, unit)}累计为 ${amount(sum, unit)}，本次新增 ${written(scored)} 分。`,
    lowers: (quantity, unit) => `从累计数量中减去 ${amount(quantity, unit)}。`,
    takesAll: (taken) => `扣除当日所有积分，共 ${taken} 分。`,
    factor: ({ title, times, points, clause, rounded }, names) =>
      `“${names.text(title)}”（${clauseWords(clause, names)}）按 ${times} 倍计${rounded ? '（尾数不计）' : ''}，记 ${written(points)} 分。`,
  },
  stoppedAtZero: (taken) => `积分扣至 0 为止，实扣 ${taken} 分。`,
  matter: ({ held, maximum, took, clause }, names) => {
    const cited = clauseWords(clause, names);
    const together = `同一事项合计不超过 ${maximum} 分（${cited}），另一笔已记 ${written(held)} 分`;
    return `${together}，${took === 0 ? '未超限' : leftFor(maximum - held)}。`;
  },
  highest: ({ held, took, clause }, names) => {
    const highest = `同一事项只计最高的一项（${clauseWords(clause, names)}），其他项目已记 ${written(held)} 分`;
    return took === 0 ? `${highest}，未减分。` : `${highest}，因此少记 ${took} 分。`;
  },
  barsOn: ({ title, clause }, names) =>
    `该笔同时构成限制事由“${names.text(title)}”（${clauseWords(clause, names)}）。`,
  limit: (limit, names) => {
    const { took, counts, unit, usedBy = [], clause } = limit;
    const used = counted(counts, limit.used, unit, names);
    const had = counts === 'balance' ? `此前持有 ${used}` : `此前已用 ${used}`;
    if (took === 0) return `${limitWords(limit, names)}，${had}，未超限。`;
    const by = usedBy.map(({ id, on, points }) =>
      counts === 'quantity' ? `“${clip(id)}”（${on}）` : `“${clip(id)}”（${on}）已记 ${written(points)} 分`,
    );
    const entries = by.join('、');
    const before = by.length === 0 ? had : counts === 'quantity' ? `${had}：${entries}` : `此前${entries}`;
    return `${limitWords(limit, names)}（${clauseWords(clause, names)}）；${before}，${leftUnder(limit)}。`;
  },
  limitResets,
  claimStands: '认领有效，岗位保留，只是本次认领不记分。',
  pending: (points) => `待核定，核定前不计分；按目前情况可记 ${written(points)} 分。`,
  verified: (entryOn) => `该笔日期为 ${entryOn}，按该日期计入。`,
  released: (claimedOn) =>
    `该岗位或项目于 ${claimedOn} 认领；自退岗之日起不再按该岗位发挥作用记分，已记积分保留。`,
  redeemedAt: (communityId) => `在社区“${clip(communityId)}”兑换。`,
  collectedBy: (person) => `代领人：“${clip(person)}”。`,
  reward: ({ title, kind, quantity, price, points, consent }, names) =>
    `${names.text(title)} × ${quantity}，${kind === 'honour' ? '荣誉，不需积分' : `每份 ${price} 分，计 ${points} 分`}${consent === undefined ? '' : `（${consent} 同意）`}。`,
  reduced: ({ before, after }) =>
    `兑换前可兑换 ${written(before)} 分，兑换后 ${written(after)} 分；已兑换的积分仍计入考核。`,
  notReduced: (balance) => `该账户兑换后不核减，可兑换积分仍为 ${written(balance)} 分。`,
  handbook: (version, missed) =>
    missed === undefined
      ? `依据积分手册 ${clip(version)}。`
      : `依据积分手册 ${clip(version)}（应不迟于 ${missed}（含当日）备案，未按期）。`,
  reason: (reason) => `原因：${reason}。`,
  corrects: ({ id, item, on, points }, names) =>
    `所更正事项：“${clip(id)}”（${[...itemNamed(item, names), on].join('，')}，当时记 ${written(points)} 分）。`,
  correctionCut: (requested) => `原拟更正 ${written(requested)} 分，扣至 0 为止。`,
  countsOn: (day) => `计入 ${day} 所在年度。`,
  freesRoom: '所减积分恢复相应上限的可用额度。',
  bothFigures: '考核积分与可兑换积分同时变动。',
  reversal: {
    entry: ({ item, capacity, on, entryIs }, names) => {
      const of = [...itemNamed(item, names), ...(capacity === undefined ? [] : [CAPACITIES[capacity]]), on];
      return `该笔（${of.join('，')}）${entryIs === 'out' ? '自本次撤销起视同未登记' : '自此恢复有效'}。`;
    },
    lines: ({ lines, entryIs }, names) => {
      const parts = lines
        .map(({ rewardId, quantity }) => `“${names.reward(rewardId)}” × ${quantity}`)
        .join('、');
      return `${entryIs === 'out' ? '退回' : '恢复兑换'}：${parts}。`;
    },
    undoes: (reversalId) => `原撤销“${clip(reversalId)}”不再有效。`,
    figures: (assessment, balance) => {
      if (balance === 0 && assessment === 0) return '考核积分与可兑换积分均无变动。';
      if (assessment === 0) return '只变动可兑换积分，考核积分不变。';
      return `考核积分变动 ${signed(assessment)} 分，可兑换积分变动 ${signed(balance)} 分。`;
    },
  },
  transfer: {
    sent: ({ before, after }) =>
      `转出前可兑换 ${written(before)} 分，转出后 ${written(after)} 分；已转出的积分仍计入考核。`,
    received: (sentOn) => `对方于 ${sentOn} 转出；转入的积分只增加可兑换积分，不计入考核。`,
  },
  barred: ({ bars, from, until }, names) => {
    const to = until === undefined ? '（未定截止日期）' : `至 ${until}（含当日）`;
    return `自 ${from} 起${to}，不得${bars.map(names.barred).join('、')}。`;
  },
  closing: {
    forfeits: (balance) =>
      balance > 0
        ? `可兑换积分 ${balance} 分予以清零。`
        : `可兑换积分为 ${written(balance)} 分，无积分可移交。`,
    handsOn: (balance) =>
      `可兑换积分 ${written(balance)} 分及已用限额、当期兑换次数、在岗岗位一并移交接续账户。`,
    goesOnIn: (accountId) => `持有人此后使用账户“${clip(accountId)}”。`,
    stays: '该账户不再办理登记，原有记录保留。',
  },
  readings: (readings) =>
    `所依据的解释口径：${readings
      .map(
        ({ question, title, ruled }) =>
          `${question === undefined ? '' : `${question}——`}“${title}”${ruled === undefined ? '' : `（${ruled.by}于 ${ruled.on} 解释）`}`,
      )
      .join('；')}。`,
};
