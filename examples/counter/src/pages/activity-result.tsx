import type { FC } from 'hono/jsx';
import type { ActivityKept } from '../bank/activity.js';
import type { View } from '../web/view.js';
import { ActivityLines, count, saved, unnamed } from './activity-lines.js';
import { Figures } from './parts.js';

type Props = {
  readonly view: View;
  readonly activity: ActivityKept;
  readonly names: ReadonlyMap<string, string>;
  readonly address: string;
};

/** What came of an activity, and the way to the next one. */
export const ActivityResult: FC<Props> = ({ view, activity, names, address }) => {
  const { say } = view;
  const { matterId = '', on = '' } = activity.values;
  const lines = [
    ...activity.lines.map((line) => saved(view, line)),
    ...(activity.unnamed ?? []).map((one) => unnamed(view, one)),
  ];
  return (
    <>
      <h1>{matterId}</h1>
      <div class="done" role="status" tabindex={-1} autofocus>
        <h2>{say.activitySaved}</h2>
        <p>
          {say.nowScored(count(lines, 'scores'))} · {say.onRecordBefore(count(lines, 'already'))} ·{' '}
          {say.notScored(count(lines, 'refused'))}
        </p>
      </div>
      <Figures figures={[[say.day, <span class="words">{on}</span>]]} />
      <p class="buttons">
        <a class="button" href={`/activity?next=${address}`}>
          {say.nextActivity}
        </a>
        <a class="button quiet" href={`/activity?more=${address}`}>
          {say.samePlusOthers}
        </a>
      </p>
      <ActivityLines view={view} lines={lines} names={names} />
    </>
  );
};
