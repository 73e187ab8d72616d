import type { CommandType } from '../rules/rule-set.js';
import { clip, plural, type Text, text, written } from '../values/text.js';
import type { FieldProblem, RefusalCode, RefusalFacts } from './decide/refusal.js';
import { limitWords, windowWords } from './words.js';

const PROBLEMS: Readonly<Record<FieldProblem, Text>> = {
  'not-an-object': text('应为对象', 'has to be an object'),
  'unknown-type': text('不是已知的命令', 'is not a known command'),
  missing: text('缺少', 'is missing'),
  'unknown-field': text('不是已知的字段', 'is not a known field'),
  'not-an-id': text('应为 1 至 256 个可见字符的标识', 'has to be an id of 1 to 256 visible characters'),
  'not-a-date': text('应为存在的日期（年-月-日）', 'has to be a day that exists, written YYYY-MM-DD'),
  'not-a-whole-number': text(
    '应为非零的整数（数量须为正）',
    'has to be a whole number other than 0 (a count has to be positive)',
  ),
  'not-a-quantity': text(
    '应为大于 0、至多两位小数的数量',
    'has to be a quantity above 0 with at most two decimals',
  ),
  'not-a-text': text('应为 1 至 2000 字的文字', 'has to be a text of 1 to 2000 characters'),
  'not-a-boolean': text('应为 true 或 false', 'has to be true or false'),
  'not-one-of': text('不在可选的值之内', 'is not one of the values it can have'),
  'not-a-list': text('应为非空的列表', 'has to be a list that is not empty'),
  'too-many': text('过多', 'has too many members'),
  unreadable: text('无法读取', 'cannot be read'),
};

const OFFICES = {
  community: text('社区', 'the community'),
  street: text('街道党群办', 'the street office'),
} as const;
const FIGURES = {
  assessment: text('考核积分', 'assessment'),
  balance: text('可兑换积分', 'balance'),
  earned: text('所得积分', 'points earned'),
  corrected: text('更正合计', 'sum of corrections'),
  redeemed: text('已兑换积分', 'points redeemed'),
} as const;
const MEASURES = {
  difficulty: text('按难易程度计分', 'scored by difficulty'),
  quantity: text('按数量计分', 'scored by quantity'),
  none: text('分值固定', 'scored with a fixed number of points'),
} as const;

/** Writes a refusal; `called` is the name of the item, the role or the reward that it is about, where that is known. */
type Writers = { readonly [C in RefusalCode]: (facts: RefusalFacts[C], called?: Text) => Text };

/** What a thing is called, or else its id. */
function name(called: Text | undefined, id: string): Text {
  return called ?? text(clip(id), clip(id));
}

const COMMANDS: Readonly<Record<CommandType, Text>> = {
  OpenAccount: text('开设账户', 'opening an account'),
  ReportIn: text('登记报到', 'a report-in'),
  ClaimPost: text('认领岗位或项目', 'a claim of a post or project'),
  CreditActivity: text('事项记分', 'crediting a matter'),
  RedeemPoints: text('兑换积分', 'redeeming points'),
  CorrectScore: text('更正积分', 'correcting the score'),
};

