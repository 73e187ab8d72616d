import type { ReversibleKind } from '../../account/commands/command.js';
import type { FieldProblem, RefusalFacts } from '../../account/decide/refusal.js';
import type { LimitApplied } from '../../account/events/event.js';
import type { Measure } from '../../rules/sentence.js';
import { clip, written } from '../../values/text.js';
import { type FieldNames, placeOf } from '../fields.js';
import { merged } from '../merged.js';
import type { Names, WordPack } from '../pack.js';
import { firstOf } from '../shown.js';
import { PROGRAMME } from './programme.js';

const FIELD_PROBLEMS: { readonly [P in FieldProblem]: string } = {
  'not-an-object': 'オブジェクトで指定してください',
  'unknown-type': '知られていない手続きです',
  missing: '入力されていません',
  'unknown-field': '知られていない項目です',
  'not-an-id': '1〜256文字の見える文字で指定してください',
  'not-a-slug': '小文字の英単語を - でつないだ形で指定してください',
  'not-a-date': '実在する日付（年-月-日）で指定してください',
  'not-a-whole-number': '0以外の整数（数量は正の整数）で指定してください',
  'not-a-quantity': '0より大きく小数第2位までの数量で指定してください',
  'not-a-text': '1〜2000文字の文章で指定してください',
  'not-a-boolean': '「はい」か「いいえ」で指定してください',
  'not-one-of': '選べる値ではありません',
  'not-a-list': '空でない一覧で指定してください',
  'too-many': '多すぎます',
  unreadable: '読み取れません',
};

const FIELDS: FieldNames = {
  command: '手続き全体',
  type: '手続き',
  data: '内容',
  accountId: '口座',
  memberId: '本人',
  role: '区分',
  colour: '口座の色',
  communityId: '地域',
  formComplete: '申込書の記入完了',
  on: '日付',
  by: '取扱窓口',
  office: '取扱窓口',
  recorder: '担当者',
  approvedBy: '承認者',
  postId: '担当',
  kind: '担当の種類',
  item: '項目',
  matterId: '案件',
  difficulty: '難易度',
  quantity: '数量',
  catalogue: '参考目録',
  clause: '条項',
  note: '備考',
  redemptionId: '交換番号',
  lines: '交換内容',
  rewardId: '交換品',
  correctionId: '訂正番号',
  points: 'ポイント',
  reason: '理由',
  corrects: '訂正する案件',
  recordedOn: '記帳日',
  continues: '引き継ぐ口座の閉鎖の記録',
  otherAccounts: '同じ人のほかの口座',
  reversalId: '取り消し番号',
  reverses: '取り消す登録',
  'reverses.kind': '取り消す登録の種類',
  verifies: '確認する登録',
  'verifies.kind': '確認する登録の種類',
  id: '登録の番号',
  capacity: '担当か参加か',
  continuedBy: '引き継ぐ口座',
  collectedBy: '代理で受け取る人',
  transferId: '移動番号',
  to: '受け取る口座',
  sent: '送付の記録',
  barId: '制限番号',
  ground: '制限の理由',
  from: '開始日',
  until: '終了日',
};

const GIVEN: { readonly [given: string]: string } = {
  'a list': '一覧',
  'an object': 'オブジェクト',
  'a function': '関数',
  null: '空',
  undefined: '空',
  true: 'はい',
  false: 'いいえ',
};

function invalid(field: string, problem: FieldProblem, given: string): string {
  const place = placeOf(field, FIELDS);
  const named = `${place.line === undefined ? '' : `${place.line}行目の`}「${place.field}」`;
  if (place.isCarried) return `入力に誤りがあります：${named}が元の記録の形式と合いません。`;
  if (problem === 'missing') return `入力に誤りがあります：${named}が${FIELD_PROBLEMS.missing}。`;
  const filled = Object.hasOwn(GIVEN, given) ? GIVEN[given] : given;
  return `入力に誤りがあります：${named}は${FIELD_PROBLEMS[problem]}（入力内容：${filled}）。`;
}

