import { text } from '../words.js';

const TITLES: Readonly<Record<number, readonly [string, string]>> = {
  400: ['请求有误', 'Bad request'],
  401: ['需要密钥', 'A key is needed'],
  403: ['无权办理', 'Not yours to do'],
  404: ['没有找到', 'Not found'],
  409: ['存在冲突', 'Conflict'],
  413: ['内容过大', 'Too large'],
  415: ['格式不符', 'Not JSON'],
  422: ['未能办理', 'Refused'],
  429: ['请求过多', 'Too many requests'],
  500: ['系统出错', 'Something went wrong'],
  503: ['暂时无法办理', 'Not available at the moment'],
};

export const api = {
  keysTitle: text('接口密钥', 'API keys'),
  keysLead: text(
    '其他系统凭密钥通过接口办理，权限与所选身份的账号相同。密钥只显示一次，请妥善交给对方；系统不留存密钥本身。不再使用的密钥应及时撤销。',
    'Other programs use the API with a key, and may do what a user of the role may. A key is shown once and not kept: hand it over safely, and revoke it when it is no longer used.',
  ),
  keyName: text('密钥名称', 'Name of the key'),
  keyMake: text('发放密钥', 'Make a key'),
  keyMade: (name: string) => text(`已发放密钥 ${name}`, `The key ${name} is made`),
  keyOnce: text('密钥只在此显示一次：', 'The key is shown only here, once:'),
  keyMadeAt: text('发放时间', 'Made at'),
  keyRevoke: text('撤销', 'Revoke'),
  keyRevokeOf: (name: string) => text(`撤销密钥 ${name}`, `Revoke the key ${name}`),
  keyRevoked: (name: string) => text(`已撤销密钥 ${name}`, `The key ${name} is revoked`),
  keyNameWrong: text('名称为空或含有其他符号。', 'The name is missing or has other characters in it.'),
  keyTaken: text('已有此名称的密钥。', 'There is a key of this name already.'),
  apiTitles: (status: number) => {
    const [zh, en] = TITLES[status] ?? ['请求有误', 'Bad request'];
    return text(zh, en);
  },
  apiNotJson: text('请求内容不是有效的 JSON。', 'The body is not JSON.'),
  apiNotJsonType: text(
    '请求内容的类型应为 application/json。',
    'The body has to be of the type application/json.',
  ),
  apiNotACommand: text('填写有误，详见各字段。', 'This is not a command: see each field.'),
  apiBadRequest: text('请求参数有误。', 'The parameters are not right.'),
  apiKeyNeeded: text('没有密钥，或密钥无效。', 'There is no key, or it is not valid.'),
  apiAnotherOffice: text(
    '经办身份与密钥的身份不一致。',
    'The office and community of the command are not those of the key.',
  ),
  apiApprovedInPerson: text(
    '复核须由本人在页面上办理，不能通过接口代办。',
    'A second person approves in person, on the page, and not through a program.',
  ),
  apiOutsideScope: text('不在密钥的范围内。', 'This is outside the scope of the key.'),
  apiNotFound: text(
    '没有这个账户或地址，或不在密钥的范围内。',
    'There is no such account or address, or it is not for this key to see.',
  ),
  apiNotAnOwnNumber: text(
    '账户编号须以本社区代码和“-”开头。',
    "The account number has to begin with the community's own code and '-'.",
  ),
  apiNotOnRecord: text(
    '所附其他账户的记录与系统记录不符。',
    'The entries of other accounts that the command carries are not those on record.',
  ),
  apiDayAhead: text('日期不能晚于今天。', 'The day cannot be after today.'),
  apiTooManyRequests: text('请求过于频繁，请稍后再试。', 'Too many requests; try again later.'),
} as const;
