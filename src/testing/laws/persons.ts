import { text } from '../../values/text.js';
import { firstOf, type Law } from '../law.js';
import { eventsByAccount } from '../subject.js';

/** The laws of who may enter a command, and of who has to approve it. */
export const PERSON_LAWS: readonly Law[] = [
  {
    name: 'entered-by-another',
    clause: ({ authority }) => authority.clause,
    title: text(
      '规则要求回避的，本人不得为自己经办',
      'where the rules refuse it, nobody enters anything for their own account',
    ),
    broken: ({ subject, events }) => {
      if (subject.ruleSet.authority.self === 'allowed') return undefined;
      return firstOf(eventsByAccount(events), ([accountId, own]) => {
        const [opening] = own;
        const member = opening?.type === 'AccountOpened' ? opening.data.memberId : undefined;
        return firstOf(own, ({ type, data: { by } }) => {
          if (by.recorder === undefined) return `${type} does not say who entered it`;
          return by.recorder === (member ?? accountId)
            ? `${type} of account '${accountId}' was entered by its member`
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
      'where the rules ask for it, a second person approved every entry',
    ),
    broken: ({ subject, events }) => {
      const { approval } = subject.ruleSet.authority;
      return firstOf(events, ({ type, data: { by } }) => {
        if (approval === 'one-person') return undefined;
        const { recorder, approvedBy } = by;
        if (recorder === undefined || approvedBy === undefined) return `${type} names fewer than two persons`;
        return recorder === approvedBy ? `${type} was approved by the person who entered it` : undefined;
      });
    },
  },
];
