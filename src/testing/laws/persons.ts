import { text } from '../../values/text.js';
import { firstOf, type Law } from '../law.js';
import { eventsByAccount } from '../subject.js';

/** The laws of the persons who record and approve entries. */
export const PERSON_LAWS: readonly Law[] = [
  {
    name: 'entered-by-another',
    clause: ({ authority }) => authority.clause,
    title: text(
      '规则要求回避的，本人不得为自己经办',
      'nobody records entries for their own account, if the rules forbid it',
    ),
    broken: ({ subject, events }) => {
      if (subject.ruleSet.authority.self === 'allowed') return undefined;
      return firstOf(eventsByAccount(events), ([accountId, own]) => {
        const [opening] = own;
        const member = opening?.type === 'AccountOpened' ? opening.data.memberId : undefined;
        return firstOf(own, ({ type, data: { by } }) => {
          if (by.recorder === undefined) return `${type} does not say who recorded it`;
          return by.recorder === (member ?? accountId)
            ? `${type} of account '${accountId}' was recorded by its member`
            : undefined;
        });
      });
    },
  },
  {
    name: 'approved-by-a-second',
    clause: ({ authority }) => authority.clause,
    title: text(
      '规则要求复核的，由经办人以外的第二人复核',
      'a second person approves every entry, if the rules require it',
    ),
    broken: ({ subject, events }) => {
      const { approval } = subject.ruleSet.authority;
      return firstOf(events, ({ type, data: { by } }) => {
        if (approval === 'one-person') return undefined;
        const { recorder, approvedBy } = by;
        if (recorder === undefined || approvedBy === undefined) return `${type} names fewer than two persons`;
        return recorder === approvedBy ? `${type} was approved by the person who recorded it` : undefined;
      });
    },
  },
  {
    name: 'one-account',
    clause: ({ oneAccount, clauses }) => oneAccount?.clause ?? clauses.accounts,
    title: text(
      '规则限每人一个账户的，已知本人另有账户的不予开户',
      'nobody whose other account is known opens one, if the rules give each person one',
    ),
    broken: ({ subject, events }) =>
      firstOf(events, (event) => {
        if (subject.ruleSet.oneAccount === undefined || event.type !== 'AccountOpened') return undefined;
        const { accountId, otherAccounts } = event.data;
        return otherAccounts === undefined ? undefined : `${accountId} was opened beside another account`;
      }),
  },
];
