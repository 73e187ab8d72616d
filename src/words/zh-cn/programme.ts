import type { RefusalFacts } from '../../account/decide/refusal.js';
import { clip } from '../../values/text.js';
import type { Names, WordPack } from '../pack.js';

type Difference = RefusalFacts['programme-differs'];

/** The days on which a matter is, or on which a post can be claimed. */
function daysOf({ from, until, days }: Extract<Difference, { field: 'on' }>['expected']): string {
  if (days !== undefined) return `应为 ${days.join('、')}`;
  if (until === undefined) return `应不早于 ${from}`;
  return from === undefined ? `应不迟于 ${until}（含当日）` : `应在 ${from} 至 ${until}（含当日）之间`;
}

const POST_KINDS = { post: '岗位', project: '项目' } as const;

/** What the programme says, and what was given. */
function difference(facts: Difference, names: Names): string {
  switch (facts.field) {
    case 'item':
      return `计分项应为“${names.item(facts.expected)}”，填写为“${names.item(facts.given)}”`;
    case 'difficulty':
      return `难度统一为“${names.difficulty(facts.expected)}”，填写为“${names.difficulty(facts.given)}”`;
    case 'quantity':
      return `数量应为 ${facts.expected}，填写为 ${facts.given}`;
    case 'kind':
      return `应为${POST_KINDS[facts.expected as 'post']}，填写为${POST_KINDS[facts.given as 'post']}`;
    case 'postId':
      return `所属岗位应为“${clip(facts.expected)}”，填写为“${clip(facts.given)}”`;
    case 'catalogue':
      return '所属参考目录与填写内容不一致';
    case 'role':
      return `面向${facts.expected.map(names.role).join('、')}，不面向${names.role(facts.given)}`;
    case 'on':
      return `日期${daysOf(facts.expected)}，填写为 ${facts.given}`;
  }
}

/** What a programme refuses. */
export const PROGRAMME: Pick<
  WordPack['refusals'],
  'wrong-programme' | 'not-in-programme' | 'programme-differs'
> = {
  'wrong-programme': ({ communityId, own }) =>
    `所用岗位与活动清单属于社区“${clip(communityId)}”，账户属于“${clip(own)}”。`,
  'not-in-programme': ({ kind, id, near }) => {
    const meant = near.length === 0 ? '' : `；是否为${near.map((one) => `“${clip(one)}”`).join('、')}？`;
    return `社区公布的清单中没有${kind === 'post' ? '岗位或项目' : '事项'}“${clip(id)}”${meant === '' ? '。' : meant}`;
  },
  'programme-differs': (facts, names) =>
    `“${names.text(facts.title)}”与社区公布的清单不符：${difference(facts, names)}。`,
};
