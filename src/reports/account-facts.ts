import type { AccountOpened, BankEvent } from '../account/events.js';
import type { CalendarDate } from '../values/calendar.js';
import { type Text, text } from '../values/text.js';
import { ReportError } from './report-error.js';

/** Whose figures they are, as the opening says. */
export type AccountFacts = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly roleTitle: Text;
  readonly colour: string;
  readonly openedOn: CalendarDate;
};

/** The facts of an opening. */
export function factsOf({ data }: AccountOpened): AccountFacts {
  return {
    accountId: data.accountId,
    communityId: data.communityId,
    role: data.role,
    roleTitle: copyOf(data.roleTitle),
    colour: data.colour,
    openedOn: data.on,
  };
}

/** A text of the report's own: reports are frozen, and what they were given is left as it was. */
export function copyOf(given: Text): Text {
  return text(given['zh-CN'], given.en);
}

/**
 * Reads the events of one account out of those given, in one pass.
 *
 * @param accountId - whose; where left out, the events have to be one account's
 * @param take - called for each, with its place among the events given; the opening comes first
 * @returns the opening, or `undefined` where there is no such account
 * @throws {@link ReportError} `several-accounts`, `broken-history`
 */
export function readAccount(
  events: Iterable<BankEvent>,
  accountId: string | undefined,
  take: (event: BankEvent, index: number) => void,
): AccountOpened | undefined {
  let opened: AccountOpened | undefined;
  let wanted = accountId;
  let index = -1;
  for (const event of events) {
    index += 1;
    const of = event.data.accountId;
    wanted ??= of;
    if (of !== wanted) {
      if (accountId !== undefined) continue;
      throw new ReportError(
        'several-accounts',
        `events of '${wanted}' and of '${of}': name one by accountId`,
      );
    }
    if (event.type === 'AccountOpened') {
      if (opened !== undefined) throw openedTwice(of);
      opened = event;
    } else if (opened === undefined) {
      throw beforeOpening(event);
    }
    take(event, index);
  }
  return opened;
}

/** What is thrown for a second opening of an account. */
export function openedTwice(accountId: string): ReportError {
  return new ReportError('broken-history', `account '${accountId}' is opened twice`);
}

/** What is thrown for an event of an account that no event has opened. */
export function beforeOpening({ type, data }: BankEvent): ReportError {
  return new ReportError(
    'broken-history',
    `${type} of account '${data.accountId}' comes before its AccountOpened`,
  );
}
