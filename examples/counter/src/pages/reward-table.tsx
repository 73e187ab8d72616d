import type { Child, FC } from 'hono/jsx';
import type { Handbook, RedemptionSpan, Reward } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { lacksConsent } from '../bank/consents.js';
import { PERIOD_KINDS } from '../language/messages/handbook.js';
import type { View } from '../web/view.js';
import { Table } from './parts.js';

/** What the span of a limit is called. */
export function spanTitle({ say }: View, span: RedemptionSpan): string {
  if (typeof span !== 'string') return say.limitLast(span.last, span.of);
  return say.limitPeriods.split('|')[PERIOD_KINDS.indexOf(span)] ?? span;
}

type Props = {
  readonly view: View;
  readonly label: string;
  /** An edition, with what is left in stock. */
  readonly edition: Handbook;
  /** A column more. */
  readonly more?: { readonly title: string; readonly of: (reward: Reward) => Child };
};

/** The rewards of an edition; one that needs a consent and has none says so. */
export const RewardTable: FC<Props> = ({ view, label, edition, more }) => {
  const { say, locale, ruleSet } = view;
  const limits = edition.rewards.some(({ limit }) => limit !== undefined);
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{say.reward}</th>
          <th scope="col">{say.rewardKind}</th>
          <th scope="col" class="number">
            {say.price}
          </th>
          <th scope="col" class="number">
            {say.left}
          </th>
          <th scope="col">{say.consent}</th>
          {limits && <th scope="col">{say.rewardLimit}</th>}
          {more !== undefined && <th scope="col">{more.title}</th>}
        </tr>
      </thead>
      <tbody>
        {edition.rewards.map((reward) => (
          <tr>
            <th scope="row">{wordsIn(reward.title, locale)}</th>
            <td>{say[reward.kind]}</td>
            <td class="number" data-label={say.price}>
              {reward.price}
            </td>
            <td class="number" data-label={say.left}>
              {reward.stock ?? say.unlimited}
            </td>
            <td data-label={say.consent}>
              {lacksConsent(ruleSet, edition, reward) ? (
                <span class="badge bad">{say.consentLacking}</span>
              ) : reward.consentUntil === undefined ? (
                (reward.consent ?? '')
              ) : (
                say.period(reward.consent ?? '', reward.consentUntil)
              )}
            </td>
            {limits && (
              <td data-label={say.rewardLimit}>
                {reward.limit && say.limitOf(reward.limit.quantity, spanTitle(view, reward.limit.per))}
              </td>
            )}
            {more !== undefined && <td data-label={more.title}>{more.of(reward)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
