import { findAnomalies } from 'points-bank/reports';
import { explained, long, ROLES, words } from '../words.mjs';

const KINDS = {
  'outlying-account': words('账户积分异常', 'far from the accounts of its role'),
  'entries-on-a-day': words('一日多笔', 'many entries on one day'),
  'outlying-issuer': words('积分发放异常', 'a community far from the others'),
  'same-member': words('一人多户', 'one person, several accounts'),
  'written-up-late': words('补记过晚', 'written up late'),
  'entries-after-feedback': words('反馈后登记', 'entries after the feedback'),
  'often-reversed': words('撤销较多', 'often undone'),
  'too-few-to-compare': words('账户过少，无法比较', 'too few to compare'),
};

/** What the Party affairs office should look into, each finding with its figures. */
export function anomaliesSection(events) {
  const found = findAnomalies(events);
  return {
    id: 'anomalies',
    title: words('异常情况', 'Anomalies'),
    about: words(
      `供街道党群办跟踪核查的 ${found.length} 项：仅为核查线索，并非结论。`,
      `${found.length} findings for the Party affairs office to follow up: reasons to look, no verdicts.`,
    ),
    tables: [
      {
        title: words('发现', 'Findings'),
        shown: 16,
        columns: [
          { title: words('账户或社区', 'whose') },
          { title: words('情况', 'what'), roomy: true },
          { title: words('数值', 'value'), number: true },
          { title: words('中位数', 'median'), number: true },
          { title: words('一般相差', 'spread'), number: true },
          { title: words('偏离程度', 'score'), number: true },
          { title: words('提示界限', 'threshold'), number: true },
          { title: words('比较对象', 'peers'), number: true },
          { title: words('详情', 'in words'), long: true },
        ],
        rows: found.map((finding) => [
          finding.accountId ?? finding.memberId ?? finding.communityId ?? ROLES[finding.role],
          KINDS[finding.kind],
          finding.value,
          finding.median ?? '',
          finding.spread ?? '',
          finding.score === undefined ? '' : finding.score.toFixed(2),
          finding.threshold ?? finding.minimum ?? '',
          finding.peers ?? '',
          long([explained(finding)]),
        ]),
      },
    ],
  };
}
