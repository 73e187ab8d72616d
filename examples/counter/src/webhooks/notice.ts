import type { BankEvent, RuleSet } from 'points-bank';
import { explain } from 'points-bank/words';
import { WORDS } from '../language/words.js';
import type { Placed } from '../store/counter-store.js';

/** A message as Standard Webhooks has it: the body, and the id that stays the same however often it is sent. */
export type Notice = { readonly id: string; readonly body: string };

/** What is told of an event: the event as it is stored, and as a sentence in both languages. */
export function noticeOf({ position, event }: Placed, ruleSet: RuleSet): Notice {
  const { accountId, communityId } = event.data;
  const lines = event.type === 'PointsRedeemed' ? event.data.lines : [];
  const said = (locale: 'zh-CN' | 'en') => explain(event, WORDS[locale], ruleSet, { rewards: lines });
  const data = { accountId, communityId, event, words: { 'zh-CN': said('zh-CN'), en: said('en') } };
  return {
    id: `entry_${position}`,
    body: JSON.stringify({ type: event.type, timestamp: momentOf(event), data }),
  };
}

/** When the event arrived; one that was brought from elsewhere without its moment has its day. */
function momentOf({ data, metadata }: BankEvent): string {
  const { receivedAt } = metadata ?? {};
  return typeof receivedAt === 'string' ? receivedAt : `${data.on}T00:00:00.000Z`;
}
