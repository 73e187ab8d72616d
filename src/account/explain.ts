import type { ReadingsUsed } from '../rules/readings-used.js';
import type { RuleSet, Scoring } from '../rules/rule-set.js';
import { own } from '../values/json.js';
import { clip, type Locale, plural, type Text, text, written } from '../values/text.js';
import type { Refusal, Warning } from './decide/refusal.js';
import type {
  AccountOpened,
  ActivityCredited,
  BankEvent,
  Decided,
  LimitApplied,
  PointsRedeemed,
  PostClaimed,
  RedeemedLine,
  ScoreCorrected,
  Scored,
} from './events/event.js';
import { limitWords, windowWords } from './words.js';

/**
 * Says what an event, a refusal or a warning means: item and clause, base and difficulty, what a limit took and which earlier
 * entries had used it, when it resets, and the readings that it rests on. An event is explained from itself alone; with the rule
 * set, its tiers and readings are named in words too.
 *
 * @param subject - an event, a refusal or a warning
 * @param locale - `zh-CN` or `en`
 * @param ruleSet - for the names of difficulties and readings
 *
 * @example
 * ```ts
 * import { createBank, explain, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const decision = createBank(renfa2022).decideUnknown({ type: 'Nothing' }, initialAccount)
 * if (!decision.accepted) console.log(explain(decision.refusal, 'en').startsWith('Refused')) // → true
 * ```
 */
export function explain(subject: BankEvent | Refusal | Warning, locale: Locale, ruleSet?: RuleSet): string {
  const lines = 'type' in subject ? eventLines(subject, ruleSet) : reasonLines(subject);
  const readings = 'type' in subject ? subject.data.readings : subject.readings;
  return [...lines, ...readingLines(readings, ruleSet)]
    .map((line) => line[locale])
    .join(locale === 'en' ? ' ' : '');
}

function reasonLines(subject: Refusal | Warning): Text[] {
  const refused = 'code' in subject && subject.code !== 'handbook-overdue';
  const lead = refused ? text('未予受理', 'Refused') : text('提示', 'Warning');
  return [
    text(
      `${lead['zh-CN']}（条款 ${subject.clause}）：${subject.text['zh-CN']}`,
      `${lead.en} (clause ${subject.clause}): ${subject.text.en}`,
    ),
  ];
}

function eventLines(event: BankEvent, ruleSet: RuleSet | undefined): Text[] {
  switch (event.type) {
    case 'AccountOpened':
      return openingLines(event);
    case 'PostClaimed':
      return claimLines(event, ruleSet);
    case 'ActivityCredited':
      return creditLines(event, ruleSet);
    case 'PointsRedeemed':
      return redemptionLines(event);
    case 'ScoreCorrected':
      return correctionLines(event);
  }
}

/** `+2`, `−1`, `0`: points with their sign. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : written(points);
}

function heading({ on, clause }: Decided, what: Text, points: number): Text {
  return text(
    `${on} ${what['zh-CN']}（条款 ${clause}）：${signed(points)} 分。`,
    `${on}, ${what.en} (clause ${clause}): ${signed(points)} ${plural(points, 'point').split(' ')[1]}.`,
  );
}

function openingLines({ data }: AccountOpened): Text[] {
  const what = text(
    `${data.roleTitle['zh-CN']}开设${data.accountTitle['zh-CN']}`,
    `${data.accountTitle.en} opened: ${data.roleTitle.en}`,
  );
  const counts = data.reportsIn
    ? text('开户即为当年报到。', 'Opening the account is the report-in of that year.')
    : text('开户不计为报到。', 'Opening the account is not a report-in.');
  return [heading(data, what, data.points), counts];
}

function claimLines({ data }: PostClaimed, ruleSet: RuleSet | undefined): Text[] {
  const what = text(
    `${data.title['zh-CN']}“${clip(data.postId)}”`,
    `${data.title.en}: '${clip(data.postId)}'`,
  );
  const held =
    data.points === 0
      ? [
          text(
            '认领有效，岗位照常履行，只是不再计分。',
            'The claim stands and the post is held; it only scores nothing.',
          ),
        ]
      : [];
  return [heading(data, what, data.points), ...scoreLines(data, ruleSet), ...held];
}

function creditLines({ data }: ActivityCredited, ruleSet: RuleSet | undefined): Text[] {
  if (data.entry === 'registration') {
    return [
      heading(data, text(data.title['zh-CN'], data.title.en), data.points),
      ...scoreLines(data, ruleSet),
    ];
  }
  const what = text(
    `${data.title['zh-CN']}“${clip(data.matterId)}”`,
    `${data.title.en}: '${clip(data.matterId)}'`,
  );
  const post =
    data.postId === undefined
      ? []
      : [text(`履行所认领的“${clip(data.postId)}”。`, `Served in the claimed post '${clip(data.postId)}'.`)];
  return [heading(data, what, data.points), ...post, ...scoreLines(data, ruleSet)];
}

/** How the points came about: base, difficulty or quantity, then what each limit took, then the floor under a deduction. */
function scoreLines(data: Decided & Scored, ruleSet: RuleSet | undefined): Text[] {
  const lines = [measureLine(data, ruleSet), ...(data.limits ?? []).flatMap(limitLines)];
  // Limits take from gains alone, so what a deduction lacks was left by the floor.
  if (data.scored < 0 && data.points !== data.scored) {
    lines.push(
      text(
        `积分扣至 0 为止，实扣 ${0 - data.points} 分。`,
        `It stops where the balance is 0, so it takes ${plural(0 - data.points, 'point')}.`,
      ),
    );
  }
  return lines;
}