/** The words of each refusal, in the order of {@link RefusalFacts}. */
export const REFUSAL_TEXTS: Writers = {
  'invalid-command': ({ field, problem, given }) =>
    text(
      `命令有误：字段“${field}”${PROBLEMS[problem]['zh-CN']}（所给：${given}）。`,
      `The command is not valid: ${field} ${PROBLEMS[problem].en} (given: ${given}).`,
    ),
  'account-not-open': ({ accountId }) =>
    text(`账户“${clip(accountId)}”尚未开设。`, `Account '${clip(accountId)}' has not been opened.`),
  'wrong-account': ({ accountId, loaded }) =>
    text(
      `命令针对账户“${clip(accountId)}”，所给账户却是“${clip(loaded)}”。`,
      `The command is for account '${clip(accountId)}', but the account given is '${clip(loaded)}'.`,
    ),
  'unknown-role': ({ role, known }) =>
    text(
      `没有“${clip(role)}”这一类别；有：${known.join('、')}。`,
      `There is no role '${clip(role)}'; there are: ${known.join(', ')}.`,
    ),
  'office-not-entitled': ({ command, office, entitled }) =>
    text(
      `${OFFICES[office]['zh-CN']}无权办理${COMMANDS[command]['zh-CN']}；应由${entitled.map((of) => OFFICES[of]['zh-CN']).join('、')}办理。`,
      `This is not for ${OFFICES[office].en}: ${COMMANDS[command].en} is for ${entitled.map((of) => OFFICES[of].en).join(' or ')}.`,
    ),
  'wrong-community': ({ communityId, own }) =>
    text(
      `账户属于社区“${clip(own)}”，不能由“${clip(communityId)}”办理。`,
      `The account belongs to community '${clip(own)}'; community '${clip(communityId)}' cannot act on it.`,
    ),
  'recorder-not-named': ({ command, accountId }) =>
    text(
      `须写明经办人：${COMMANDS[command]['zh-CN']}（账户“${clip(accountId)}”）未写明由谁经办。`,
      `The recorder has to be named: it is not said who enters this for account '${clip(accountId)}' (${COMMANDS[command].en}).`,
    ),
  'self-issue': ({ memberId, person }) =>
    text(
      `“${clip(memberId)}”是该账户本人，不能为自己${person === 'recorder' ? '经办' : '复核'}。`,
      `'${clip(memberId)}' is the person whose account it is, and cannot ${person === 'recorder' ? 'enter' : 'approve'} this for themselves.`,
    ),
  'approval-missing': ({ recorder }) =>
    text(
      `由“${clip(recorder)}”经办，尚缺第二人复核。`,
      `Entered by '${clip(recorder)}'; the approval of a second person is missing.`,
    ),
  'approval-by-recorder': ({ recorder }) =>
    text(
      `经办人“${clip(recorder)}”不能兼任复核人，须由另一人复核。`,
      `'${clip(recorder)}' entered this and cannot approve it as well; another person has to.`,
    ),
  'unknown-item': ({ item, role, known }, called) =>
    text(
      `${name(called, role)['zh-CN']}没有“${clip(item)}”这一计分项；有：${known.join('、')}。`,
      `Role '${name(called, role).en}' has no item '${clip(item)}'; it has: ${known.join(', ')}.`,
    ),
  'wrong-command': ({ item, command }, called) =>
    text(
      `“${name(called, item)['zh-CN']}”应以“${COMMANDS[command]['zh-CN']}”（${command}）办理。`,
      `'${name(called, item).en}' is entered by ${COMMANDS[command].en} (${command}).`,
    ),
  'wrong-clause': ({ clause, expected, item }, called) =>
    text(
      `所引条款“${clip(clause)}”与该账户“${name(called, item)['zh-CN']}”的条款 ${expected} 不符。`,
      `The clause cited, '${clip(clause)}', is not that of '${name(called, item).en}' for this account, which is ${expected}.`,
    ),
  'account-already-open': ({ accountId, openedOn }) =>
    text(
      `账户“${clip(accountId)}”已于 ${openedOn} 开设，每人一个账户。`,
      `Account '${clip(accountId)}' was opened on ${openedOn}; each person has one account.`,
    ),
  'duplicate-claim': ({ postId, on, window }) =>
    text(
      `岗位或项目“${clip(postId)}”已于 ${on} 认领（计入：${windowWords(window)['zh-CN']}），不重复计分。`,
      `Post or project '${clip(postId)}' was claimed on ${on} already (counted over: ${windowWords(window).en}); it does not score again.`,
    ),
  'duplicate-matter': ({ item, matterId, on, points }, called) =>
    text(
      `事项“${clip(matterId)}”已于 ${on} 在“${name(called, item)['zh-CN']}”下记 ${points} 分；一个事项只记一次。`,
      `Matter '${clip(matterId)}' was credited with ${plural(points, 'point')} under '${name(called, item).en}' on ${on}; one matter scores once.`,
    ),
  'duplicate-redemption': ({ redemptionId, on }) =>
    text(
      `兑换编号“${clip(redemptionId)}”已于 ${on} 用于另一次兑换。`,
      `Redemption id '${clip(redemptionId)}' was used on ${on} for a different redemption.`,
    ),
  'duplicate-correction': ({ correctionId }) =>
    text(
      `更正编号“${clip(correctionId)}”已用于另一次更正。`,
      `Correction id '${clip(correctionId)}' was used for a different correction.`,
    ),
  'not-in-force': ({ on, from, until }) =>
    text(
      `${on} 不在办法施行期内（${from ?? '…'} 至 ${until ?? '…'}）。`,
      `The rules are not in force on ${on} (they are from ${from ?? '…'} to ${until ?? '…'}).`,
    ),
  'before-opening': ({ on, openedOn }) =>
    text(`${on} 早于开户日 ${openedOn}。`, `${on} is before the account was opened on ${openedOn}.`),
  'date-goes-back': ({ on, latestOn }) =>
    text(
      `${on} 早于最近一笔的日期 ${latestOn}，不能补记。`,
      `${on} is before the latest entry's day ${latestOn}; late entries are not taken.`,
    ),
  'wrong-colour': ({ colour, expected }) =>
    text(
      `账户颜色应为“${expected}”，而非“${clip(colour)}”。`,
      `The account's colour is '${expected}' for this role, not '${clip(colour)}'.`,
    ),
  'form-incomplete': ({ form }) =>
    text(`《${form['zh-CN']}》未填写完整。`, `The form is not complete: ${form.en}.`),
  'unknown-catalogue-entry': ({ catalogue }) =>
    text(`参考目录中没有“${clip(catalogue)}”。`, `The catalogue has no entry '${clip(catalogue)}'.`),
  'already-reported-in': ({ on, last, again }) =>
    text(
      `${on} 不能再次报到：已于 ${last} 报到${again === undefined ? '' : `，自 ${again} 起可再报到`}。`,
      `No further report-in on ${on}: there was one on ${last}${again === undefined ? '' : `, the next is possible from ${again}`}.`,
    ),
  'once-per-period': ({ item, window }, called) =>
    text(
      `“${name(called, item)['zh-CN']}”在${windowWords(window)['zh-CN']}内只记一次。`,
      `'${name(called, item).en}' scores once in each window, and did in ${windowWords(window).en}.`,
    ),
  'post-not-claimed': ({ postId, on }) =>
    text(
      `尚未认领岗位或项目“${clip(postId)}”（${on}），不能按履行该岗位计分。`,
      `Post or project '${clip(postId)}' has not been claimed (${on}); serving in it does not score.`,
    ),
  'wrong-measure': ({ item, measure, field }, called) =>
    text(
      `“${name(called, item)['zh-CN']}”${MEASURES[measure]['zh-CN']}：字段“${field}”与此不符或缺少。`,
      `'${name(called, item).en}' is ${MEASURES[measure].en}: field ${field} is missing or does not belong.`,
    ),
  'unknown-difficulty': ({ difficulty, item, known }, called) =>
    text(
      `该账户的“${name(called, item)['zh-CN']}”没有“${clip(difficulty)}”这一难度；有：${known.join('、')}。`,
      `'${name(called, item).en}' has no difficulty '${clip(difficulty)}' for this account; it has: ${known.join(', ')}.`,
    ),
  'limit-reached': ({ item, scored, limit }, called) =>
    text(
      `“${name(called, item)['zh-CN']}”可得 ${scored} 分，但${limitWords(limit)['zh-CN']}，容纳不下。`,
      `'${name(called, item).en}' would score ${plural(scored, 'point')}, but there is no room: ${limitWords(limit).en}.`,
    ),
  'no-handbook': () => text('没有积分手册，无法兑换。', 'There is no points handbook to redeem from.'),
  'wrong-handbook': ({ communityId, own }) =>
    text(
      `所用手册属于社区“${clip(communityId)}”，账户属于“${clip(own)}”。`,
      `The handbook is community '${clip(communityId)}''s; the account belongs to '${clip(own)}'.`,
    ),
  'handbook-not-published': ({ on, published }) =>
    text(
      `手册 ${published} 才公布，${on} 尚不能使用。`,
      `The handbook is published on ${published}; it cannot be used on ${on}.`,
    ),
  'handbook-not-filed': ({ on, due }) =>
    text(
      `手册应于 ${due} 前备案；${on} 尚未备案，不能兑换。`,
      `The handbook was due for filing by ${due}; it was not filed by ${on}, so nothing can be redeemed.`,
    ),
  'not-an-opening-day': ({ on, openings }) => {
    const days = openings.map(({ from, to }) => `${from}–${to}`);
    return text(
      `${on} 不在兑换开放日内（${days.join('、')}）。`,
      `Redemption is not open on ${on}; it is open on ${days.join(', ')}.`,
    );
  },
  'already-redeemed': ({ period, on, visits, again }) =>
    text(
      `本期（${windowWords(period)['zh-CN']}）已于 ${on} 兑换，每期 ${visits} 次${again === undefined ? '' : `；自 ${again} 起可再兑换`}。`,
      `Points were redeemed on ${on} in this period (${windowWords(period).en}), which has ${plural(visits, 'redemption')}${again === undefined ? '' : `; the next is possible from ${again}`}.`,
    ),
  'too-many-rewards': ({ counted, given, maximum }) =>
    text(
      `一次兑换至多 ${maximum} ${counted === 'lines' ? '项' : '件'}，所给 ${given}。`,
      `One visit takes at most ${plural(maximum, counted === 'lines' ? 'line' : 'reward')}; ${given} were given.`,
    ),
  'unknown-reward': ({ rewardId }) =>
    text(`手册中没有“${clip(rewardId)}”。`, `The handbook has no reward '${clip(rewardId)}'.`),
  'consent-missing': ({ rewardId, on, consent }, called) =>
    text(
      `“${name(called, rewardId)['zh-CN']}”须经党员居民代表会议同意：${on} 时${consent === undefined ? '没有同意记录' : `尚未同意（${consent} 才同意）`}。`,
      `'${name(called, rewardId).en}' needs the consent of the representative meeting: on ${on} ${consent === undefined ? 'there was none' : `there was none yet (it is dated ${consent})`}.`,
    ),
  'out-of-stock': ({ rewardId, quantity, stock }, called) =>
    text(
      `“${name(called, rewardId)['zh-CN']}”余 ${stock}，所求 ${quantity}。`,
      `'${name(called, rewardId).en}': ${stock} left, ${quantity} asked for.`,
    ),
  'reward-limit-reached': ({ rewardId, quantity, used, maximum, window }, called) =>
    text(
      `“${name(called, rewardId)['zh-CN']}”在${windowWords(window)['zh-CN']}内限 ${maximum}，已兑 ${used}，所求 ${quantity}。`,
      `'${name(called, rewardId).en}' is limited to ${maximum} in ${windowWords(window).en}; ${used} taken, ${quantity} asked for.`,
    ),
  'insufficient-points': ({ price, balance }) =>
    text(
      balance < 0
        ? `可兑换积分为 ${written(balance)}，须先补足方可兑换（需 ${price} 分）。`
        : `需 ${price} 分，可兑换积分只有 ${balance} 分。`,
      balance < 0
        ? `The balance is ${written(balance)}; it has to be made up before anything is redeemed (${plural(price, 'point')} needed).`
        : `${plural(price, 'point')} needed; the balance is ${balance}.`,
    ),
  'matter-needed': ({ correctionId }) =>
    text(
      `社区只能更正登记差错：更正“${clip(correctionId)}”须指明事项。`,
      `A community corrects clerical errors only: correction '${clip(correctionId)}' has to name the matter.`,
    ),
  'unknown-matter': ({ matterId, item }) =>
    text(
      `账户${item === undefined ? '' : `的“${clip(item)}”下`}没有事项“${clip(matterId)}”。`,
      `The account has no matter '${clip(matterId)}'${item === undefined ? '' : ` under item '${clip(item)}'`}.`,
    ),
  'ambiguous-matter': ({ matterId, items }) =>
    text(
      `事项“${clip(matterId)}”见于多项（${items.join('、')}），请指明计分项。`,
      `Matter '${clip(matterId)}' stands under several items (${items.join(', ')}); name the item.`,
    ),
  'below-zero': ({ figure, before, points }) =>
    text(
      `${FIGURES[figure]['zh-CN']}现为 ${written(before)}，再减 ${-points} 分将低于 0。`,
      `The ${FIGURES[figure].en} is ${written(before)}; taking ${plural(-points, 'point')} would leave it below 0.`,
    ),
  'out-of-range': ({ figure, before, points }) =>
    text(
      `${FIGURES[figure]['zh-CN']}现为 ${written(before)}，加上 ${written(points)} 将超出可精确表示的范围。`,
      `The ${FIGURES[figure].en} stands at ${written(before)}; with ${written(points)} more it could not be held exactly.`,
    ),
};
