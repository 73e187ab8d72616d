import type { CommandType } from '../../rules/rule-set.js';

/** What each command does. */
export const COMMANDS: { readonly [C in CommandType]: string } = {
  OpenAccount: 'opening an account',
  ReportIn: 'a report-in',
  ClaimPost: 'a claim of a post or project',
  ReleasePost: 'giving up a post or project',
  CreditActivity: 'crediting a matter',
  VerifyEntry: 'verifying an entry',
  RedeemPoints: 'redeeming points',
  CorrectScore: 'correcting the score',
  ReverseEntry: 'reversing an entry',
  TransferPoints: 'sending points to another account',
  ReceivePoints: 'receiving points from another account',
  BarAccount: 'barring an account',
  CloseAccount: 'closing an account',
};
