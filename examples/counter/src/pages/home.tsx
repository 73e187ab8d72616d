import type { FC } from 'hono/jsx';
import type { Handbook, OpenedAccount } from 'points-bank';
import { assessment, balanceOn } from 'points-bank';
import { explain, wordsIn } from 'points-bank/words';
import { type RewardStanding, reportInStanding, windowStanding } from '../bank/standing.js';
import { WORDS } from '../language/words.js';
import { accountPath } from '../web/account-path.js';
import type { View } from '../web/view.js';
import { reportInText } from './account.js';
import { Figures, RoleBadge } from './parts.js';
import { windowText } from './redemption-notes.js';

type Props = {
  readonly view: View;
  readonly account: OpenedAccount;
  readonly name: string | undefined;
  readonly handbook: Handbook | undefined;
  readonly rewards: readonly RewardStanding[];
};

/** What a volunteer asks first, on a phone: how much is there, what can be had for it now, what is lacking, and when to come. */
export const HomePage: FC<Props> = ({ view, account, name, handbook, rewards }) => {
  const { say, ruleSet, today } = view;
  const own = accountPath(account.accountId);
  const balance = balanceOn(account, today, ruleSet);
  const now = rewards.filter(({ refusal }) => refusal === undefined);
  const later = rewards.filter(({ refusal }) => refusal !== undefined);
  return (
    <>
      <h1>
        {name ?? account.accountId} <RoleBadge view={view} role={account.role} colour={account.colour} />
      </h1>
      <Figures
        figures={[
          [say.redeemable, balance],
          [say.assessment, assessment(account)],
        ]}
      />
      <section class="card" aria-labelledby="next">
        <h2 id="next">{say.whatIsNext}</h2>
        <ul class="notes">
          <li>{reportInText(view, reportInStanding(ruleSet, account, today))}</li>
          <li>{windowText(view, windowStanding(ruleSet, account, handbook, today))}</li>
        </ul>
      </section>
      <section class="card" aria-labelledby="now">
        <h2 id="now">{say.redeemableNow}</h2>
        {now.length === 0 ? (
          <p>{say.nothingNow}</p>
        ) : (
          <ul class="rewards">
            {now.map((standing) => (
              <Reward view={view} standing={standing} balance={balance} />
            ))}
          </ul>
        )}
      </section>
      {later.length > 0 && (
        <section class="card" aria-labelledby="later">
          <h2 id="later">{say.notYet}</h2>
          <ul class="rewards">
            {later.map((standing) => (
              <Reward view={view} standing={standing} balance={balance} />
            ))}
          </ul>
        </section>
      )}
      <p class="buttons">
        <a class="button quiet" href={`${own}/handbook`}>
          {say.navHandbook}
        </a>
        <a class="button quiet" href={`${own}/statement`}>
          {say.navStatement}
        </a>
      </p>
    </>
  );
};

type RewardProps = { readonly view: View; readonly standing: RewardStanding; readonly balance: number };

const Reward: FC<RewardProps> = ({ view, standing, balance }) => {
  const { say, locale, ruleSet } = view;
  const { reward, refusal } = standing;
  const lacking = reward.price - balance;
  const why =
    refusal === undefined || (refusal.code === 'already-redeemed' && lacking <= 0)
      ? undefined
      : lacking > 0
        ? say.lacks(lacking)
        : explain(refusal, WORDS[locale], ruleSet);
  return (
    <li>
      <span>
        <b>{wordsIn(reward.title, locale)}</b>
        {why !== undefined && <span class="hint"> {why}</span>}
      </span>
      <span class="number">{say.pointsOf(reward.price)}</span>
    </li>
  );
};
