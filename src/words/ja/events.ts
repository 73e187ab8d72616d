import { clip, written } from '../../values/text.js';
import type { WordPack } from '../pack.js';
import { limitWords } from './refusals.js';

/** `+2`, `−1`, `0`: points with their sign. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : written(points);
}

const ROUNDED = { up: '（端数切り上げ）', down: '（端数切り捨て）', nearest: '（四捨五入）' } as const;

/** The sentences of events. */
export const EVENTS: WordPack['events'] = {
  heading: ({ on, clause, what, points }) => `${on} ${what}（条項 ${clause}）：${signed(points)}ポイント。`,
  what: {
    AccountOpened: ({ roleTitle, accountTitle }, names) =>
      `${names.text(accountTitle)}の開設（${names.text(roleTitle)}）`,
    PostClaimed: ({ title, postId }, names) => `${names.text(title)}「${clip(postId)}」`,
    ActivityCredited: ({ entry, title, matterId }, names) =>
      entry === 'registration' ? names.text(title) : `${names.text(title)}「${clip(matterId)}」`,
    PointsRedeemed: ({ period }, names) => `交換（${names.window(period)}）`,
    ScoreCorrected: () => 'ポイントの訂正',
  },
  reportsIn: (counts) => (counts ? '口座の開設が参加登録を兼ねます。' : '口座の開設は参加登録を兼ねません。'),
  servedIn: (postId) => `引き受けた「${clip(postId)}」としての活動です。`,
  measures: {
    fixed: (scored) => `固定で${written(scored)}ポイントです。`,
    difficulty: ({ difficulty, scored }) => `難易度「${difficulty}」で${written(scored)}ポイントです。`,
    quantity: ({ quantity, unit, scored }) =>
      `数量${quantity}${unit === undefined ? '' : `（${unit}）`}で${written(scored)}ポイントです。`,
    quantityByRule: ({ quantity, rule, scored, rounded }, names) => {
      const { unitTitle, each, points, rounding, maximum = quantity } = rule;
      const cut = quantity > maximum ? `、うち対象は${maximum}まで` : '';
      const round = rounded ? ROUNDED[rounding] : '';
      return `${quantity}（${names.text(unitTitle)}）${cut}：${each}につき${written(points)}ポイント${round}で、${written(scored)}ポイントです。`;
    },
  },
  stoppedAtZero: (taken) => `残高が0になるところまでなので、引かれるのは${taken}ポイントです。`,
  limit: (limit, names) => {
    const { took, used, usedBy = [], clause } = limit;
    if (took === 0) return `${limitWords(limit, names)}で、使用済みは${used}です。今回は上限内です。`;
    const by = usedBy.map(({ id, on, points }) => `「${clip(id)}」${on} ${points}ポイント`).join('、');
    return `${limitWords(limit, names)}（条項 ${clause}）で、使用済みは${used}${by === '' ? '' : `（${by}）`}のため、${took}ポイント減ります。`;
  },
  limitResets: (on) =>
    on === undefined ? 'この上限は口座がある間の累計です。' : `この上限は ${on} に新しくなります。`,
  claimStands: '引き受けは有効で、担当は続きます。ポイントだけが付きません。',
  reward: ({ title, quantity, price, points, consent }, names) =>
    `${names.text(title)} × ${quantity}、一つ${price}ポイントで計${points}ポイント${consent === undefined ? '' : `（${consent} の会議で同意）`}。`,
  reduced: ({ before, after }) =>
    `交換可能ポイントは${written(before)}から${written(after)}になりました。交換したポイントも評価には残ります。`,
  notReduced: (balance) =>
    `この口座は交換しても減りません。交換可能ポイントは${written(balance)}のままです。`,
  handbook: (version, missed) =>
    missed === undefined
      ? `ポイント手帳 ${clip(version)} によります。`
      : `ポイント手帳 ${clip(version)} によります（届け出期限 ${missed} に間に合っていません）。`,
  reason: (reason) => `理由：${reason}。`,
  corrects: ({ id, item, on, points }, names) =>
    `訂正の対象：「${clip(id)}」（${names.item(item)}、${on}、当時${written(points)}ポイント）。`,
  correctionCut: (requested) =>
    `求められた訂正は${written(requested)}ポイントでしたが、残高が0になるところまでです。`,
  countsOn: (day) => `${day} の年度に数えます。`,
  freesRoom: '減ったポイントの分、項目の上限に空きができます。',
  bothFigures: '評価ポイントと交換可能ポイントがともに変わります。',
  readings: (readings) => `よりどころとした解釈：${readings.map((reading) => `「${reading}」`).join('、')}。`,
};
