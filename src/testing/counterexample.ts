import type { Command } from '../account/commands/command.js';
import { readCommand } from '../account/commands/read-command.js';
import type { RuleSet } from '../rules/rule-set.js';

/** A law, and how a run breaks it. */
type Breach = {
  readonly name: string;
  readonly clause: string;
  readonly how: string;
  /** Whether the library's own implementation broke it, and not a subject of the host's. */
  readonly isOwn: boolean;
};

/**
 * Writes a broken law and the run that breaks it as a test to paste: the commands, their story in comments, and the rules. A subject of the
 * host's cannot be written, so that the test imports it from a module that the host names.
 */
export function counterexampleTest(
  { name, clause, how, isOwn }: Breach,
  ruleSet: RuleSet,
  commands: readonly unknown[],
): string {
  const story = commands.map((command, i) => `  // ${i + 1}. ${tell(command)}`);
  const code = commands.map((command) => `    ${write(command)},`);
  const ofClause = clause === '' ? '' : ` (clause ${clause})`;
  return [
    "import { expect, test } from 'vitest'",
    `import { ${isOwn ? 'laws, subjectOf' : 'laws'} } from 'points-bank/testing'`,
    ...(isOwn ? [] : ["import { subject } from './subject.js' /* the subject that was checked */"]),
    '',
    `test(${JSON.stringify(`${name}${ofClause}, rule set ${ruleSet.id}`)}, () => {`,
    ...story,
    `  // ${how}`,
    `  ${isOwn ? 'const subject = subjectOf(ruleSet)' : 'const { ruleSet } = subject'}`,
    `  const law = laws(ruleSet, subject).find(({ name }) => name === '${name}')`,
    '  expect(law?.broken([',
    ...code,
    '  ])).toBeUndefined()',
    '})',
    ...(isOwn ? ['', `const ruleSet = ${write(ruleSet)}`] : []),
  ].join('\n');
}

/** Describes a command in a sentence. */
function tell(input: unknown): string {
  const read = readCommand(input);
  if (!read.ok) return `something that is not a command (${read.problem.field}: ${read.problem.problem})`;
  const { data } = read.command;
  return `${data.on}: ${doing(read.command)}`;
}

function doing({ type, data }: Command): string {
  switch (type) {
    case 'OpenAccount':
      return `${data.accountId} opens an account as ${data.role}${continuing(data)}`;
    case 'ReportIn':
      return `${data.accountId} reports in`;
    case 'ClaimPost':
      return `${data.accountId} claims ${data.kind} '${data.postId}'${data.difficulty === undefined ? '' : `, ${data.difficulty}`}`;
    case 'CreditActivity':
      return `${data.accountId} is credited '${data.matterId}' under ${data.item}${measure(data)}`;
    case 'RedeemPoints':
      return `${data.accountId} redeems ${data.lines.map(({ rewardId, quantity }) => `${quantity} × ${rewardId}`).join(', ')}`;
    case 'CorrectScore':
      return `${data.accountId} is corrected by ${data.points}${data.corrects === undefined ? '' : ` for '${data.corrects}'`}`;
    case 'ReleasePost':
      return `${data.accountId} gives up '${data.postId}'`;
    case 'VerifyEntry':
      return `${data.verifies.kind} '${data.verifies.id}' of ${data.accountId} is verified`;
    case 'ReverseEntry':
      return `${data.reverses.kind} '${data.reverses.id}' of ${data.accountId} is undone${data.lines === undefined ? '' : ', in part'}`;
    case 'TransferPoints':
      return `${data.accountId} sends ${data.points} to ${data.to}`;
    case 'ReceivePoints':
      return `${data.accountId} receives ${data.sent.data.points} of ${data.sent.data.accountId}`;
    case 'BarAccount':
      return `${data.accountId} is barred for ${data.ground}`;
    case 'CloseAccount':
      return `${data.accountId} is closed: ${data.reason}`;
  }
}

function continuing({ continues = [] }: Extract<Command, { type: 'OpenAccount' }>['data']): string {
  return continues.length === 0
    ? ''
    : `, continuing ${continues.map((one) => one.data.accountId).join(', ')}`;
}

function measure({
  difficulty,
  quantity,
  postId,
}: {
  difficulty?: string;
  quantity?: number;
  postId?: string;
}): string {
  const post = postId === undefined ? '' : `, serving in '${postId}'`;
  return `${difficulty === undefined ? '' : `, ${difficulty}`}${quantity === undefined ? '' : `, ${quantity}`}${post}`;
}

/** Writes a value as code: JSON, plus the numbers that JSON lacks. */
function write(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value);
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([key, of]) => `${key === '__proto__' ? '["__proto__"]' : JSON.stringify(key)}: ${write(of)}`,
    );
    return `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value) ?? 'undefined';
}
