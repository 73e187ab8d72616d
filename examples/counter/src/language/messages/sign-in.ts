import { text } from '../words.js';

export const signIn = {
  signInTitle: text('登录', 'Sign in'),
  userName: text('账号', 'User name'),
  password: text('密码', 'Password'),
  signInHint: text('账号由街道党群办开通。', 'The Party affairs office gives out the sign-ins.'),
  signInWrong: text('账号或密码不正确。', 'The user name or the password is not right.'),
  signInTooOften: (minutes: number) =>
    text(
      `尝试次数过多，请 ${minutes} 分钟后再试。`,
      `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    ),
} as const;
