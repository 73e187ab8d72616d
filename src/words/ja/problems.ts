import { endsIn } from '../../schema/problem-messages.js';
import { MAX_ID_LENGTH, MAX_TEXT_LENGTH } from '../../values/ids.js';
import { MAX_QUANTITY } from '../../values/points.js';
import { clip } from '../../values/text.js';
import type { ReportPack } from '../report-pack.js';

/** What follows on a problem where something else may have been meant. */
export function suggestion(name: string): string {
  return `（「${clip(name)}」のことですか）`;
}

function wholeNumber(noun: string, detail: string): string {
  const ends = endsIn(detail);
  return ends === undefined ? `${noun}${detail}` : `${ends.from}から${ends.to}までの${noun}`;
}

/** What is wrong with data. */
export const PROBLEMS: ReportPack['problems'] = {
  'not-an-object': () => 'オブジェクトにしてください',
  'not-a-list': () => '一覧にしてください',
  'not-a-boolean': () => 'true か false にしてください',
  missing: (detail) => (detail === '' ? 'ありません' : `${detail} もありません（どちらかが必要です）`),
  'unknown-field': () => 'この項目は知られていません',
  'unknown-type': (detail) => `知られていない種類です：${detail}`,
  'not-one-of': (detail) => `次のどれかにしてください：${detail}`,
  'not-an-id': () =>
    `前後に空白がなく、見えない文字、紛らわしい文字、別の文字体系の混在を含まない、Unicode NFC の1〜${MAX_ID_LENGTH}文字にしてください`,
  'not-a-slug': () =>
    '英小文字の語を - でつないだ64文字以内にしてください（JavaScript のオブジェクトが受け継ぐ名前は使えません）',
  'not-a-locale': () => 'zh-CN や en のような言語コードにしてください',
  'not-a-text': () => `空白だけでなく制御文字を含まない1〜${MAX_TEXT_LENGTH}文字にしてください`,
  'not-a-date': () => '1900年以降の実在する日付（YYYY-MM-DD）にしてください',
  'not-a-day-of-year': () => '毎年ある日（MM-DD）にしてください',
  'not-amounts': () => '日付順の日ごとの合計で、合計が合うようにしてください',
  'not-entries': () => 'このライブラリが書き出した記録ではありません',
  'not-a-whole-number': (detail) => `${wholeNumber('整数', detail)}にしてください`,
  'not-points': (detail) =>
    `${wholeNumber('整数のポイント', detail)}にしてください（半分や四分の一があるときは、points.scale で1ポイントを何等分するかを決め、その数で書きます）`,
  'not-a-quantity': () => `0より大きく${MAX_QUANTITY}以下、小数第2位までの数量にしてください`,
  'not-a-digest': () => '64桁の16進数のダイジェストにしてください',
  'not-a-window': () =>
    'life、2023、2023-H1、2023-Q3、2023-05、2024-W07、2024-02-29、2024-04..2025-03 のような期間の名前にしてください',
  'not-a-span': (detail) => `次のどれかにしてください：${detail}`,
  'not-an-amount': () => '整数か、小数点以下2桁までの数量にしてください',
  'not-a-map': () => 'このライブラリが書いた索引ではありません',
  'not-json': () => 'JSON で表せません',
  empty: () => '空にはできません',
  'too-many': (detail) => `${detail}個以内にしてください`,
  'too-deep': (detail) => `入れ子は${detail}段までです`,
  'too-large': (detail) => `大きすぎます（上限 ${detail}）`,
  unreadable: () => '読み取り中にエラーが起きました',
  'unknown-version': (detail) => `知られていない版です：${detail}`,
  'stale-fold': (detail) => `別の版の集計によるものです。集計し直してください：${detail}`,
  'upcast-failed': (detail) => `現在の版に変換できません：${detail}`,
  'not-one-event': (detail) => `変換すると${detail}件のイベントになります。parseEvents を使ってください`,
  'more-problems': (detail) => `最初の${detail}件だけを示しています`,
  duplicate: (detail) => `重複しています：${detail}`,
  'unknown-item': (detail) =>
    detail === '' ? '項目がありません' : `区分にある項目にしてください：${detail}`,
  'unknown-office': (detail) => `ある窓口にしてください：${detail}`,
  'unknown-role': (detail) => `ある区分にしてください：${detail}`,
  'unknown-difficulty': (detail) =>
    detail === '' ? '規則に難易度がありません' : `ある難易度にしてください：${detail}`,
  'unknown-limit': (detail) => `次の区分にこの上限がありません：${detail}`,
  'unknown-answer': (detail) => `ある答えにしてください：${detail}`,
  'unknown-post': (detail) =>
    detail === '' ? '活動計画に担当がありません' : `活動計画にある担当にしてください：${detail}`,
  'unknown-reward': () => '手帳にない交換品です',
  'not-both': (detail) => `${detail} と同時には指定できません`,
  'not-above': (detail) => `${detail} より大きくしてください`,
  'not-alone': (detail) => `${detail} と一緒に指定してください`,
  'above-maximum': (detail) => `最大の ${detail} を超えています`,
  'unknown-ground': (detail) =>
    detail === '' ? '規則に資格制限の事由がありません' : `資格制限の事由にあるものにしてください：${detail}`,
  'missing-locale': (detail) => `規則の言語 ${detail} の文がありません`,
  'unknown-locale': (detail) => `規則の言語ではありません：${detail}`,
  'wrong-entry': () => '開設のポイントは、登録方法が registration の項目に付けてください',
  'wrong-scoring': (detail) => `この登録方法の項目のポイントの決め方は ${detail} です`,
  'entry-taken': (detail) => `この区分には同じ登録方法の項目がすでにあります：${detail}`,
  misplaced: (detail) => `登録方法が ${detail} の項目だけのものです`,
  'never-bites': (detail) => `この上限を超えることはありません（期間内に最大${detail}）`,
  'never-met': (detail) => `この条件を満たすことはできません（期間内に最大${detail}）`,
  'nothing-before': () => 'この条件を満たすことはできません（満たす前には、数えるものが登録できません）',
  'no-effect': (detail) => `${detail} があるため、働くことがありません`,
  'never-spendable': (detail) => `使えるようになる前にポイントが失効します：${detail}`,
  'never-carries': (detail) => `小さすぎて、${detail} ポイント単位で繰り越せるものがありません`,
  'too-dear': (detail) => `口座に持てるポイントを超えています（最大${detail}）`,
  'opening-differs': (detail) =>
    `この項目に登録されるのは開設だけですが、項目のポイントと異なります：${detail}`,
  'unknown-unit': (detail) =>
    detail === '' ? '数量を数える項目がありません' : `項目の単位にしてください：${detail}`,
  'not-counted-so': (detail) => `数えるもの（${detail}）には使えません`,
  'gives-and-takes': (detail) => `加点もする項目を含みます：${detail}`,
  'never-scores': () => '小さすぎて、ポイントが付くことがありません',
  backwards: (detail) => `${detail} 以降にしてください`,
  'over-year-end': (detail) => `${detail} 以降にしてください（受付期間は年をまたげません）`,
  overlap: (detail) => `ほかと重なっています：${detail}`,
  'without-rule': (detail) => `規則に対応する部分がある場合だけ、窓口に認められます：${detail}`,
  'without-office': (detail) => `この操作を行う窓口が必要です：${detail}`,
  'answer-out-of-reach': () => '答えは readings、id、format を変えられません',
  'answer-not-in-rules': () => '規則が、選ばれた答えのとおりになっていません',
  'answer-invalid': (detail) => `この答えでは規則が成り立ちません：${detail}`,
  'answer-not-undone': () => 'この答えから選ばれた答えに戻しても、規則が元に戻りません',
};
