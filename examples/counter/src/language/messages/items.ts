import { type Bilingual, text } from '../words.js';

/** The items of the first scheme in a word or two, for charts and for tables over all roles. */
export const ITEMS: Readonly<Record<string, Bilingual>> = {
  registration: text('报到', 'Report-in'),
  claim: text('认领', 'Claims'),
  activity: text('活动', 'Activities'),
  'co-building': text('共建项目', 'Co-building'),
  affairs: text('社区事务', 'Affairs'),
  other: text('其他事项', 'Other matters'),
};
