import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import type { RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseRuleSet } from 'points-bank/schema';
import { z } from 'zod';

/** A setting that nothing can be started with; what it says is one line. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const PORTS = 'has to be a whole number from 0 to 65535';
const COUNTS = 'has to be a whole number from 1 to 9999999';
const DATABASES = 'has to be an address such as postgresql://points@db.example.org/points';

/** Every setting. What one was is not said again where it is wrong: some are secrets. */
export const SETTINGS = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, PORTS)
      .transform(Number)
      .refine((port) => port <= 65_535, PORTS)
      .default(3000),
    /** The address that it listens at: this machine alone, unless another is named. */
    HOST: z
      .string()
      .refine(
        (host) => isIP(host) !== 0 || /^[\w.-]+$/.test(host),
        'has to be an address or a name of this machine, without a port',
      )
      .default('127.0.0.1'),
    /** Where the embedded database, the users and the session secret are kept. */
    DATA: z.string().default('./data'),
    DATABASE_URL: z
      .string()
      .refine((url) => /^postgres(?:ql)?:/.test(url) && URL.canParse(url), DATABASES)
      .optional(),
    SESSION_SECRET: z.string().min(32, 'needs 32 characters or more').optional(),
    /** Where browsers reach the counter, such as `https://points.example.org`; needed behind a proxy that speaks https. */
    PUBLIC_URL: z
      .url({
        protocol: /^https?$/,
        error: 'has to be an address for browsers, such as https://points.example.org',
      })
      .optional(),
    /** `1` where a proxy of one's own adds `X-Forwarded-For`. */
    TRUST_PROXY: z.enum(['0', '1'], 'has to be 1 or 0').default('0'),
    /** A file with a rule set as JSON; the first scheme is used without. */
    RULES: z.string().optional(),
    /** What is written to the standard output: a line for each request, or failures alone. */
    LOG: z.enum(['requests', 'failures'], "has to be 'requests' or 'failures'").default('requests'),
    /** What a reader of /metrics brings; without it they are read from this machine alone. */
    METRICS_TOKEN: z.string().min(16, 'needs 16 characters or more').optional(),
    /** How many requests a program may send in a minute with one key. */
    API_REQUESTS: z
      .string()
      .regex(/^\d{1,7}$/, COUNTS)
      .transform(Number)
      .refine((count) => count >= 1, COUNTS)
      .default(600),
    /** Where notices of entries are sent. */
    WEBHOOK_URL: z
      .url({ protocol: /^https?$/, error: 'has to be an address such as https://app.example.org/notices' })
      .optional(),
    /** `whsec_` and 24 to 64 bytes in base64; two with a blank between while the receiver changes over. */
    WEBHOOK_SECRET: z
      .string()
      .transform((given) => given.trim().split(/\s+/))
      .pipe(z.array(z.string().refine(isWebhookSecret, 'needs whsec_ and 24 to 64 bytes in base64')))
      .optional(),
    /** The community whose entries are sent; all without. */
    WEBHOOK_COMMUNITY: z.string().optional(),
    /** `1` where the receiver is on this machine or in a network of one's own. */
    WEBHOOK_PRIVATE: z.enum(['0', '1'], 'has to be 1 or 0').default('0'),
    /** The provider of sign-ins beside passwords, and what the counter is there. */
    OIDC_ISSUER: z
      .url({ protocol: /^https?$/, error: 'has to be an address such as https://sign-in.example.org' })
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    TIME_ZONE: z
      .string()
      .refine(isTimeZone, 'has to be a time zone such as Asia/Shanghai')
      .default('Asia/Shanghai'),
  })
  .superRefine((settings, { addIssue }) => {
    for (const [path, message] of [...webhookProblems(settings), ...oidcProblems(settings)])
      addIssue({ code: 'custom', path: [path], message });
  });

type Problem = readonly [setting: string, message: string];

type Given = Readonly<Record<string, unknown>>;