const MEASURES = {
  difficulty: '難易度でポイントが決まります',
  quantity: '数量でポイントが決まります',
  none: 'ポイントが固定です',
} as const;

/** A limit and over which window. */
export function limitWords(limit: LimitApplied, names: Names): string {
  const { title, counts, maximum, window, unit, each } = limit;
  const most = counted(counts, maximum, unit, names);
  if (counts === 'balance') return `「${names.text(title)}」は保有${most}まで`;
  const whom = each === undefined ? '' : '、1人につき';
  const what = counts === 'deductions' ? '減点の累計' : '累計';
  return `「${names.text(title)}」は${names.window(window)}${whom}の${what}で${most}まで`;
}

/** The first day of a limit's next window, if there is one. */
export function limitResets(on: string | undefined): string {
  return on === undefined ? 'この上限は口座がある間の累計です。' : `この上限は ${on} に新しくなります。`;
}

/** `5ポイント`, `3時間`, `2回`: an amount of a measure. */
export function counted(counts: Measure, amount: number, unit: string | undefined, names: Names): string {
  switch (counts) {
    case 'points':
    case 'balance':
    case 'deductions':
    case 'redeemed':
    case 'sent':
      return `${written(amount)}ポイント`;
    case 'entries':
    case 'visits':
    case 'transfers':
      return `${amount}回`;
    case 'quantity':
      return `${written(amount)}${names.unit(unit ?? '')}`;
    case 'rewards':
      return `${amount}個`;
    case 'months':
      return `${amount}か月`;
  }
}

/** What is counted, before an amount. */
const MEASURES_COUNTED: { readonly [M in Measure]: string } = {
  points: '累計',
  deductions: '減点の累計',
  entries: '累計',
  quantity: '累計',
  redeemed: '交換の累計',
  visits: '交換の累計',
  rewards: '交換の累計',
  sent: '送付の累計',
  transfers: '送付の累計',
  balance: '交換可能ポイント',
  months: '連続',
};

/** An entry by its kind and id; a report-in is named by its day. */
export function entryNamed(kind: ReversibleKind, id: string, names: Names): string {
  return kind === 'report-in' ? `${names.kind(kind)}（${clip(id)}）` : `${names.kind(kind)}「${clip(id)}」`;
}

/** `「活動」の`, where an item is named. */
function underItem(item: string | undefined, names: Names): string {
  const title = item === undefined ? undefined : names.certainItem(item);
  return title === undefined ? '' : `「${title}」の`;
}

const CANNOT_CONTINUE: {
  readonly [B in RefusalFacts['cannot-continue']['because']]: (account: string, closedOn: string) => string;
} = {
  'same-account': (account) => `口座${account}はそれ自身を引き継げません。`,
  twice: (account) => `引き継ぐ口座${account}が二度書かれています。`,
  'closed-later': (account, on) => `口座${account}の閉鎖は ${on} です。それより前には引き継げません。`,
  'nothing-handed-on': (account, on) =>
    `口座${account}（${on} 閉鎖）は何も引き渡していないため、引き継げません。`,
  'another-continues-it': (account, on) => `口座${account}（${on} 閉鎖）は別の口座が引き継ぎます。`,
  'another-member': (account, on) => `口座${account}（${on} 閉鎖）は別の人のものです。`,
};

