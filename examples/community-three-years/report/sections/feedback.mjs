import { annualFeedbacks } from 'points-bank/reports';
import { explained, list, long, ROLES, signed, words, yesNo } from '../words.mjs';

/** The days on which the community sent each year's account: the first year it was late. */
export const SENT = { 2023: '2023-12-06', 2024: '2024-11-28', 2025: '2025-11-30' };

/** The yearly feedback: each year in a line, one year by role and by account. */
export function feedbackSection(events, year) {
  const years = Object.entries(SENT).map(([of, sentOn]) => [
    ...annualFeedbacks(events, Number(of), { sentOn }).values(),
  ]);
  const feedbacks = [...annualFeedbacks(events, year, { sentOn: SENT[year] }).values()];
  return {
    id: 'feedback',
    title: words('年度反馈', "Feedback of the year's account"),
    about: words(
      `每年不迟于 11 月 30 日（含当日）反馈。反馈之后属于该年的积分，以及其后补记、撤销、更正的，列入补充反馈；两者之和为全年。第二表起为 ${year} 年度。`,
      `Due by the end of November. The rest of the year, and what was written up, undone or corrected later, goes into a supplement; the two add up to the year. The tables from the second on are of ${year}.`,
    ),
    tables: [yearsTable(years), rolesTable(feedbacks), lateTable(feedbacks), accountsTable(feedbacks)],
  };
}

function yearsTable(years) {
  return {
    title: words('各年度', 'Each year'),
    columns: [
      { title: words('年度', 'year') },
      { title: words('反馈期限', 'due') },
      { title: words('反馈日期', 'sent') },
      { title: words('按期', 'in time') },
      { title: words('账户', 'accounts'), number: true },
      { title: words('考核积分', 'assessment'), number: true },
      { title: words('补充反馈', 'supplement'), number: true },
      { title: words('全年', 'whole year'), number: true },
    ],
    rows: years.map((feedbacks) => {
      const [{ year, dueOn, sentOn, onTime }] = feedbacks;
      return [
        String(year),
        dueOn,
        sentOn,
        yesNo(onTime),
        feedbacks.filter(({ sent }) => sent).length,
        sum(feedbacks, ({ assessment }) => assessment),
        sum(feedbacks, ({ supplement }) => supplement.assessment),
        sum(feedbacks, ({ assessment, supplement }) => assessment + supplement.assessment),
      ];
    }),
  };
}

function rolesTable(feedbacks) {
  return {
    title: words('反馈对象与用途', 'Who gets it and what for'),
    columns: [
      { title: words('类别', 'role') },
      { title: words('账户', 'accounts'), number: true },
      { title: words('反馈对象', 'recipients'), roomy: true },
      { title: words('用途', 'uses'), roomy: true },
      { title: words('考核积分', 'assessment'), number: true },
      { title: words('补充反馈', 'supplement'), number: true },
    ],
    rows: Object.entries(ROLES).map(([role, title]) => {
      const of = feedbacks.filter((feedback) => feedback.role === role);
      return [
        title,
        of.length,
        list(of[0].recipients.map((recipient) => recipient.title)),
        list(of[0].uses.map((use) => use.title)),
        sum(of, ({ assessment }) => assessment),
        sum(of, ({ supplement }) => supplement.assessment),
      ];
    }),
  };
}

/** What happened before the feedback was sent and came on record only afterwards. */
function lateTable(feedbacks) {
  const late = feedbacks.flatMap(({ accountId, sentOn, supplement }) =>
    supplement.entries.filter(({ on }) => on <= sentOn).map((entry) => ({ accountId, entry })),
  );
  return {
    title: words('反馈之后补记、撤销、更正的', 'Written up, undone or corrected after it was sent'),
    shown: 10,
    columns: [
      { title: words('账户', 'account') },
      { title: words('日期', 'day') },
      { title: words('登记', 'on record') },
      { title: words('编号', 'id') },
      { title: words('考核', 'assessment'), number: true },
      { title: words('事项', 'entry'), long: true },
    ],
    rows: late.map(({ accountId, entry }) => [
      accountId,
      entry.on,
      entry.recordedOn ?? entry.madeOn ?? entry.on,
      entry.event.id,
      signed(entry.assessed),
      long([explained(entry)]),
    ]),
  };
}

function accountsTable(feedbacks) {
  return {
    title: words('各账户', 'Each account'),
    shown: 10,
    columns: [
      { title: words('账户', 'account') },
      { title: words('类别', 'role') },
      { title: words('所得', 'earned'), number: true },
      { title: words('更正', 'corrected'), number: true },
      { title: words('兑换', 'redeemed'), number: true },
      { title: words('考核', 'assessment'), number: true },
      { title: words('百分制', 'mark of 100'), number: true },
      { title: words('可兑换', 'balance'), number: true },
      { title: words('补充反馈', 'supplement'), number: true },
      { title: words('全年', 'whole year'), number: true },
    ],
    rows: feedbacks.map((feedback) => [
      feedback.accountId,
      ROLES[feedback.role],
      feedback.earned,
      feedback.corrected,
      feedback.redeemed,
      feedback.assessment,
      feedback.mark.points,
      feedback.redeemable,
      feedback.supplement.assessment,
      feedback.assessment + feedback.supplement.assessment,
    ]),
  };
}

function sum(list, figureOf) {
  return list.reduce((total, member) => total + figureOf(member), 0);
}
