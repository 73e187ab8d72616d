import { clip, written } from '../../values/text.js';
import type { ContinuedAccount, WordPack } from '../pack.js';
import { itemNamed } from '../shown.js';
import { entryNamed, limitResets, limitWords } from './refusals.js';

/** `+2`, `−1`, `0`: points with their sign. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : written(points);
}

const ROUNDED = { up: '（端数切り上げ）', down: '（端数切り捨て）', nearest: '（四捨五入）' } as const;

const CAPACITIES = { service: '担当としての活動', attendance: '参加' } as const;

/** What was handed on, by figures; what is 0 is left out. */
function handedOn({ earned, corrected, transferred, redeemed, posts }: ContinuedAccount): string {
  const parts = [
    ...(earned === 0 ? [] : [`獲得${written(earned)}ポイント`]),
    ...(corrected === 0 ? [] : [`訂正${signed(corrected)}ポイント`]),
    ...(transferred === 0 ? [] : [`送付と受け取りの差し引き${signed(transferred)}ポイント`]),
    ...(redeemed === 0 ? [] : [`交換済み${redeemed}ポイント`]),
    ...(posts === 0 ? [] : [`担当${posts}件`]),
  ];
  return parts.length === 0 ? 'ポイントはありません。' : `${parts.join('、')}。どれも元の日付で数えます。`;
}

/** An account by its title; rules that give it none call it after the role, which says nothing more. */
function accountCalled(title: string, role: string): string {
  return title === role ? '口座' : title;
}