function webhookProblems({
  WEBHOOK_URL: url,
  WEBHOOK_SECRET: secret,
  WEBHOOK_COMMUNITY: community,
  WEBHOOK_PRIVATE,
}: Given): Problem[] {
  const problems: Problem[] = [];
  if (url === undefined) {
    if (secret !== undefined) problems.push(['WEBHOOK_SECRET', 'needs WEBHOOK_URL']);
    if (community !== undefined) problems.push(['WEBHOOK_COMMUNITY', 'needs WEBHOOK_URL']);
    return problems;
  }
  if (secret === undefined) problems.push(['WEBHOOK_URL', 'needs WEBHOOK_SECRET']);
  if (!String(url).startsWith('https:') && WEBHOOK_PRIVATE !== '1')
    problems.push(['WEBHOOK_URL', 'has to be https, unless WEBHOOK_PRIVATE is 1']);
  return problems;
}

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

function oidcProblems({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: id,
  OIDC_CLIENT_SECRET: secret,
}: Given): Problem[] {
  const problems: Problem[] = [];
  if (issuer === undefined) {
    if (id !== undefined) problems.push(['OIDC_CLIENT_ID', 'needs OIDC_ISSUER']);
    if (secret !== undefined) problems.push(['OIDC_CLIENT_SECRET', 'needs OIDC_ISSUER']);
    return problems;
  }
  if (id === undefined || secret === undefined)
    problems.push(['OIDC_ISSUER', 'needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET']);
  // What is no address at all was told already.
  if (!URL.canParse(String(issuer))) return problems;
  const { protocol, hostname } = new URL(String(issuer));
  if (protocol !== 'https:' && !THIS_MACHINE.includes(hostname))
    problems.push(['OIDC_ISSUER', 'has to be https, unless it is this machine']);
  return problems;
}

function isWebhookSecret(given: string): boolean {
  const bytes = Buffer.from(given.replace(/^whsec_/, ''), 'base64').length;
  return /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(given) && bytes >= 24 && bytes <= 64;
}

export type Config = z.infer<typeof SETTINGS>;

/** Settings that may stand in a file, which `…_FILE` names: such as containers and systemd keep secrets in. */
export const IN_FILES = [
  'DATABASE_URL',
  'SESSION_SECRET',
  'METRICS_TOKEN',
  'WEBHOOK_SECRET',
  'OIDC_CLIENT_SECRET',
] as const;

function fromFiles(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const read: NodeJS.ProcessEnv = {};
  for (const name of IN_FILES) {
    const path = env[`${name}_FILE`];
    if (path === undefined) continue;
    if (env[name] !== undefined) throw new WrongSetting(`${name} and ${name}_FILE are both set`);
    read[name] = contentOf(`${name}_FILE`, path).trim();
  }
  return read;
}

/** The settings; an empty variable counts as one that is not set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const given = { ...set, ...fromFiles(set) };
  const parsed = SETTINGS.safeParse(given);
  if (!parsed.success)
    throw new WrongSetting(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
    );
  const { DATA } = parsed.data;
  return { ...parsed.data, DATA: isAbsolute(DATA) ? DATA : resolve(DATA) };
}

/** The setting that says where the database is. */
export const databaseSetting = ({ DATABASE_URL }: Config): 'DATA' | 'DATABASE_URL' =>
  DATABASE_URL === undefined ? 'DATA' : 'DATABASE_URL';

/** What is allowed but most likely not meant. */
export function warningsOf({ PUBLIC_URL, TRUST_PROXY }: Config): string[] {
  if (PUBLIC_URL?.startsWith('https:') !== true || TRUST_PROXY === '1') return [];
  return [
    'PUBLIC_URL is https, so a proxy of yours stands before the counter, but TRUST_PROXY is not 1: everybody seems to come from the ' +
      "proxy's address, and wrong passwords for a name count together. Set TRUST_PROXY=1 where the proxy sets X-Forwarded-For.",
  ];
}

/** The rules that the counter decides by. */
export function readRules(path: string | undefined): RuleSet {
  if (path === undefined) return renfa2022;
  const parsed = parseRuleSet(jsonOf(path, contentOf('RULES', path)));
  if (parsed.ok) return parsed.value;
  const [first, ...more] = parsed.problems;
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  throw new WrongSetting(`RULES: ${path} is no rule set: ${first?.path}: ${first?.message}${others}`);
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongSetting(`RULES: ${path} is no JSON: ${(error as Error).message}`);
  }
}

function contentOf(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new WrongSetting(`${name}: ${path} cannot be read: ${(error as Error).message}`);
  }
}