function measureLine(data: Decided & Scored, ruleSet: RuleSet | undefined): Text {
  if (data.difficulty !== undefined) {
    const tier = difficultyWords(data.difficulty, ruleSet);
    return text(
      `基础分 ${written(data.base)}，难度“${tier['zh-CN']}”记 ${written(data.scored)} 分。`,
      `Base ${plural(data.base, 'point')}; difficulty '${tier.en}' scores ${written(data.scored)}.`,
    );
  }
  if (data.quantity !== undefined) {
    return quantityLine({ quantity: data.quantity, ...data }, ruleSet);
  }
  return text(`固定记 ${written(data.scored)} 分。`, `It scores a fixed ${plural(data.scored, 'point')}.`);
}

/** With the rule set that it was decided by: what is counted, how much scores, and a maximum that was reached. */
function quantityLine(
  data: Decided & Scored & { readonly quantity: number },
  ruleSet: RuleSet | undefined,
): Text {
  const { quantity, unit = '', scored } = data;
  const scoring = scoringOf(data, ruleSet);
  if (scoring?.by !== 'quantity') {
    return text(
      `数量 ${quantity}（${unit}），记 ${written(scored)} 分。`,
      `Quantity ${quantity} (${unit}) scores ${written(scored)}.`,
    );
  }
  const { unitTitle, each, points, maximum = quantity } = scoring;
  const counted = text(`${quantity} ${unitTitle['zh-CN']}`, `${quantity} (${unitTitle.en})`);
  const cut =
    quantity > maximum ? text(`，至多计 ${maximum}`, `, of which at most ${maximum} counts`) : text('', '');
  return text(
    `${counted['zh-CN']}${cut['zh-CN']}：每 ${each} 记 ${written(points)} 分，记 ${written(scored)} 分。`,
    `${counted.en}${cut.en}: ${plural(points, 'point')} for each ${each} scores ${written(scored)}.`,
  );
}

/** How the entry's item is scored, where the rule set is the one that it was decided by. */
function scoringOf(
  { item, clause, ruleSet: by }: Decided & Scored,
  ruleSet: RuleSet | undefined,
): Scoring | undefined {
  if (ruleSet === undefined || ruleSet.id !== by.id || ruleSet.version !== by.version) return undefined;
  const rules = Object.values(ruleSet.roles).map(({ items }) => own(items, item));
  return rules.find((rule) => rule?.clause === clause)?.scoring;
}

function difficultyWords(tier: string, ruleSet: RuleSet | undefined): Text {
  return (ruleSet === undefined ? undefined : own(ruleSet.difficulties, tier)) ?? text(tier, tier);
}

function limitLines(limit: LimitApplied): Text[] {
  const words = limitWords(limit);
  const resets =
    limit.resetsOn === undefined
      ? text('此上限不重置。', 'This limit does not reset.')
      : text(`此上限于 ${limit.resetsOn} 重置。`, `This limit resets on ${limit.resetsOn}.`);
  if (limit.took === 0) {
    return [text(`${words['zh-CN']}，未受影响。`, `${words.en}; it took nothing.`), resets];
  }
  const used = limit.usedBy ?? [];
  const zh = used.map(({ id, on, points }) => `“${clip(id)}”${on} ${points} 分`).join('、');
  const en = used.map(({ id, on, points }) => `'${clip(id)}' on ${on} (${points})`).join(', ');
  return [
    text(
      `${words['zh-CN']}（条款 ${limit.clause}）${zh === '' ? '' : `（${zh}）`}，因此少记 ${limit.took} 分。`,
      `${words.en}${en === '' ? '' : ` by ${en}`}, so it took ${plural(limit.took, 'point')} (clause ${limit.clause}).`,
    ),
    resets,
  ];
}

