import type { BankEvent } from '../../src/index.js';
import { claim, correct, credit, hardMatters, open, redeem, reportIn, run } from '../support/history.js';

/** The commands of the golden history, decided anew. */
export function golden(): readonly BankEvent[] {
  return run([
    open('in-service-party-member', '2022-05-04'),
    claim('门岗', '2022-05-05', { difficulty: 'hard', catalogue: 'safety' }),
    claim('助老服务', '2022-05-06', { difficulty: 'hard', kind: 'project' }),
    credit('activity', '主题党日', '2022-06-30', { postId: '门岗', catalogue: 'party-life', note: '全天' }),
    ...hardMatters(10, '2022-12-31'),
    redeem('2022 下半年', '2022-12-31', { rice: 2, haircut: 1 }),
    reportIn('2023-01-01'),
    credit('affairs', 'written up late', '2022-07-01'),
    correct('recount', -1, '2023-03-01', { corrects: '主题党日' }),
    correct('bonus', 3, '2023-03-02'),
  ]).events;
}
