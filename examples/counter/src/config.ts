import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseRuleSet } from 'points-bank/schema';
import { z } from 'zod';

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    /** The address that it listens at: this machine alone, unless another is named. */
    HOST: z.string().min(1).default('127.0.0.1'),
    /** Where the embedded database, the users and the session secret are kept. */
    DATA: z.string().min(1).default('./data'),
    DATABASE_URL: z.string().min(1).optional(),
    SESSION_SECRET: z.string().min(32, 'SESSION_SECRET needs 32 characters or more').optional(),
    /** Where browsers reach the counter, such as `https://points.example.org`; needed behind a proxy that speaks https. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** `1` where a proxy of one's own adds `X-Forwarded-For`. */
    TRUST_PROXY: z.enum(['0', '1']).default('0'),
    /** A file with a rule set as JSON; the first scheme is used without. */
    RULES: z.string().min(1).optional(),
    /** How many requests a program may send in a minute with one key. */
    API_REQUESTS: z.coerce.number().int().min(1).default(600),
    /** Where notices of entries are sent. */
    WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
    /** `whsec_` and 24 to 64 bytes in base64; two with a blank between while the receiver changes over. */
    WEBHOOK_SECRET: z
      .string()
      .transform((given) => given.trim().split(/\s+/))
      .pipe(
        z.array(
          z.string().refine(isWebhookSecret, 'WEBHOOK_SECRET needs whsec_ and 24 to 64 bytes in base64'),
        ),
      )
      .optional(),
    /** The community whose entries are sent; all without. */
    WEBHOOK_COMMUNITY: z.string().min(1).optional(),
    /** `1` where the receiver is on this machine or in a network of one's own. */
    WEBHOOK_PRIVATE: z.enum(['0', '1']).default('0'),
    /** The provider of sign-ins beside passwords, and what the counter is there. */
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    TIME_ZONE: z.string().min(1).default('Asia/Shanghai'),
  })
  .superRefine((settings, { addIssue }) => {
    for (const message of [...webhookProblems(settings), ...oidcProblems(settings)])
      addIssue({ code: 'custom', message });
  });

type Given = Readonly<Record<string, unknown>>;

function webhookProblems({ WEBHOOK_URL, WEBHOOK_SECRET, WEBHOOK_PRIVATE }: Given): string[] {
  if (WEBHOOK_URL === undefined) return [];
  const isSafe = String(WEBHOOK_URL).startsWith('https:') || WEBHOOK_PRIVATE === '1';
  return [
    ...(WEBHOOK_SECRET === undefined ? ['WEBHOOK_URL needs WEBHOOK_SECRET'] : []),
    ...(isSafe ? [] : ['WEBHOOK_URL has to be https, unless WEBHOOK_PRIVATE is 1']),
  ];
}

function oidcProblems({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Given): string[] {
  if (OIDC_ISSUER === undefined) return [];
  const isWhole = OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined;
  const { protocol, hostname } = new URL(String(OIDC_ISSUER));
  const isSafe = protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    ...(isWhole ? [] : ['OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET']),
    ...(isSafe ? [] : ['OIDC_ISSUER has to be https, unless it is this machine']),
  ];
}

function isWebhookSecret(given: string): boolean {
  const bytes = Buffer.from(given.replace(/^whsec_/, ''), 'base64').length;
  return /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(given) && bytes >= 24 && bytes <= 64;
}

export type Config = z.infer<typeof environment>;

/** The settings; an empty variable counts as one that is not set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new Error(`The settings are wrong:\n${z.prettifyError(parsed.error)}`);
  const { DATA } = parsed.data;
  return { ...parsed.data, DATA: isAbsolute(DATA) ? DATA : resolve(DATA) };
}

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
  const parsed = parseRuleSet(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map((problem) => `${problem.path}: ${problem.message}`);
  throw new Error(`The rule set in ${path} is not valid:\n${problems.join('\n')}`);
}