function redemptionLines({ data }: PointsRedeemed): Text[] {
  const what = text(
    `兑换（${windowWords(data.period)['zh-CN']}）`,
    `redemption (${windowWords(data.period).en})`,
  );
  const after = data.balance - data.deducted;
  const kept =
    data.deducted === data.points
      ? text(
          `兑换前可兑换 ${written(data.balance)} 分，兑换后 ${written(after)} 分；已兑换的积分仍计入考核。`,
          `The balance was ${written(data.balance)} and is ${written(after)}; the points go on counting in the assessment.`,
        )
      : text(
          `该账户兑换后不核减，可兑换积分仍为 ${written(after)} 分。`,
          `This account is not reduced by redemptions; the balance is still ${written(after)}.`,
        );
  const { version, filing, filingDue } = data.handbook;
  const book =
    filing === 'overdue' || filing === 'filed-late'
      ? [
          text(
            `依据积分手册 ${clip(version)}（应于 ${filingDue} 前备案，未按期）。`,
            `From handbook ${clip(version)}, due for filing by ${filingDue} and not filed in time.`,
          ),
        ]
      : [text(`依据积分手册 ${clip(version)}。`, `From handbook ${clip(version)}.`)];
  return [heading(data, what, -data.deducted), ...data.lines.map(rewardLine), kept, ...book];
}

function rewardLine({ title, quantity, price, points, consent }: RedeemedLine): Text {
  return text(
    `${title['zh-CN']} × ${quantity}，每份 ${price} 分，计 ${points} 分${consent === undefined ? '' : `（${consent} 会议同意）`}。`,
    `${title.en} × ${quantity} at ${price} = ${plural(points, 'point')}${consent === undefined ? '' : ` (consent of ${consent})`}.`,
  );
}

function correctionLines({ data }: ScoreCorrected): Text[] {
  const { corrects, countsOn, on, requested, points } = data;
  const lines = [
    heading(data, text('更正积分', 'score corrected'), points),
    text(`原因：${data.reason}。`, `Reason: ${data.reason}.`),
  ];
  if (corrects !== undefined) {
    lines.push(
      text(
        `所更正事项：“${clip(corrects.id)}”（${corrects.item}，${corrects.on}，当时记 ${written(corrects.points)} 分）。`,
        `It corrects '${clip(corrects.id)}' (${corrects.item}, ${corrects.on}, ${plural(corrects.points, 'point')} at the time).`,
      ),
    );
  }
  if (requested !== undefined) {
    lines.push(
      text(
        `原拟更正 ${written(requested)} 分，至 0 为止。`,
        `A correction of ${written(requested)} was asked for; it stops where the balance is 0.`,
      ),
    );
  }
  if (countsOn !== on) {
    lines.push(text(`计入 ${countsOn} 所在年度。`, `It counts in the year of ${countsOn}.`));
  }
  if (data.freesRoom) {
    lines.push(
      text('所减积分腾出相应上限的余额。', 'The points it takes free room under the limits of the item.'),
    );
  }
  lines.push(text('考核积分与可兑换积分同时变动。', 'Assessment and balance both move.'));
  return lines;
}

function readingLines(rested: ReadingsUsed, ruleSet: RuleSet | undefined): Text[] {
  // A store may give the members of an event back in another order: in the rule set's, or else by their ids.
  const order = Object.keys(ruleSet?.readings ?? {});
  const named = Object.entries(rested).sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1),
  );
  if (named.length === 0) return [];
  const words = named.map(([id, answer]) => readingWords(id, answer, ruleSet));
  return [
    text(
      `所依据的解释口径：${words.map((of) => of['zh-CN']).join('；')}。`,
      `Readings it rests on: ${words.map((of) => of.en).join('; ')}.`,
    ),
  ];
}

function readingWords(id: string, answer: string, ruleSet: RuleSet | undefined): Text {
  const reading = ruleSet === undefined ? undefined : own(ruleSet.readings, id);
  const title = reading === undefined ? undefined : own(reading.answers, answer)?.title;
  if (title === undefined) return text(`${id} = ${answer}`, `${id} = ${answer}`);
  return text(`${id} = ${answer}（${title['zh-CN']}）`, `${id} = ${answer} (${title.en})`);
}
