import { text } from '../words.js';

export const signIn = {
  signInTitle: text('登录', 'Sign in'),
  userName: text('账号', 'User name'),
  password: text('密码', 'Password'),
  signInHint: text('账号由街道党群办开通。', 'The Party affairs office gives out user names.'),
  signInWrong: text('账号或密码不正确。', 'The user name or the password is not right.'),
  oidcSignIn: text('使用统一认证登录', 'Sign in with single sign-on'),
  oidcFailed: text(
    '统一认证未通过或已过期，请重新登录。',
    'The sign-in was not completed. Please try again.',
  ),
  oidcUnknown: text(
    '统一认证已通过，但本系统没有对应的账号，请联系街道党群办。',
    'You are signed in at the provider, but no user here goes with it: ask the Party affairs office.',
  ),
  oidcAway: text('暂时无法使用统一认证，请稍后再试。', 'Single sign-on is not available at the moment.'),
  signInTooOften: (minutes: number) =>
    text(
      `尝试次数过多，请 ${minutes} 分钟后再试。`,
      `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    ),
} as const;
