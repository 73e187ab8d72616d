import { type ComparedFigure, mean, quantiles, type SimulationResult } from 'points-bank/simulation';
import { runSimulation, stopSimulation } from '../actions/simulation.js';
import { h } from '../h.js';
import { signed } from '../plots/columns.js';
import { figure, tableOf, wide } from '../plots/figure.js';
import { monthLines } from '../plots/lines.js';
import { type Five, spreads } from '../plots/spreads.js';
import { type RuleSets, validRules } from '../state.js';
import type { View } from '../view.js';
import { filled, number, t, words } from '../words.js';
import type { SimulatedPair } from '../worker/protocol.js';
import { pricesView, rewardTitle } from './prices.js';
import { roleTitle } from './titles.js';
import { outdatedNote, workView } from './work.js';

/** A population under both rule sets, simulated away from the page. */
export function simulationView(): View {
  const volunteers = numberInput('simulation-volunteers', 1000, 30, 20_000);
  const years = numberInput('simulation-years', 3, 1, 20);
  const seed = numberInput('simulation-seed', 1, 0, 999_999_999);
  const runs = numberInput('simulation-runs', 3, 1, 20);
  const prices = pricesView();
  const estimated = h('option', { value: 'estimated' }, t(words.estimated));
  const behaviour = h(
    'select',
    { id: 'simulation-behaviour' },
    h('option', { value: 'plain' }, t(words.plain)),
    estimated,
  );
  const run = h('button', { class: 'first' }, t(words.simulate));
  const form = h(
    'form',
    {
      class: 'settings',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void runSimulation({
          volunteers: volunteers.valueAsNumber,
          years: years.valueAsNumber,
          seed: seed.valueAsNumber,
          runs: runs.valueAsNumber,
          handbook: prices.changed(),
          asInLedger: behaviour.value === 'estimated',
        });
      },
    },
    h('label', {}, t(words.volunteers), volunteers),
    h('label', {}, t(words.years), years),
    h('label', {}, t(words.seed), seed),
    h('label', {}, t(words.runs), runs),
    h('label', {}, t(words.behaviour), behaviour),
    run,
    prices.element,
  );
  const work = workView(stopSimulation);
  const outdated = outdatedNote();
  const result = h('div', { id: 'simulated' });
  const element = h(
    'section',
    { 'aria-labelledby': 'simulation-title' },
    h('h3', { id: 'simulation-title' }, t(words.simulation)),
    h('p', { class: 'lead' }, t(words.simulationLead)),
    form,
    work.element,
    outdated.element,
    result,
  );
  return {
    element,
    update(state, before) {
      const { simulation, ledger } = state;
      if (state.handbook !== before?.handbook) prices.startFrom(state.handbook);
      estimated.disabled = ledger.is !== 'done';
      if (estimated.disabled && behaviour.value === 'estimated') behaviour.value = 'plain';
      run.disabled = simulation.is === 'running' || validRules(state) === undefined;
      work.update({ work: simulation, doing: t(words.simulating) });
      outdated.update(simulation, state);
      if (simulation === before?.simulation || simulation.is === 'running') return;
      const shown = simulation.is === 'done' ? simulated(simulation.result, simulation.ruleSets) : [];
      result.replaceChildren(...shown);
    },
  };
}

function numberInput(id: string, value: number, min: number, max: number): HTMLInputElement {
  return h('input', { id, type: 'number', value, min, max, step: 1, required: true });
}

function simulated(pair: SimulatedPair, ruleSets: RuleSets): HTMLElement[] {
  return [
    wide(t(words.simulated), figures(pair)),
    overAllRuns(pair),
    spread(pair, ruleSets),
    outstanding(pair),
  ];
}