/** The refusals that come before those about the programme, in their documented order. */
const BEFORE_PROGRAMME = {
  'invalid-command': ({ field, problem, given }) => invalid(field, problem, given),
  'account-not-open': ({ accountId }) => `口座「${clip(accountId)}」はまだ開設されていません。`,
  'wrong-account': ({ accountId, loaded }) =>
    `手続きは口座「${clip(accountId)}」のものですが、渡された口座は「${clip(loaded)}」です。`,
  'unknown-role': ({ role, known }, names) =>
    `区分「${clip(role)}」はありません。あるのは：${known.map(names.role).join('、')}。`,
  'office-not-entitled': ({ command, office, entitled }, names) =>
    entitled.length === 0
      ? `${names.office(office)}は${names.command(command)}を扱えません。規則に扱う窓口の定めがありません。`
      : `${names.office(office)}は${names.command(command)}を扱えません。扱うのは${entitled.map(names.office).join('、')}です。`,
  'community-of-office': ({ office, acts }, names) =>
    acts === 'own-community'
      ? `${names.office(office)}は自分の地域の口座だけを扱うため、どの地域かの記入が必要です。`
      : `${names.office(office)}はすべての地域の口座を扱うため、地域は記入しません。`,
  'wrong-community': ({ communityId, own }) =>
    `口座は地域「${clip(own)}」のものなので、「${clip(communityId)}」では扱えません。`,
  'recorder-not-named': ({ command, accountId }, names) =>
    `担当者の記入が必要です：口座「${clip(accountId)}」の${names.command(command)}を誰が扱うかが書かれていません。`,
  'self-issue': ({ memberId, person }) =>
    `「${clip(memberId)}」はこの口座の本人なので、自分の分を${person === 'recorder' ? '登録' : '承認'}することはできません。`,
  'approval-missing': ({ recorder }) => `担当者は「${clip(recorder)}」です。もう一人の承認が必要です。`,
  'approval-by-recorder': ({ recorder }) =>
    `担当者「${clip(recorder)}」は承認者を兼ねられません。別の人の承認が必要です。`,
  'unknown-item': ({ item, roleTitle, known }, names) =>
    `${names.text(roleTitle)}に項目「${clip(item)}」はありません。あるのは：${known.map(names.item).join('、')}。`,
  'wrong-command': ({ title, command }, names) =>
    `「${names.text(title)}」は「${names.command(command)}」の手続きで登録してください。`,
  'wrong-clause': ({ clause, expected, title }, names) =>
    `引用された条項「${clip(clause)}」は、この口座の「${names.text(title)}」の条項 ${expected} と一致しません。`,
  'not-theirs-to-credit': ({ title, office, entitled }, names) =>
    `「${names.text(title)}」を登録するのは${entitled.map(names.office).join('、')}です。${names.office(office)}は登録できません。`,
  'account-already-open': ({ accountId, openedOn }) =>
    `口座「${clip(accountId)}」は ${openedOn} に開設済みです。`,
  'duplicate-claim': ({ postId, on, window }, names) =>
    `「${clip(postId)}」は ${on} に引き受け済みです（対象期間：${names.window(window)}）。重ねてのポイントは付きません。`,
  'duplicate-matter': ({ title, matterId, on, points }, names) =>
    `案件「${clip(matterId)}」は ${on} に「${names.text(title)}」で${written(points)}ポイント登録済みです。一つの案件は一度だけです。`,
  'duplicate-redemption': ({ redemptionId, on }) =>
    `交換番号「${clip(redemptionId)}」は ${on} に別の交換で使われています。`,
  'duplicate-correction': ({ correctionId }) =>
    `訂正番号「${clip(correctionId)}」は別の訂正で使われています。`,
  'duplicate-bar': ({ barId }) => `制限番号「${clip(barId)}」は別の制限で使われています。`,
  'duplicate-transfer': ({ transferId, on }) =>
    `移動番号「${clip(transferId)}」は ${on} に別の移動で使われています。`,
  'duplicate-reversal': ({ reversalId, on }) =>
    `取り消し番号「${clip(reversalId)}」は ${on} に別の取り消しで使われています。`,
  'account-closed': ({ accountId, closedOn, reason, continuedBy }, names) => {
    const next = continuedBy === undefined ? '' : `本人は口座「${clip(continuedBy)}」に移っています。`;
    return `口座「${clip(accountId)}」は ${closedOn} に閉鎖されています（${names.reason(reason)}）。${next}`;
  },
  'recorded-before': ({ on, recordedOn }) => `記帳日 ${recordedOn} が、その出来事の日付 ${on} より前です。`,
  'not-in-force': ({ on, from = '…', until = '…' }) =>
    `${on} は規則の施行期間（${from} から ${until} まで）の外です。`,
  'before-opening': ({ on, openedOn }) => `${on} は口座の開設日 ${openedOn} より前です。`,
  'date-goes-back': ({ on, latestOn }) =>
    `${on} は直近の記録日 ${latestOn} より前です。さかのぼっての登録はできません。`,
  barred: ({ title, bars, from, until, missing }, names) => {
    if (missing !== undefined) {
      return `「${names.text(title)}」のため、この口座は ${from} から${names.barred(bars)}の対象になりません。あと${written(missing)}必要です。`;
    }
    const to = until === undefined ? '（期限の定めなし）' : ` ${until} まで`;
    return `「${names.text(title)}」のため、この口座は ${from} から${to}、${names.barred(bars)}の対象になりません。`;
  },
  'wrong-colour': ({ colour, expected }) =>
    `口座の色は「${expected}」です。「${clip(colour)}」ではありません。`,
  'form-incomplete': ({ form }, names) => `「${names.text(form)}」の記入が完了していません。`,
  'another-account-open': ({ accountId, communityId }) =>
    `同じ人の口座「${clip(accountId)}」が地域「${clip(communityId)}」にあります。`,
  'cannot-continue': ({ accountId, because, closedOn }) =>
    CANNOT_CONTINUE[because](`「${clip(accountId)}」`, closedOn),
  'unknown-reason': ({ reason, known }, names) =>
    known.length === 0
      ? `規則に口座の閉鎖の定めがないため、「${clip(reason)}」を理由に閉鎖できません。`
      : `閉鎖の理由「${clip(reason)}」はありません。あるのは：${known.map(names.reason).join('、')}。`,
  'entries-after-closing': ({ on, latestOn }) =>
    `${on} には閉鎖できません。口座に ${latestOn} の登録があります。`,
  'unknown-ground': ({ ground, known }, names) =>
    known.length === 0
      ? `規則に制限の定めがないため、「${clip(ground)}」を理由に制限できません。`
      : `制限の理由「${clip(ground)}」はありません。あるのは：${known.map(names.ground).join('、')}。`,
  'ends-before-it-begins': ({ from, until }) => `終了日 ${until} が開始日 ${from} より前です。`,
  'transfer-to-itself': ({ accountId }) => `口座「${clip(accountId)}」から同じ口座には送れません。`,
  'not-the-receiver': ({ transferId, to, accountId }) =>
    `移動「${clip(transferId)}」は口座「${clip(to)}」宛てなので、口座「${clip(accountId)}」では受け取れません。`,
  'before-it-was-sent': ({ transferId, on, sentOn }) =>
    `移動「${clip(transferId)}」は ${sentOn} に送られたので、${on} には受け取れません。`,
  'no-room-to-receive': ({ transferId, points, title, maximum, held }, names) =>
    `移動「${clip(transferId)}」はまだ受け取れません。「${names.text(title)}」により保有できるのは${maximum}ポイントまでで、現在${held}ポイントあり、${points}ポイント増えると超えます。`,
  'unknown-entry': ({ kind, id, item }, names) =>
    `口座に${underItem(item, names)}${entryNamed(kind, id, names)}はないか、すでに取り消されています。`,
  'matter-needed': ({ correctionId, office }, names) =>
    `${names.office(office)}が訂正できるのは案件だけです。訂正「${clip(correctionId)}」には案件の指定が必要です。`,
  'unknown-matter': ({ matterId, item }, names) =>
    `口座に${underItem(item, names)}案件「${clip(matterId)}」はありません。`,
  'ambiguous-matter': ({ matterId, items }, names) =>
    new Set(items).size === 1
      ? `${underItem(items[0], names)}案件「${clip(matterId)}」には担当としての活動と参加の二件があります。どちらかを指定してください。`
      : `案件「${clip(matterId)}」は複数の項目（${items.map(names.item).join('、')}）にあります。項目を指定してください。`,
  'ambiguous-claim': ({ postId, days }) =>
    `担当・事業「${clip(postId)}」の引受けは複数あります（${days.join('、')}）。引受け日を指定してください。`,
  'not-redeemed': ({ rewardId, quantity, left }, names) =>
    left === 0
      ? `「${names.reward(rewardId)}」に返品できるものはありません（今回${quantity}個）。`
      : `「${names.reward(rewardId)}」で返品できるのは${left}個です（今回${quantity}個）。`,
  'not-theirs-to-reverse': ({ office, entitled }, names) =>
    `この登録は${entitled.length === 0 ? '取り消せません' : `${entitled.map(names.office).join('、')}が取り消します`}。${names.office(office)}は取り消せません。`,
  'too-late-to-reverse': ({ kind, id, on, due, entitled }, names) => {
    const who =
      entitled.length === 0
        ? '取り消すことができません'
        : `取り消せるのは${entitled.map(names.office).join('、')}だけです`;
    return `${entryNamed(kind, id, names)}の年度の報告期限は ${due} でした。${on} に${who}。`;
  },
  'before-its-entry': ({ kind, id, on, entryOn }, names) =>
    `${on} は${entryNamed(kind, id, names)}の日付 ${entryOn} より前です。`,
  'stands-under-others': ({ kind, id, others }, names) => {
    const named = others.map((one) => `${underItem(one.item, names)}${entryNamed(one.kind, one.id, names)}`);
    return `${entryNamed(kind, id, names)}についてこの手続きをするには、先に${firstOf(named, '、', 'など')}を取り消してください。`;
  },
  'no-report-in': ({ on, window }, names) =>
    `${names.window(window)}の参加登録がないため、${on} の分は登録できません。先に参加登録をしてください。`,
} satisfies Partial<WordPack['refusals']>;

