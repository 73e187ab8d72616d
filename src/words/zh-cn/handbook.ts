import type { HandbookWords } from '../report-pack.js';
import { PARTS } from './parts.js';

/** A handbook to read. */
export const HANDBOOK: HandbookWords = {
  heading: ({ communityId, version, published }) =>
    `社区“${communityId}”积分手册（${version} 版，自 ${published} 起施行）`,
  reward: ({ kind, title, price, consent, stock, limit }, names) => {
    const parts = [
      kind === 'honour' ? '不需积分' : `每份 ${price} 分`,
      ...(consent === undefined ? [] : [`${consent} 经代表会议同意`]),
      ...(stock === undefined ? [] : [`共 ${stock} 件`]),
      ...(limit === undefined
        ? []
        : [`每个账户${limit.per === 'life' ? '合计' : `每${PARTS.words[limit.per]}`} ${limit.quantity} 件`]),
    ];
    return `${names.text(title)}（${PARTS.words[kind]}）：${parts.join('，')}。`;
  },
};
