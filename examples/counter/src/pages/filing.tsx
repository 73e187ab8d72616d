import type { FC } from 'hono/jsx';
import type { FilingState } from 'points-bank';
import type { View } from '../web/view.js';

/** Where an edition stands with the Party affairs office, in words; the colour only repeats it. */
export const FilingBadge: FC<{ readonly view: View; readonly state: FilingState }> = ({ view, state }) => {
  const { say } = view;
  const words: Record<FilingState, string> = {
    'filed-in-time': say.filedInTime,
    'filed-late': say.filedLate,
    pending: say.filingPending,
    overdue: say.filingOverdue,
    'not-needed': say.filingNotNeeded,
  };
  const tone =
    state === 'overdue' ? 'bad' : state === 'filed-in-time' || state === 'not-needed' ? 'good' : 'fair';
  return <span class={`badge ${tone}`}>{words[state]}</span>;
};