/** Those that come after them. */
const AFTER_PROGRAMME = {
  'catalogue-for-others': ({ title, roleTitle, roleTitles }, names) =>
    `参考目録の「${names.text(title)}」は${names.text(roleTitle)}向けではありません。対象は：${roleTitles.map(names.text).join('、')}。`,
  'unknown-catalogue-entry': ({ catalogue }) => `参考目録に「${clip(catalogue)}」はありません。`,
  'already-reported-in': ({ on, last, again }) =>
    `${on} には参加登録できません。${last} に登録済みです${again === undefined ? '' : `（次は ${again} から）`}。`,
  'matter-under-another-item': ({ matterId, title, on, points }, names) =>
    `案件「${clip(matterId)}」は ${on} に「${names.text(title)}」で${written(points)}ポイント登録済みです。一つの案件は一つの項目だけで登録できます。`,
  'once-per-period': ({ title, postId, window }, names) =>
    `「${clip(postId)}」での「${names.text(title)}」は期間ごとに一度だけで、${names.window(window)}は登録済みです。`,
  'post-not-claimed': ({ postId, on, releasedOn }) =>
    releasedOn === undefined
      ? `「${clip(postId)}」はまだ引き受けられていません（${on}）。この担当の活動としては登録できません。`
      : `「${clip(postId)}」は ${releasedOn} に返上されており、${on} には担当していません。`,
  'condition-not-met': (facts, names) => {
    const { title, itemTitle, sending, counts, unit, each, measured, on, through = on, window } = facts;
    const other = sending ? 'ポイントの送付' : '交換';
    const of = itemTitle === undefined ? other : `「${names.text(itemTitle)}」`;
    const whom = each === undefined ? '' : '本人の';
    const amount = (of: number): string => counted(counts, of, unit, names);
    const when = counts === 'balance' ? `${through} に` : `${names.window(window)}（${through} まで）に`;
    const needed = `${of}には「${names.text(title)}」が必要です：${when}${whom}${MEASURES_COUNTED[counts]}`;
    return facts.maximum === undefined
      ? `${needed}${amount(facts.minimum)}以上。現在は${amount(measured)}で、あと${amount(facts.missing)}足りません。`
      : `${needed}${amount(facts.maximum)}以下。現在は${amount(measured)}で、${amount(facts.above)}超えています。`;
  },
  'matter-used-up': ({ title, matterId, held, maximum }, names) =>
    `案件「${clip(matterId)}」は「${names.text(title)}」ですでに${written(held)}ポイントあり、合わせて${maximum}ポイントまでです。`,
  'wrong-measure': ({ title, measure, field }, names) =>
    `「${names.text(title)}」は${MEASURES[measure]}。「${placeOf(field, FIELDS).field}」が不足しているか、不要です。`,
  'unknown-difficulty': ({ difficulty, title, known }, names) =>
    `この口座の「${names.text(title)}」に難易度「${clip(difficulty)}」はありません。あるのは：${known.map(names.difficulty).join('、')}。`,
  'limit-reached': ({ title, scored, limit }, names) => {
    // What is held has no window.
    const resets = limit.counts === 'balance' ? '' : limitResets(limit.resetsOn);
    const what = scored < 0 ? `${written(-scored)}ポイントの減点` : `${written(scored)}ポイント`;
    return `「${names.text(title)}」は${what}になりますが、${limitWords(limit, names)}で、すでに${written(limit.used)}を使っているため枠が足りません。${resets}`;
  },
  'no-handbook': () => 'ポイント手帳がないため交換できません。',
  'wrong-handbook': ({ at, communityId, own }) =>
    at === undefined
      ? `手帳は地域「${clip(communityId)}」のもので、口座は「${clip(own)}」のものです。`
      : `手帳は地域「${clip(communityId)}」のもので、交換するのは「${clip(at)}」です。`,
  'handbook-not-published': ({ on, published }) =>
    `手帳は ${published} から有効です。${on} にはまだ使えません。`,
  'handbook-not-filed': ({ on, due }) =>
    `手帳の届け出期限は ${due} です。${on} の時点で届け出がないため交換できません。`,
  'not-an-opening-day': ({ on, openings }) => {
    const days = openings.map(({ from, to }) => `${from}〜${to}`).join('、');
    return `${on} は交換日ではありません（交換日：${days}）。`;
  },
  'already-redeemed': ({ period, on, visits, again }, names) => {
    const next = again === undefined ? '' : `次は ${again} から交換できます。`;
    // A period of a number of months begins with the redemption itself.
    if (period.length === on.length) return `前回の交換（${on}）から所定の期間がたっていません。${next}`;
    return `${names.window(period)}は ${on} に交換済みです（期間ごとに${visits}回）。${next}`;
  },
  'proxy-not-allowed': ({ collectedBy }) =>
    `「${clip(collectedBy)}」が代わりに受け取ることはできません。本人が受け取ってください。`,
  'unknown-reward': ({ rewardId }) => `手帳に「${clip(rewardId)}」はありません。`,
  'honours-not-given': ({ title }, names) => `「${names.text(title)}」のような表彰は行っていません。`,
  'consent-missing': ({ title, on, consent }, names) =>
    `「${names.text(title)}」には規則の定める同意が必要です。${on} の時点で${consent === undefined ? '同意の記録がありません' : `まだ同意がありません（同意は ${consent}）`}。`,
  'consent-ended': ({ title, on, consent, until }, names) =>
    `「${names.text(title)}」には規則の定める同意が必要です。${consent} の同意は ${until} までで、${on} には切れています。`,
  'out-of-stock': ({ title, quantity, stock }, names) =>
    `「${names.text(title)}」の在庫は${stock}個で、申し込みの${quantity}個に足りません。`,
  'reward-limit-reached': ({ title, quantity, used, maximum, window, again }, names) => {
    const next = again === undefined ? '' : `${again} から再び交換できます。`;
    const within = window === undefined ? '一度に' : `${names.window(window)}に`;
    return `「${names.text(title)}」は${within}${maximum}個までです（交換済み${used}個、今回${quantity}個）。${next}`;
  },
  'redemption-limit-reached': ({ title, counts, asked, used, maximum, window, again }, names) => {
    const next = again === undefined ? '' : `${again} から再び交換できます。`;
    const unit = { redeemed: 'ポイント', visits: '回', rewards: '個', lines: '種類' }[counts];
    const within = window === undefined ? '一度に' : `${names.window(window)}に`;
    const before = window === undefined && used === 0 ? '' : `利用済み${used}${unit}、`;
    return `「${names.text(title)}」は${within}${maximum}${unit}までです（${before}今回${asked}${unit}）。${next}`;
  },
  'transfer-limit-reached': ({ title, counts, asked, used, maximum, window, again }, names) => {
    const next = again === undefined ? '' : `${again} から再び送れます。`;
    const unit = { sent: 'ポイント', transfers: '回' }[counts];
    const within = window === undefined ? '一度に' : `${names.window(window)}に`;
    return `「${names.text(title)}」は${within}${maximum}${unit}までです（送付済み${used}${unit}、今回${asked}${unit}）。${next}`;
  },
  'insufficient-points': ({ price, balance, held, spendableFrom, overdraft, lapsed, lapsedOn }) => {
    const all = held === undefined || balance < 0 ? '' : `保有${held}ポイントのうち、その日に`;
    const owed = overdraft === undefined ? '' : `借り越せるのは${overdraft}ポイントまで`;
    const short =
      balance < 0 && overdraft === undefined
        ? `交換可能ポイントが${written(balance)}のため、まず不足を補う必要があります（必要${price}ポイント）。`
        : `${price}ポイント必要ですが、${all}交換可能なのは${written(balance)}ポイント${owed === '' ? '' : `で、${owed}`}です。`;
    const later = spendableFrom === undefined ? '' : `${spendableFrom} からは、さらに交換できます。`;
    const gone =
      lapsed === undefined
        ? ''
        : `交換されずに失効したポイントが${lapsed}あります（最後の失効は ${lapsedOn}）。`;
    return `${short}${later}${gone}`;
  },
  'more-than-matter-holds': ({ matterId, item, points, holds }, names) =>
    `${underItem(item, names)}案件「${clip(matterId)}」は現在${written(holds)}ポイントなので、${-points}ポイントは引けません。`,
  'above-item-maximum': ({ title, matterId, holds, points, maximum }, names) =>
    `「${clip(matterId)}」は現在 ${holds} ポイントで、${points} ポイントを加えると「${names.text(title)}」の上限 ${maximum} ポイントを超えます。`,
  'below-zero': ({ figure, before, points, overdraft = 0 }, names) =>
    `${names.figure(figure)}は現在${written(before)}で、${-points}を引くと${written(0 - overdraft)}を下回ります。`,
  'out-of-range': ({ figure, before, points }, names) =>
    `${names.figure(figure)}は現在${written(before)}で、${written(points)}を加えると正確に表せる範囲を超えます。`,
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
    `「${clip(matterId)}」は現在 ${holds} ポイントです。${points} ポイントを加えると「${names.text(title)}」の上限 ${maximum} ポイントを超えます。`,
  'handbook-overdue': ({ on, due, filed }) =>
    `手帳の届け出期限は ${due} でしたが、${filed === undefined ? `${on} の時点で届け出がありません` : `届け出は ${filed} でした`}。`,
  'handbook-old': ({ on, published, due }) =>
    `手帳は ${published} に公表されたもので、${due} までに改訂するはずでしたが、${on} の時点で改訂されていません。`,
  'consent-old': ({ title, on, consent, due }, names) =>
    `「${names.text(title)}」への同意は ${consent} のもので、${due} までに改めて同意を得るはずでしたが、${on} の時点で得られていません。`,
};
