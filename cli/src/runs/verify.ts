import type { BankEvent, Handbook, RuleSet } from 'points-bank';
import {
  type ChainFault,
  type ChainVerification,
  type DecisionFault,
  type DecisionFinding,
  verifyChain,
  verifyDecisions,
} from 'points-bank/audit';
import { parseEvent, parseHandbook } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import { AccountGroups } from '../audit/account-groups.js';
import { ChainFollower } from '../audit/chain-follower.js';
import { readJsonAs } from '../input/json-file.js';
import { Ledger } from '../input/ledger.js';
import { problemText } from '../input/problems.js';
import { brokenRecord, brokenWords, type FileRecord, placed } from '../input/records.js';
import { type NamedRuleSets, ruleSetOf, ruleSetsNamed, underReadings } from '../input/rules.js';
import { progressOf } from '../output/progress.js';
import { figures, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit, UnusableError } from '../program/exit.js';
import { packOf } from '../program/pack.js';

/** A finding in words, with its place in the ledger, from 0, and the line that it is about. */
type Finding = {
  readonly at: number;
  readonly line: number;
  readonly fault: ChainFault | DecisionFault;
  readonly said: string;
};

/** Verifies the chain of a ledger and every decision in it. */
export async function verifyLedger(context: Context): Promise<Exit> {
  const { given, say } = context;
  const head = given.text('head');
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new UnusableError(
      say(
        '--head 应为 64 位小写十六进制摘要',
        '--head has to be a hash of 64 hexadecimal digits, in lower case',
      ),
    );
  }
  const rules = givenRules(context);
  const handbooks = given.texts('handbook').map((file) => readJsonAs(file, parseHandbook, context));
  const follower = new ChainFollower();
  const groups = new AccountGroups();
  const named: NamedRuleSets = { ids: new Set(), digests: new Set() };
  let broken: FileRecord | undefined;
  const ledger = await Ledger.read(given.argument(0), context, (record, place) => {
    follower.follow(record.value);
    groups.add(record.value, place);
    noteRuleSet(named, record.value);
    if (record.broken !== undefined) broken ??= record;
  });
  const isChain = follower.sealed || head !== undefined;
  // In a chain a line that cannot be read is a change; elsewhere it is no ledger.
  if (!isChain && broken !== undefined) throw brokenRecord(ledger.source, broken, say);
  const chain = isChain ? chainOf(follower, ledger, head) : undefined;
  const findings = decisionFindings(
    ledger,
    groups,
    { ruleSets: ruleSetsNamed(named, rules), handbooks },
    context,
  );
  return answer({ chain, findings, ledger }, context);
}

/** The rules of `--rules`, under the readings of `--reading`; the first scheme's under these where no rules are given. */
function givenRules(context: Context): RuleSet[] {
  const [names, readings] = [context.given.texts('rules'), context.given.texts('reading')];
  const named = names.length === 0 && readings.length > 0 ? ['renfa2022'] : names;
  return named.map((name) => underReadings(ruleSetOf(name, context), readings, context));
}

/** Notes the rule set that an event names; the event may be anything. */
function noteRuleSet({ ids, digests }: NamedRuleSets, stored: unknown): void {
  type Named = {
    readonly data?: { readonly ruleSet?: { readonly id?: unknown; readonly digest?: unknown } };
  };
  const { id, digest } = (stored as Named | null | undefined)?.data?.ruleSet ?? {};
  if (typeof id === 'string') ids.add(id);
  if (typeof digest === 'string') digests.add(digest);
}

/** The chain as it was followed, or its first fault, for which all seals are read together. */
function chainOf(follower: ChainFollower, ledger: Ledger, head: string | undefined): ChainVerification {
  const { whole, end } = follower;
  return whole && (head === undefined || head === end.head)
    ? { ok: true, ...end }
    : verifyChain(ledger.values(), head);
}

type Sources = { readonly ruleSets: readonly RuleSet[]; readonly handbooks: readonly Handbook[] };

/** Events verified at a time. */
const BATCH = 1000;