function figures({ a, b }: SimulatedPair): HTMLTableElement {
  const row = (title: string, of: (result: SimulationResult) => number): (string | number)[] => {
    const [before, after] = [of(a), of(b)];
    return [title, before, after, signed(after - before)];
  };
  const roles = ({ roles: all }: SimulationResult) => Object.values(all);
  const sum = (numbers: readonly (number | undefined)[]): number =>
    numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
  const table = tableOf({
    head: [words.figure, words.base, words.draft, words.change].map(t),
    rows: [
      row(t(words.accounts), ({ accounts }) => accounts),
      row(t(words.assessment), (of) =>
        Math.round(sum(roles(of).map(({ accounts, assessment }) => mean(assessment) * accounts))),
      ),
      row(t(words.accepted), ({ commands }) => sum(Object.values(commands.accepted))),
      row(t(words.refusals), ({ commands }) => sum(Object.values(commands.refused))),
      row(t(words.visits), (of) => sum(roles(of).map(({ redemptions }) => redemptions.visits))),
      row(t(words.spent), (of) => sum(roles(of).map(({ redemptions }) => redemptions.points))),
      row(t(words.lapsed), ({ months }) => sum(Object.values(months).map(({ lapsed }) => lapsed))),
    ],
  });
  table.id = 'simulated-figures';
  return table;
}

/** What the change does in the mean of all runs, and in how far the runs agree. */
function overAllRuns({ compared }: SimulatedPair): HTMLElement {
  const row = (title: string, { before, after, change }: ComparedFigure): string[] => [
    title,
    number(before.mean),
    number(after.mean),
    ...[change.mean, change.least, change.most].map(signed),
  ];
  const named = (rewardId: string): string => rewardTitle(rewardId);
  const table = tableOf({
    head: [words.figure, words.base, words.draft, words.change, words.leastChange, words.mostChange].map(t),
    rows: [
      row(t(words.earned), compared.earned),
      row(t(words.spent), compared.redeemed),
      row(t(words.lapsed), compared.lapsed),
      row(t(words.atEnd), compared.outstanding),
      ...Object.entries(compared.demand).flatMap(([reward, { asked, given }]) => [
        row(filled(words.asked, { title: named(reward) }), asked),
        row(filled(words.given, { title: named(reward) }), given),
      ]),
    ],
  });
  table.id = 'simulated-changes';
  return h(
    'div',
    {},
    h('h4', {}, t(words.perReward)),
    h('p', { class: 'lead' }, filled(words.perRewardSays, { n: compared.seeds.length })),
    wide(t(words.perReward), table),
  );
}

function spread({ a, b }: SimulatedPair, ruleSets: RuleSets): HTMLElement {
  const five = (of: SimulationResult, role: string): Five | undefined => {
    const values = quantiles(of.roles[role]?.assessment ?? []);
    return values.length === 0 ? undefined : (values as unknown as Five);
  };
  const ids = [...new Set([...Object.keys(a.roles), ...Object.keys(b.roles)])];
  const rows = ids.map((id) => ({ label: roleTitle(id, ruleSets), a: five(a, id), b: five(b, id) }));
  const heads = [
    words.role,
    words.rulesUsed,
    words.least,
    words.lower,
    words.median,
    words.upper,
    words.largest,
  ];
  return figure({
    title: t(words.spread),
    says: t(words.spreadSays),
    table: {
      head: heads.map(t),
      rows: rows.flatMap((row) => [
        [row.label, t(words.base), ...(row.a ?? [])],
        [row.label, t(words.draft), ...(row.b ?? [])],
      ]),
    },
    draw: (width) => spreads(rows, width),
  });
}

function outstanding({ a, b }: SimulatedPair): HTMLElement {
  const months = Object.entries(a.months).map(([month, of]) => ({
    month,
    a: of.outstanding,
    b: b.months[month]?.outstanding ?? 0,
  }));
  return figure({
    title: t(words.outstandingByMonth),
    says: t(words.outstandingSays),
    table: {
      head: [words.month, words.base, words.draft].map(t),
      rows: months.map((month) => [month.month, month.a, month.b]),
    },
    draw: (width) => monthLines(months, width),
  });
}
