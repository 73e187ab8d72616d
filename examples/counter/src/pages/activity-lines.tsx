import type { FC } from 'hono/jsx';
import type { Decision } from 'points-bank';
import { explain } from 'points-bank/words';
import type { LineKept } from '../bank/activity.js';
import type { Unnamed } from '../forms/accounts-named.js';
import { WORDS } from '../language/words.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { signed, Table } from './parts.js';

/** A line of an activity, as it is shown. */
export type Line = {
  readonly accountId?: string;
  readonly written?: string;
  readonly state: 'scores' | 'already' | 'refused';
  readonly points?: number;
  readonly words: readonly string[];
};

/** What naming an account came to, where it came to nothing. */
export function unnamed({ say }: View, named: Unnamed): Line {
  const words = named.people > 1 ? say.severalPeople(named.people) : say.noSuchAccount;
  return { written: named.written, state: 'refused', words: [words] };
}

export function previewed({ say, locale, ruleSet }: View, accountId: string, decision: Decision): Line {
  if (!decision.accepted)
    return { accountId, state: 'refused', words: [explain(decision.refusal, WORDS[locale], ruleSet)] };
  const [event] = decision.events;
  if (event?.type !== 'ActivityCredited')
    return { accountId, state: 'already', words: [say.alreadyOnRecord] };
  const { points, scored } = event.data;
  const warnings = decision.warnings.map((warning) => explain(warning, WORDS[locale], ruleSet));
  return { accountId, state: 'scores', points, words: [...trimmed(say, points, scored), ...warnings] };
}

export function saved({ say, locale, ruleSet }: View, line: LineKept): Line {
  const { accountId } = line;
  if ('refusal' in line)
    return { accountId, state: 'refused', words: [explain(line.refusal, WORDS[locale], ruleSet)] };
  if ('already' in line) return { accountId, state: 'already', words: [say.alreadyOnRecord] };
  return { accountId, state: 'scores', points: line.points, words: trimmed(say, line.points, line.scored) };
}

const trimmed = (say: View['say'], points: number, scored: number): string[] =>
  points < scored ? [say.trimmedBy(scored - points)] : [];

export const count = (lines: readonly Line[], state: Line['state']): number =>
  lines.filter((line) => line.state === state).length;

type Props = {
  readonly view: View;
  readonly lines: readonly Line[];
  readonly names: ReadonlyMap<string, string>;
};

/** A line each; those that were refused come first, with their reasons. */
export const ActivityLines: FC<Props> = ({ view, lines, names }) => {
  const { say } = view;
  const sorted = [...lines].sort((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused'));
  return (
    <Table label={say.lineOutcome}>
      <thead>
        <tr>
          <th scope="col">{say.accountOrWritten}</th>
          <th scope="col">{say.lineOutcome}</th>
          <th scope="col" class="number">
            {say.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ accountId, written, state, points, words }) => (
          <tr class={state}>
            <th scope="row" class="wraps">
              {accountId === undefined ? (
                written?.slice(0, 200)
              ) : (
                <>
                  <a href={accountPath(accountId)}>{accountId}</a> {names.get(accountId)}
                </>
              )}
            </th>
            <td>{words.join(' ')}</td>
            <td class="number" data-label={points === undefined ? undefined : say.points}>
              {points === undefined ? '' : signed(points)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