/** The entries that do not follow from the rules, in the order of their lines. */
function decisionFindings(
  ledger: Ledger,
  groups: AccountGroups,
  { ruleSets, handbooks }: Sources,
  context: Context,
): Finding[] {
  const { say } = context;
  const progress = progressOf(say('核验', 'Deciding again'), ledger.size);
  const found: Finding[] = [];
  let done = 0;
  // The stock of handbooks is counted over all accounts.
  const batches = handbooks.length > 0 ? groups.batches(Number.POSITIVE_INFINITY) : groups.batches(BATCH);
  for (const places of batches) {
    const records = places.map((place) => ledger.record(place));
    const options = handbooks.length > 0 ? { handbooks } : {};
    for (const finding of verifyDecisions(records.map(eventOf), ruleSets, options)) {
      const at = places[finding.at] as number;
      const said = findingText({ ...finding, at }, records[finding.at] as FileRecord, ruleSets, context);
      found.push({ at, line: ledger.line(at), fault: finding.fault, said });
    }
    done += places.length;
    progress.at(done);
  }
  progress.stop();
  return found.sort((a, b) => a.at - b.at);
}

/** The event of a record in its current form; what is no event is judged as it is. */
function eventOf({ value }: FileRecord): BankEvent {
  const parsed = parseEvent(value);
  return parsed.ok ? parsed.value : (value as BankEvent);
}

/** A finding in words. Of what is no event, it is told too what is wrong with it: the line, or the first wrong field. */
function findingText(
  finding: DecisionFinding,
  record: FileRecord,
  ruleSets: readonly RuleSet[],
  context: Context,
): string {
  const pack = packOf(context.locale);
  const said = explain(finding, pack, ruleSets[0]);
  if (finding.fault !== 'unreadable') return said;
  const parsed = parseEvent(record.value);
  const [problem] = parsed.ok ? [] : parsed.problems;
  if (record.broken !== undefined) return pack.paragraph([said, brokenWords(record, context.say)]);
  return problem === undefined ? said : pack.paragraph([said, problemText(problem, context)]);
}

type Verified = {
  /** Absent if nothing in the ledger is sealed. */
  readonly chain: ChainVerification | undefined;
  readonly findings: readonly Finding[];
  readonly ledger: Ledger;
};

/** Prints the answer: the first fault of the chain, and every entry that does not follow from the rules. */
async function answer({ chain, findings, ledger }: Verified, context: Context): Promise<Exit> {
  const { out, say, locale } = context;
  const { name } = ledger.source;
  const fault: Finding | undefined =
    chain === undefined || chain.ok
      ? undefined
      : { ...chain, line: ledger.line(chain.at), said: explain(chain, packOf(locale)) };
  const ok = fault === undefined && findings.length === 0;
  if (out.format === 'json') {
    await out.json({
      ok,
      entries: ledger.size,
      chain:
        chain === undefined
          ? null
          : fault === undefined
            ? chain
            : { ...chain, line: fault.line, text: fault.said },
      decisions: {
        ok: findings.length === 0,
        findings: findings.map(({ said, ...finding }) => ({ ...finding, text: said })),
      },
    });
  } else if (out.format === 'csv') {
    const row =
      (part: string) =>
      ({ line, said }: Finding) => [name, line, part, said];
    await out.table({
      columns: [
        words(say('文件', 'file')),
        figures(say('行', 'line')),
        words(say('核验内容', 'part')),
        words(say('情况', 'finding')),
      ],
      rows: [
        ...(fault === undefined ? [] : [row(say('链', 'chain'))(fault)]),
        ...findings.map(row(say('记录', 'decisions'))),
      ],
    });
  } else {
    await out.line(chainLine(chain, fault, name, context));
    for (const { line, said } of findings) await out.line(placed(name, line, said, say));
    if (findings.length === 0) {
      await out.line(
        say(
          `记录：${ledger.size} 笔，均出自所依规则。`,
          `Decisions: ${entries(ledger.size)}; the rules lead to every one.`,
        ),
      );
    }
  }
  return ok ? EXIT.yes : EXIT.no;
}

function chainLine(
  chain: ChainVerification | undefined,
  fault: Finding | undefined,
  name: string,
  { say }: Context,
): string {
  if (chain === undefined)
    return say('链：台账没有加封，未作核验。', 'Chain: the ledger is not sealed; there is none to verify.');
  if (fault !== undefined) return placed(name, fault.line, fault.said, say);
  const { length, head } = chain as Extract<ChainVerification, { ok: true }>;
  return say(`链：${length} 笔，完整。链尾 ${head}`, `Chain: ${entries(length)}, whole. Head ${head}`);
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
