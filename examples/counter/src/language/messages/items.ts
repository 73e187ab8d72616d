import type { Text } from 'points-bank';
import { text } from 'points-bank';

/** The items of the first scheme in a word or two, for charts and for tables over all roles. */
export const ITEMS: Readonly<Record<string, Text>> = {
  registration: text('报到', 'Report-in'),
  claim: text('认领', 'Claims'),
  activity: text('活动', 'Activities'),
  'co-building': text('共建项目', 'Co-building'),
  affairs: text('社区事务', 'Affairs'),
  other: text('其他事项', 'Other matters'),
};
