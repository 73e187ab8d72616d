import { community } from '../../data/community.mjs';
import { reporting } from '../reports/reporting.mjs';

export default reporting({
  title: "every account's feedback of a year, out of one stream of 400,000 events",
  most: 1.1,
  load: community,
  report: ({ feedbacks }, events) => feedbacks(events, 2024),
});