/** The sentences of events. */
export const EVENTS: WordPack['events'] = {
  heading: ({ on, clause, what, points }) =>
    `${on} ${what}（条項 ${clause}）${points === undefined ? '' : `：${signed(points)}ポイント`}。`,
  what: {
    AccountOpened: ({ roleTitle, accountTitle }, names) =>
      `${accountCalled(names.text(accountTitle), names.text(roleTitle))}の開設（${names.text(roleTitle)}）`,
    PostClaimed: ({ title, postId }, names) => `${names.text(title)}「${clip(postId)}」`,
    ActivityCredited: ({ entry, title, matterId }, names) =>
      entry === 'registration' ? names.text(title) : `${names.text(title)}「${clip(matterId)}」`,
    PostReleased: ({ postId }) => `担当「${clip(postId)}」の返上`,
    EntryVerified: ({ title, verifies: { kind, id } }, names) =>
      `${names.text(title)}${kind === 'report-in' ? '' : `「${clip(id)}」`}の確認`,
    PointsRedeemed: ({ period }, names) => `交換（${names.window(period)}）`,
    ScoreCorrected: () => 'ポイントの訂正',
    EntryReversed: ({ entry: { kind, id }, entryIs, lines }, names) => {
      const did = entryIs === 'out' ? '取り消し' : '復活';
      return `${entryNamed(kind, id, names)}の${lines === undefined ? '' : '一部の'}${did}`;
    },
    PointsSent: ({ to }) => `口座「${clip(to)}」へのポイントの送付`,
    PointsReceived: ({ from }) => `口座「${clip(from)}」からのポイントの受け取り`,
    AccountBarred: ({ title }, names) => `利用の制限：${names.text(title)}`,
    AccountClosed: ({ reasonTitle }, names) => `口座の閉鎖：${names.text(reasonTitle)}`,
  },
  recordedOn: (day) => `${day} に記帳されました。`,
  reportsIn: (counts) => (counts ? '口座の開設が参加登録を兼ねます。' : '口座の開設は参加登録を兼ねません。'),
  continues: (closed) =>
    `口座「${clip(closed.accountId)}」（地域「${clip(closed.communityId)}」、${closed.closedOn} 閉鎖）を引き継ぎます：${handedOn(closed)}`,
  otherAccount: ({ accountId, communityId }) =>
    `同じ人の口座「${clip(accountId)}」が地域「${clip(communityId)}」にあります。`,
  member: (memberId) => `家族の「${clip(memberId)}」の分です。`,
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
    quantityByBand: ({ quantity, rule, band, scored, rounded }, names) => {
      const { unitTitle, maximum = quantity, rounding = 'down' } = rule;
      const cut = quantity > maximum ? `、うち対象は${maximum}まで` : '';
      const counted = `${quantity}（${names.text(unitTitle)}）${cut}`;
      if (band === undefined) return `${counted}：${rule.bands[0]?.from}未満なので、0ポイントです。`;
      const { each, from, points } = band;
      if (each === undefined) return `${counted}：${from}以上で${written(points)}ポイントです。`;
      const round = rounded ? ROUNDED[rounding] : '';
      return `${counted}：${from}以上では${each}につき${written(points)}ポイント${round}で、${written(scored)}ポイントです。`;
    },
    addedUp: ({ quantity, unit = '', window, before, sum, scored }, names) =>
      `${quantity}（${unit}）を${names.window(window)}のこれまでの${before}に加えて${sum}になり、${written(scored)}ポイント増えます。`,
    lowers: (quantity, unit = '') => `累計から${quantity}（${unit}）を差し引きます。`,
    takesAll: (taken) => `その日に持っていたポイントをすべて、${taken}ポイント差し引きます。`,
    factor: ({ title, times, points, clause, rounded }, names) =>
      `「${names.text(title)}」（条項 ${clause}）により${times}倍${rounded ? ROUNDED.down : ''}で、${written(points)}ポイントです。`,
  },
  stoppedAtZero: (taken) => `残高が0になるところまでなので、引かれるのは${taken}ポイントです。`,
  matter: ({ held, maximum, took, clause }) => {
    const together = `同じ案件は合わせて${maximum}ポイントまで（条項 ${clause}）で、もう一件が${written(held)}ポイントです`;
    return took === 0
      ? `${together}。今回は上限内です。`
      : `${together}。そのため、${took}ポイント減ります。`;
  },
  highest: ({ held, took, clause }) => {
    const highest = `同じ案件は最も高い一件だけを数え（条項 ${clause}）、ほかの項目で${written(held)}ポイントになっています`;
    return took === 0 ? `${highest}。今回は減りません。` : `${highest}。そのため、${took}ポイント減ります。`;
  },
  barsOn: ({ title, clause }, names) =>
    `この記録は制限の事由「${names.text(title)}」（条項 ${clause}）に当たります。`,
  limit: (limit, names) => {
    const { counts, took, used, usedBy = [], clause } = limit;
    const had = `${counts === 'balance' ? '保有' : '使用済み'}は${written(used)}`;
    if (took === 0) return `${limitWords(limit, names)}で、${had}です。今回は上限内です。`;
    const by = usedBy
      .map(({ id, on, points }) =>
        counts === 'quantity' ? `「${clip(id)}」${on}` : `「${clip(id)}」${on} ${written(points)}ポイント`,
      )
      .join('、');
    return `${limitWords(limit, names)}（条項 ${clause}）で、${had}${by === '' ? '' : `（${by}）`}のため、${counts === 'deductions' ? `減点が${took}ポイント少なくなります` : `${took}ポイント減ります`}。`;
  },
  limitResets,
  claimStands: '引き受けは有効で、担当は続きます。ポイントだけが付きません。',
  pending: (points) =>
    `確認待ちで、確認されるまではどこにも数えません。今のところ${written(points)}ポイントになります。`,
  verified: (entryOn) => `${entryOn} の登録で、その日付で数えます。`,
  released: (claimedOn) =>
    `${claimedOn} に引き受けた担当です。これより後は担当としての活動になりません。付いたポイントは残ります。`,
  redeemedAt: (communityId) => `交換した地域は「${clip(communityId)}」です。`,
  collectedBy: (person) => `受け取ったのは「${clip(person)}」です。`,
  reward: ({ title, kind, quantity, price, points, consent }, names) =>
    `${names.text(title)} × ${quantity}、${kind === 'honour' ? 'ポイント不要' : `一つ${price}ポイントで計${points}ポイント`}${consent === undefined ? '' : `（${consent} 同意）`}。`,
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
    `訂正の対象：「${clip(id)}」（${[...itemNamed(item, names), on].join('、')}、当時${written(points)}ポイント）。`,
  correctionCut: (requested) =>
    `求められた訂正は${written(requested)}ポイントでしたが、残高が0になるところまでです。`,
  countsOn: (day) => `${day} の年度に数えます。`,
  freesRoom: '減ったポイントの分、項目の上限に空きができます。',
  bothFigures: '評価ポイントと交換可能ポイントがともに変わります。',
  reversal: {
    entry: ({ item, capacity, on, entryIs }, names) => {
      const of = [...itemNamed(item, names), ...(capacity === undefined ? [] : [CAPACITIES[capacity]]), on];
      const is = entryIs === 'out' ? '今後は初めからなかったものとして扱います' : '今後は再び有効です';
      return `この登録（${of.join('、')}）は、${is}。`;
    },
    lines: ({ lines, entryIs }, names) => {
      const parts = lines
        .map(({ rewardId, quantity }) => `「${names.reward(rewardId)}」 × ${quantity}`)
        .join('、');
      return `${entryIs === 'out' ? '返品' : '再び交換'}：${parts}。`;
    },
    undoes: (reversalId) => `取り消し「${clip(reversalId)}」は効力を失います。`,
    figures: (assessment, balance) => {
      if (balance === 0 && assessment === 0) return '評価ポイントと交換可能ポイントは変わりません。';
      if (assessment === 0) return '変わるのは交換可能ポイントだけで、評価ポイントは変わりません。';
      return `評価ポイントは${signed(assessment)}、交換可能ポイントは${signed(balance)}変わります。`;
    },
  },
  transfer: {
    sent: ({ before, after }) =>
      `交換可能ポイントは${written(before)}から${written(after)}になりました。送ったポイントも評価には残ります。`,
    received: (sentOn) => `${sentOn} に送られました。交換可能ポイントだけが増え、評価には数えません。`,
  },
  barred: ({ bars, from, until }, names) => {
    const to = until === undefined ? '（期限の定めなし）' : ` ${until} まで`;
    return `${from} から${to}、${bars.map(names.barred).join('、')}の対象になりません。`;
  },
  closing: {
    forfeits: (balance) =>
      balance > 0
        ? `交換可能ポイント${balance}は失効します。`
        : `交換可能ポイントは${written(balance)}で、引き継ぐものはありません。`,
    handsOn: (balance) =>
      `交換可能ポイント${written(balance)}と、上限の使用分、期間の交換回数、担当が引き継がれます。`,
    goesOnIn: (accountId) => `本人は口座「${clip(accountId)}」に移ります。`,
    stays: 'この口座にはこれ以上登録できません。記録は残ります。',
  },
  readings: (readings) =>
    `よりどころとした解釈：${readings
      .map(
        ({ question, title, ruled }) =>
          `${question === undefined ? '' : `${question}――`}「${title}」${ruled === undefined ? '' : `（${ruled.on}、${ruled.by}の解釈）`}`,
      )
      .join('；')}。`,
};
