import { annualFeedbacks } from 'points-bank/reports';
import { list, ROLES, words, yesNo } from '../words.mjs';

/** The days on which the community sent each year's account: the first year it was late. */
const SENT = { 2023: '2023-12-06', 2024: '2024-11-28', 2025: '2025-11-30' };

/** The yearly feedback: each year in a line, one year by role and by account. */
export function feedbackSection(events, year) {
  const years = Object.entries(SENT).map(([of, asOf]) => [
    ...annualFeedbacks(events, Number(of), { asOf }).values(),
  ]);
  const feedbacks = [...annualFeedbacks(events, year, { asOf: SENT[year] }).values()];
  return {
    id: 'feedback',
    title: words('年度反馈', "Feedback of the year's account"),
    about: words(
      `每年 11 月底前反馈。发出之后属于该年的积分另行补报。下列按类别与按账户两表为 ${year} 年度。`,
      `Due by the end of November. What belongs to the year and comes later goes into a supplement. The tables by role and by account are of ${year}.`,
    ),
    tables: [yearsTable(years), rolesTable(feedbacks), accountsTable(feedbacks)],
  };
}

function yearsTable(years) {
  return {
    title: words('各年度', 'Each year'),
    columns: [
      { title: words('年度', 'year') },
      { title: words('反馈期限', 'due') },
      { title: words('发出', 'sent') },
      { title: words('按期', 'in time') },
      { title: words('账户', 'accounts'), number: true },
      { title: words('考核积分', 'assessment'), number: true },
      { title: words('补报积分', 'supplement'), number: true },
    ],
    rows: years.map((feedbacks) => {
      const [{ year, dueOn, asOf, onTime }] = feedbacks;
      return [
        String(year),
        dueOn,
        asOf,
        yesNo(onTime),
        feedbacks.length,
        sum(feedbacks, ({ assessment }) => assessment),
        sum(feedbacks, ({ supplement }) => supplement.assessment),
      ];
    }),
  };
}

function rolesTable(feedbacks) {
  return {
    title: words('反馈给谁、用于何处', 'Who gets it and what for'),
    columns: [
      { title: words('类别', 'role') },
      { title: words('账户', 'accounts'), number: true },
      { title: words('反馈给', 'recipients'), roomy: true },
      { title: words('用于', 'uses'), roomy: true },
      { title: words('考核积分', 'assessment'), number: true },
      { title: words('补报积分', 'supplement'), number: true },
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
      { title: words('百分', 'mark of 100'), number: true },
      { title: words('可兑换', 'balance'), number: true },
      { title: words('补报', 'supplement'), number: true },
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
    ]),
  };
}

function sum(list, figureOf) {
  return list.reduce((total, member) => total + figureOf(member), 0);
}
