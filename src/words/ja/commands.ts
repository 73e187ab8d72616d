import type { CommandType } from '../../rules/rule-set.js';

/** What each command does. */
export const COMMANDS: { readonly [C in CommandType]: string } = {
  OpenAccount: '口座開設',
  ReportIn: '参加登録',
  ClaimPost: '担当の引き受け',
  ReleasePost: '担当の返上',
  CreditActivity: '活動のポイント登録',
  VerifyEntry: '登録の確認',
  RedeemPoints: 'ポイント交換',
  CorrectScore: 'ポイント訂正',
  ReverseEntry: '登録の取り消し',
  TransferPoints: 'ポイントの送付',
  ReceivePoints: 'ポイントの受け取り',
  BarAccount: '利用の制限',
  CloseAccount: '口座の閉鎖',
};
