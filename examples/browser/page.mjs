// One account in a page: what is entered is decided, folded and explained here in the browser, by the library as it is published.
// A real page would send the command to its host, which decides it again and keeps the events.
import './without-eval.mjs';
import { createBank, evolve, initialAccount, redeemable } from 'points-bank';
import { statement } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseCommand } from 'points-bank/schema';
import { en, enReports, explain, zhCN, zhCNReports } from 'points-bank/words';

const accountId = 'LA-0001';
const by = { office: 'community', communityId: 'linan' };
const bank = createBank(renfa2022);
const events = [];
let account = initialAccount;

const at = (id) => document.getElementById(id);
const form = at('claim');
for (const [id, title] of Object.entries(renfa2022.difficulties))
  form.elements.difficulty.append(new Option(`${title['zh-CN']} ${title.en}`, id));

form.addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  const { postId, difficulty, on } = Object.fromEntries(new FormData(form));
  enter({ type: 'ClaimPost', data: { accountId, postId, kind: 'post', difficulty, on, by } });
});
at('print').addEventListener('click', () => window.print());

enter({
  type: 'OpenAccount',
  data: { accountId, role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by },
});

/** Decides a command; shows the account and why it is so. */
function enter(input) {
  const parsed = parseCommand(input, bank.ruleSet);
  if (!parsed.ok) return answer(parsed.problems.map((problem) => inBoth(problem, zhCNReports, enReports)));
  const decision = bank.decide(parsed.value, account);
  if (decision.accepted) {
    events.push(...decision.events);
    account = decision.events.reduce(evolve, account);
  }
  answer(explained(decision));
  show();
}

function explained(decision) {
  const facts = decision.accepted ? decision.events : [decision.refusal];
  if (facts.length > 0) return facts.map((fact) => inBoth(fact, zhCN, en));
  return [{ 'zh-CN': '此项已经登记。', en: 'This is entered already.' }];
}

function inBoth(subject, chinese, english) {
  return { 'zh-CN': explain(subject, chinese, renfa2022), en: explain(subject, english, renfa2022) };
}

function answer(texts) {
  at('answer').replaceChildren(
    ...texts.flatMap((text) => ['zh-CN', 'en'].map((lang) => element('p', text[lang], lang))),
  );
}

function show() {
  at('balance').textContent = redeemable(account);
  const { entries = [] } = statement(events, { from: '2023-01-01', to: '2023-12-31' }) ?? {};
  at('entries').replaceChildren(
    ...entries.map((entry) => {
      const { on, clause, points, redeemable: balance } = entry;
      const title = inBoth(entry, zhCNReports, enReports);
      const row = document.createElement('tr');
      row.append(
        ...[on, clause, `${title['zh-CN']} ${title.en}`, points, balance].map((of) => element('td', of)),
      );
      return row;
    }),
  );
}

function element(name, text, lang) {
  const made = document.createElement(name);
  made.textContent = text;
  if (lang !== undefined) made.lang = lang;
  return made;
}
