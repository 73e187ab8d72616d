import type { Messages } from '../language/messages.js';
import type { RewardField } from './handbook-of.js';
import type { PartField } from './programme-of.js';

/** What a form's field is called where it is named away from it. */
export function fieldTitle(say: Messages, field: string): string | undefined {
  const [, row, ofReward = ''] = /^reward(\d+)-(\w+)$/.exec(field) ?? [];
  if (row !== undefined)
    return `${say.rewardRow(Number(row) + 1)} ${rewardTitles(say)[ofReward as RewardField]}`;
  const [, part, at, ofPart = ''] = /^(matter|post)(\d+)-(\w+)$/.exec(field) ?? [];
  if (part !== undefined) {
    const title = say.rowOf(Number(at) + 1, partTitles(say)[ofPart as PartField]);
    return `${part === 'matter' ? say.mattersPart : say.postsPart} ${title}`;
  }
  return titles(say)[field];
}

/** The columns of the form for an edition of the handbook. */
export const rewardTitles = (say: Messages): Readonly<Record<RewardField, string>> => ({
  rewardId: say.rewardId,
  zh: say.titleZh,
  en: say.titleEn,
  price: say.price,
  stock: say.stock,
  stockFrom: say.stockFrom,
  consent: say.consent,
  consentUntil: say.consentUntil,
  limit: say.rewardLimit,
  kind: say.rewardKind,
  limitPer: say.rewardLimitPer,
});

const partTitles = (say: Messages): Readonly<Record<PartField, string>> => ({
  name: say.partName,
  item: say.item,
  kind: say.kind,
  difficulty: say.difficulty,
  from: say.from,
  until: say.to,
});

const titles = (say: Messages): Readonly<Record<string, string>> => ({
  on: say.day,
  accountId: say.accountNumber,
  role: say.role,
  memberId: say.memberNumber,
  formComplete: say.formComplete,
  postId: say.post,
  kind: say.kind,
  difficulty: say.difficulty,
  item: say.item,
  matterId: say.matter,
  quantity: say.quantity,
  catalogue: say.catalogue,
  note: say.note,
  rewards: say.rewards,
  matter: say.matterCorrected,
  points: say.points,
  reason: say.reasonField,
  ground: say.ground,
  from: say.barredFrom,
  until: say.barredUntil,
  to: say.sentTo,
  continuedBy: say.goesOnIn,
  version: say.version,
  published: say.published,
  standingConsent: say.standingConsent,
  standingConsentUntil: say.standingConsentUntil,
});
