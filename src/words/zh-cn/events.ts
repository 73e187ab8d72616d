import { clip, written } from '../../values/text.js';
import type { WordPack } from '../pack.js';
import { limitWords } from './refusals.js';

/** `+2`, `−1`, `0`: points with their sign. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : written(points);
}

const ROUNDED = { up: '（不足的按一次计）', down: '（不足的不计）', nearest: '（四舍五入）' } as const;

/** The sentences of events. */
export const EVENTS: WordPack['events'] = {
  heading: ({ on, clause, what, points }) => `${on} ${what}（条款 ${clause}）：${signed(points)} 分。`,
  what: {
    AccountOpened: ({ roleTitle, accountTitle }, names) =>
      `${names.text(roleTitle)}开设${names.text(accountTitle)}`,
    PostClaimed: ({ title, postId }, names) => `${names.text(title)}“${clip(postId)}”`,
    ActivityCredited: ({ entry, title, matterId }, names) =>
      entry === 'registration' ? names.text(title) : `${names.text(title)}“${clip(matterId)}”`,
    PointsRedeemed: ({ period }, names) => `兑换（${names.window(period)}）`,
    ScoreCorrected: () => '更正积分',
  },
  reportsIn: (counts) => (counts ? '开户即计为报到。' : '开户不计为报到。'),
  servedIn: (postId) => `履行所认领的“${clip(postId)}”。`,
  measures: {
    fixed: (scored) => `固定记 ${written(scored)} 分。`,
    difficulty: ({ difficulty, scored }) => `按“${difficulty}”记 ${written(scored)} 分。`,
    quantity: ({ quantity, unit, scored }) =>
      `数量 ${quantity}${unit === undefined ? '' : `（${unit}）`}，记 ${written(scored)} 分。`,
    quantityByRule: ({ quantity, rule, scored, rounded }, names) => {
      const { unitTitle, each, points, rounding, maximum = quantity } = rule;
      const cut = quantity > maximum ? `，至多计 ${maximum}` : '';
      const round = rounded ? ROUNDED[rounding] : '';
      return `${quantity} ${names.text(unitTitle)}${cut}：每 ${each} 记 ${written(points)} 分${round}，记 ${written(scored)} 分。`;
    },
  },
  stoppedAtZero: (taken) => `积分扣至 0 为止，实扣 ${taken} 分。`,
  limit: (limit, names) => {
    const { took, used, counts, usedBy = [], clause } = limit;
    const unit = counts === 'points' ? '分' : '次';
    if (took === 0) return `${limitWords(limit, names)}，此前已用 ${used} ${unit}，未超限。`;
    const by = usedBy.map(({ id, on, points }) => `“${clip(id)}”（${on}）已记 ${points} 分`).join('、');
    return `${limitWords(limit, names)}（条款 ${clause}）；此前${by === '' ? `已用 ${used} ${unit}` : by}，因此少记 ${took} 分。`;
  },
  limitResets: (on) => (on === undefined ? '该上限为终身累计。' : `此上限于 ${on} 重置。`),
  claimStands: '认领有效，岗位照常履行，只是不再计分。',
  reward: ({ title, quantity, price, points, consent }, names) =>
    `${names.text(title)} × ${quantity}，每份 ${price} 分，计 ${points} 分${consent === undefined ? '' : `（${consent} 会议同意）`}。`,
  reduced: ({ before, after }) =>
    `兑换前可兑换 ${written(before)} 分，兑换后 ${written(after)} 分；已兑换的积分仍计入考核。`,
  notReduced: (balance) => `该账户兑换后不核减，可兑换积分仍为 ${written(balance)} 分。`,
  handbook: (version, missed) =>
    missed === undefined
      ? `依据积分手册 ${clip(version)}。`
      : `依据积分手册 ${clip(version)}（应不迟于 ${missed}（含当日）备案，未按期）。`,
  reason: (reason) => `原因：${reason}。`,
  corrects: ({ id, item, on, points }, names) =>
    `所更正事项：“${clip(id)}”（${names.item(item)}，${on}，当时记 ${written(points)} 分）。`,
  correctionCut: (requested) => `原拟更正 ${written(requested)} 分，至 0 为止。`,
  countsOn: (day) => `计入 ${day} 所在年度。`,
  freesRoom: '所减积分恢复相应上限的可用额度。',
  bothFigures: '考核积分与可兑换积分同时变动。',
  readings: (readings) => `所依据的解释口径：${readings.map((reading) => `“${reading}”`).join('、')}。`,
};
