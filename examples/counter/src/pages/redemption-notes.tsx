import type { FC } from 'hono/jsx';
import type { Handbook, OpenedAccount } from 'points-bank';
import { balanceOn, filing } from 'points-bank';
import type { WindowStanding } from '../bank/standing.js';
import type { View } from '../web/view.js';
import { FilingBadge } from './filing.js';

type Props = {
  readonly view: View;
  readonly account: OpenedAccount;
  readonly handbook: Handbook | undefined;
  readonly standing: WindowStanding;
  readonly on: string;
};

/** How a redemption stands on a day: the balance, the period, the handbook's filing. */
export const RedemptionNotes: FC<Props> = ({ view, account, handbook, standing, on }) => {
  const { say, ruleSet } = view;
  return (
    <dl class="figures">
      <div>
        <dt>{say.redeemable}</dt>
        <dd>{balanceOn(account, on, ruleSet)}</dd>
      </div>
      <div>
        <dt>{say.redemptionWindow}</dt>
        <dd class="words">{windowText(view, standing)}</dd>
      </div>
      {handbook !== undefined && (
        <div>
          <dt>{say.handbookOf(handbook.version)}</dt>
          <dd class="words">
            <FilingBadge view={view} state={filing(handbook, ruleSet, on).state} />
          </dd>
        </div>
      )}
    </dl>
  );
};

export function windowText({ say }: View, standing: WindowStanding): string {
  switch (standing.state) {
    case 'open':
      return say.windowOpen;
    case 'used':
      return say.windowUsed(standing.on, standing.again);
    case 'shut':
      return say.windowShut;
    case 'no-handbook':
      return say.windowNoHandbook;
  }
}
