import { community } from '../../data/community.mjs';
import { reporting } from '../reports/reporting.mjs';

export default reporting({
  title: "the community's register, out of one stream of 400,000 events",
  most: 1.1,
  load: community,
  report: ({ register }, events) => register(events, '2025-12-31'),
});
