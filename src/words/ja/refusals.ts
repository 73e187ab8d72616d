import type { FieldProblem } from '../../account/decide/refusal.js';
import type { LimitApplied } from '../../account/events/event.js';
import { clip, written } from '../../values/text.js';
import { type FieldNames, placeOf } from '../fields.js';
import type { Names, WordPack } from '../pack.js';
import { PROGRAMME } from './programme.js';

const FIELD_PROBLEMS: { readonly [P in FieldProblem]: string } = {
  'not-an-object': 'オブジェクトで指定してください',
  'unknown-type': '知られていない手続きです',
  missing: '入力されていません',
  'unknown-field': '知られていない項目です',
  'not-an-id': '1〜256文字の見える文字で指定してください',
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
export function limitWords({ title, counts, maximum, window }: LimitApplied, names: Names): string {
  const unit = counts === 'points' ? 'ポイント' : '回';
  return `「${names.text(title)}」は${names.window(window)}の累計で${maximum}${unit}まで`;
}

/** The refusals, in their documented order. */
export const REFUSALS: WordPack['refusals'] = {
  'invalid-command': ({ field, problem, given }) => invalid(field, problem, given),
  'account-not-open': ({ accountId }) => `口座「${clip(accountId)}」はまだ開設されていません。`,
  'wrong-account': ({ accountId, loaded }) =>
    `手続きは口座「${clip(accountId)}」のものですが、渡された口座は「${clip(loaded)}」です。`,
  'unknown-role': ({ role, known }, names) =>
    `区分「${clip(role)}」はありません。あるのは：${known.map(names.role).join('、')}。`,
  'office-not-entitled': ({ command, office, entitled }, names) =>
    `${names.office(office)}は${names.command(command)}を扱えません。扱うのは${entitled.map(names.office).join('、')}です。`,
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
  'account-already-open': ({ accountId, openedOn }) =>
    `口座「${clip(accountId)}」は ${openedOn} に開設済みです。口座は一人一つです。`,
  'duplicate-claim': ({ postId, on, window }, names) =>
    `「${clip(postId)}」は ${on} に引き受け済みです（対象期間：${names.window(window)}）。重ねてのポイントは付きません。`,
  'duplicate-matter': ({ title, matterId, on, points }, names) =>
    `案件「${clip(matterId)}」は ${on} に「${names.text(title)}」で${written(points)}ポイント登録済みです。一つの案件は一度だけです。`,
  'duplicate-redemption': ({ redemptionId, on }) =>
    `交換番号「${clip(redemptionId)}」は ${on} に別の交換で使われています。`,
  'duplicate-correction': ({ correctionId }) =>
    `訂正番号「${clip(correctionId)}」は別の訂正で使われています。`,
  'not-in-force': ({ on, from = '…', until = '…' }) =>
    `${on} は規則の施行期間（${from} から ${until} まで）の外です。`,
  'before-opening': ({ on, openedOn }) => `${on} は口座の開設日 ${openedOn} より前です。`,
  'date-goes-back': ({ on, latestOn }) =>
    `${on} は直近の記録日 ${latestOn} より前です。さかのぼっての登録はできません。`,
  'wrong-colour': ({ colour, expected }) =>
    `口座の色は「${expected}」です。「${clip(colour)}」ではありません。`,
  'form-incomplete': ({ form }, names) => `「${names.text(form)}」の記入が完了していません。`,
  ...PROGRAMME,
  'unknown-catalogue-entry': ({ catalogue }) => `参考目録に「${clip(catalogue)}」はありません。`,
  'already-reported-in': ({ on, last, again }) =>
    `${on} には参加登録できません。${last} に登録済みです${again === undefined ? '' : `（次は ${again} から）`}。`,
  'once-per-period': ({ title, window }, names) =>
    `「${names.text(title)}」は期間ごとに一度だけで、${names.window(window)}は登録済みです。`,
  'post-not-claimed': ({ postId, on }) =>
    `「${clip(postId)}」はまだ引き受けられていません（${on}）。この担当の活動としては登録できません。`,
  'wrong-measure': ({ title, measure, field }, names) =>
    `「${names.text(title)}」は${MEASURES[measure]}。「${placeOf(field, FIELDS).field}」が不足しているか、不要です。`,
  'unknown-difficulty': ({ difficulty, title, known }, names) =>
    `この口座の「${names.text(title)}」に難易度「${clip(difficulty)}」はありません。あるのは：${known.map(names.difficulty).join('、')}。`,
  'limit-reached': ({ title, scored, limit }, names) =>
    `「${names.text(title)}」は${scored}ポイントになりますが、${limitWords(limit, names)}で、すでに${limit.used}を使っているため枠が足りません。`,
  'no-handbook': () => 'ポイント手帳がないため交換できません。',
  'wrong-handbook': ({ communityId, own }) =>
    `手帳は地域「${clip(communityId)}」のもので、口座は「${clip(own)}」のものです。`,
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
    // A period of so many months begins with the redemption itself.
    if (period.length === on.length) return `前回の交換（${on}）から所定の期間がたっていません。${next}`;
    return `${names.window(period)}は ${on} に交換済みです（期間ごとに${visits}回）。${next}`;
  },
  'too-many-rewards': ({ counted, given, maximum }) => {
    const unit = counted === 'lines' ? '種類' : '個';
    return `一度に交換できるのは${maximum}${unit}までです（今回${given}${unit}）。`;
  },
  'unknown-reward': ({ rewardId }) => `手帳に「${clip(rewardId)}」はありません。`,
  'consent-missing': ({ title, on, consent }, names) =>
    `「${names.text(title)}」には代表会議の同意が必要です。${on} の時点で${consent === undefined ? '同意の記録がありません' : `まだ同意がありません（同意は ${consent}）`}。`,
  'consent-ended': ({ title, on, consent, until }, names) =>
    `「${names.text(title)}」には代表会議の同意が必要です。${consent} の同意は ${until} までで、${on} には切れています。`,
  'out-of-stock': ({ title, quantity, stock }, names) =>
    `「${names.text(title)}」の在庫は${stock}個で、申し込みの${quantity}個に足りません。`,
  'reward-limit-reached': ({ title, quantity, used, maximum, window }, names) =>
    `「${names.text(title)}」は${names.window(window)}に${maximum}個までです（交換済み${used}個、今回${quantity}個）。`,
  'insufficient-points': ({ price, balance }) =>
    balance < 0
      ? `交換可能ポイントが${written(balance)}のため、まず不足を補う必要があります（必要${price}ポイント）。`
      : `${price}ポイント必要ですが、交換可能なのは${balance}ポイントです。`,
  'matter-needed': ({ correctionId }) =>
    `地域の窓口は記入誤りの訂正だけを扱います。訂正「${clip(correctionId)}」には案件の指定が必要です。`,
  'unknown-matter': ({ matterId, item }, names) =>
    `口座${item === undefined ? '' : `の「${names.item(item)}」`}に案件「${clip(matterId)}」はありません。`,
  'ambiguous-matter': ({ matterId, items }, names) =>
    `案件「${clip(matterId)}」は複数の項目（${items.map(names.item).join('、')}）にあります。項目を指定してください。`,
  'below-zero': ({ figure, before, points }, names) =>
    `${names.figure(figure)}は現在${written(before)}で、${-points}を引くと0を下回ります。`,
  'out-of-range': ({ figure, before, points }, names) =>
    `${names.figure(figure)}は現在${written(before)}で、${written(points)}を加えると正確に表せる範囲を超えます。`,
};

/** The warnings. */
export const WARNINGS: WordPack['warnings'] = {
  'handbook-overdue': ({ on, due, filed }) =>
    `手帳の届け出期限は ${due} でしたが、${filed === undefined ? `${on} の時点で届け出がありません` : `届け出は ${filed} でした`}。`,
  'handbook-old': ({ on, published, due }) =>
    `手帳は ${published} に公表されたもので、${due} までに改訂するはずでしたが、${on} の時点で改訂されていません。`,
  'consent-old': ({ title, on, consent, due }, names) =>
    `「${names.text(title)}」への代表会議の同意は ${consent} のもので、${due} までに改めて同意を得るはずでしたが、${on} の時点で得られていません。`,
};
