import { people } from '../../data/community.mjs';
import { reporting } from '../reports/reporting.mjs';

export default reporting({
  title: "every account's statement of a year, 400,000 events",
  most: 1.2,
  load: people,
  report: ({ statements }, histories) => statements(histories, '2024-01-01', '2024-12-31'),
});
