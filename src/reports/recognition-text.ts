import type { CalendarDate } from '../values/calendar.js';
import { plural, type Text, text } from '../values/text.js';
import type { BarringGround, LevelStanding } from './volunteer/levels.js';

/** Says which levels are reached, what bars them, and what is missing for the next. */
export function recognitionText(
  on: CalendarDate,
  levels: readonly LevelStanding[],
  barredBy: readonly BarringGround[],
): Text {
  if (levels.length === 0) return text('本办法未设表彰等级。', 'The rules have no levels of recognition.');
  const reached = levels.filter((level) => level.reached).map(({ title }) => title);
  const next = levels.find((level) => !level.reached);
  const sentences = [
    reached.length === 0
      ? text(`截至 ${on}，尚未达到任何等级。`, `By ${on} no level is reached.`)
      : text(
          `截至 ${on}，积分已达${reached.map((title) => `“${title['zh-CN']}”`).join('、')}。`,
          `By ${on} the points have reached ${reached.map(({ en }) => `'${en}'`).join(', ')}.`,
        ),
    ...barredBy.map(({ title, clause }) =>
      text(
        `因“${title['zh-CN']}”（条款 ${clause}），不予表彰。`,
        `There is no recognition: '${title.en}' (clause ${clause}).`,
      ),
    ),
  ];
  if (next !== undefined) {
    const { title, clause, threshold, missing } = next;
    sentences.push(
      text(
        `距“${title['zh-CN']}”（${threshold} 分，条款 ${clause}）还差 ${missing} 分。`,
        `For '${title.en}' (${plural(threshold, 'point')}, clause ${clause}) ${missing} more are needed.`,
      ),
    );
  }
  return text(
    sentences.map((sentence) => sentence['zh-CN']).join(''),
    sentences.map(({ en }) => en).join(' '),
  );
}
