import type { RefusalFacts } from '../../account/decide/refusal.js';
import { clip } from '../../values/text.js';
import type { Names, WordPack } from '../pack.js';

type Difference = RefusalFacts['programme-differs'];

/** The days on which a matter is, or on which a post can be claimed. */
function daysOf({ from, until, days }: Extract<Difference, { field: 'on' }>['expected']): string {
  if (days !== undefined) return days.join('、');
  const first = from === undefined ? '' : `${from} から`;
  return until === undefined ? first : `${first}${until} まで`;
}

const POST_KINDS = { post: '担当', project: 'プロジェクト' } as const;

/** What the programme says, and what was given. */
function difference(facts: Difference, names: Names): string {
  switch (facts.field) {
    case 'item':
      return `項目は「${names.item(facts.expected)}」ですが、「${names.item(facts.given)}」が指定されました`;
    case 'difficulty':
      return `難易度は全員「${names.difficulty(facts.expected)}」ですが、「${names.difficulty(facts.given)}」が指定されました`;
    case 'quantity':
      return `数量は${facts.expected}ですが、${facts.given}が指定されました`;
    case 'kind':
      return `種類は${POST_KINDS[facts.expected as 'post']}ですが、${POST_KINDS[facts.given as 'post']}が指定されました`;
    case 'postId':
      return `担当は「${clip(facts.expected)}」ですが、「${clip(facts.given)}」が指定されました`;
    case 'catalogue':
      return '参考目録の指定が異なります';
    case 'role':
      return `対象は${facts.expected.map(names.role).join('、')}で、${names.role(facts.given)}は対象外です`;
    case 'on':
      return `日付は ${daysOf(facts.expected)}ですが、${facts.given} が指定されました`;
  }
}

/** What a programme refuses. */
export const PROGRAMME: Pick<
  WordPack['refusals'],
  'wrong-programme' | 'not-in-programme' | 'programme-differs'
> = {
  'wrong-programme': ({ communityId, own }) =>
    `活動計画は地域「${clip(communityId)}」のもので、口座は「${clip(own)}」のものです。`,
  'not-in-programme': ({ kind, id, near }) => {
    const meant =
      near.length === 0 ? '' : `${near.map((one) => `「${clip(one)}」`).join('、')}ではありませんか。`;
    return `地域の活動計画に${kind === 'post' ? '担当' : '案件'}「${clip(id)}」はありません。${meant}`;
  },
  'programme-differs': (facts, names) =>
    `「${names.text(facts.title)}」は地域の活動計画と異なります：${difference(facts, names)}。`,
};
