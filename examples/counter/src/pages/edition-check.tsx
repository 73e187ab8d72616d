import type { Child, FC } from 'hono/jsx';
import type { Handbook, HandbookChange, Reward } from 'points-bank';
import { handbookChanges } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { lacksConsent } from '../bank/consents.js';
import type { FormValues } from '../forms/command-of.js';
import type { View } from '../web/view.js';
import { Token } from './fields.js';
import { RewardTable, spanTitle } from './reward-table.js';

type Props = {
  readonly view: View;
  readonly values: FormValues;
  readonly edition: Handbook;
  /** The edition that it is compared with. */
  readonly before: Handbook | undefined;
};

/** An edition as it would be published, before it is: what is new in it, and what could not be redeemed. */
export const EditionCheck: FC<Props> = ({ view, values, edition, before }) => {
  const { say, locale, ruleSet, today } = view;
  const titles = (rewards: readonly Pick<Reward, 'title'>[]) =>
    rewards.map(({ title }) => wordsIn(title, locale)).join(locale === 'en' ? ', ' : '、');
  const lacking = edition.rewards.filter((reward) => lacksConsent(ruleSet, edition, reward));
  const changes = before === undefined ? [] : handbookChanges(before, edition);
  const dropped = changes.flatMap((one) => (one.part === 'reward' && one.change === 'removed' ? [one] : []));
  return (
    <>
      <h1>{say.checkTitle(edition.version)}</h1>
      <div class="notice" role="status" tabindex={-1} autofocus>
        <p>{edition.published > today ? say.checkAhead(edition.published) : say.checkAtOnce}</p>
        {lacking.length > 0 && <p>{say.consentsLacking(titles(lacking))}</p>}
        {dropped.length > 0 && <p>{say.isDropped(titles(dropped))}</p>}
      </div>
      <dl class="pairs">
        <dt>{say.published}</dt>
        <dd>{edition.published}</dd>
        {edition.standingConsent !== undefined && (
          <>
            <dt>{say.standingConsent}</dt>
            <dd>
              {edition.standingConsentUntil === undefined
                ? edition.standingConsent
                : say.period(edition.standingConsent, edition.standingConsentUntil)}
            </dd>
          </>
        )}
      </dl>
      <RewardTable
        view={view}
        label={say.handbookOf(edition.version)}
        edition={edition}
        {...(before === undefined
          ? {}
          : {
              more: {
                title: say.comparedWith(before.version),
                of: (reward: Reward) => <Changed view={view} reward={reward} changes={changes} />,
              },
            })}
      />
      <form method="post" action="/handbook">
        <Token view={view} />
        {Object.entries(values)
          .filter(([name]) => name !== 'token' && name !== 'do')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <div class="actions">
          <button type="submit" class="main">
            {values.changes === undefined ? say.confirmPublish : say.confirmChange}
          </button>
          <button type="submit" name="do" value="form">
            {say.changeForm}
          </button>
        </div>
      </form>
    </>
  );
};

type ChangedProps = {
  readonly view: View;
  readonly reward: Reward;
  readonly changes: readonly HandbookChange[];
};

/** What is new in a reward. */
const Changed: FC<ChangedProps> = ({ view, reward, changes }): Child => {
  const { say, locale } = view;
  const own = changes.filter((one) => one.part === 'reward' && one.id === reward.rewardId);
  if (own.some(({ change }) => change === 'added')) return <span class="badge blue">{say.isNew}</span>;
  const names: Readonly<Record<string, string>> = {
    title: say.reward,
    kind: say.rewardKind,
    price: say.price,
    stock: say.stock,
    stockFrom: say.stockFrom,
    consent: say.consent,
    consentUntil: say.consentUntil,
    limit: say.rewardLimit,
  };
  const lines = own.flatMap((one) => {
    if (one.change !== 'changed') return [];
    const was = inWords(view, one.field, one.was);
    return [say.wasBefore(names[one.field] ?? '', was)];
  });
  return <>{lines.join(locale === 'en' ? '; ' : '；')}</>;
};

function inWords(view: View, field: string, value: unknown): string {
  const { say, locale } = view;
  if (value === undefined) return say.none;
  if (field === 'title') return wordsIn(value as Reward['title'], locale);
  if (field === 'kind') return say[value as Reward['kind']];
  if (field === 'limit') {
    const { quantity, per } = value as NonNullable<Reward['limit']>;
    return say.limitOf(quantity, spanTitle(view, per));
  }
  return String(value);
}
