import type { CommandType } from '../../rules/rule-set.js';

/** What each command does. */
export const COMMANDS: { readonly [C in CommandType]: string } = {
  OpenAccount: '开设账户',
  ReportIn: '登记报到',
  ClaimPost: '认领',
  ReleasePost: '退岗',
  CreditActivity: '事项记分',
  VerifyEntry: '积分核定',
  RedeemPoints: '兑换积分',
  CorrectScore: '更正积分',
  ReverseEntry: '撤销登记',
  TransferPoints: '积分转出',
  ReceivePoints: '积分转入',
  BarAccount: '限制资格',
  CloseAccount: '注销账户',
};
