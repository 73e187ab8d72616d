import type { FC } from 'hono/jsx';
import { Legend, StackedBars } from '../charts/bars.js';
import { TwoWidths } from '../charts/chart.js';
import { LineChart } from '../charts/line.js';
import { Levels } from '../charts/roles.js';
import type { RegisterSums } from '../store/register-sums.js';
import type { View } from '../web/view.js';
import { itemTitle, roleTitle, Table } from './parts.js';

type Props = { readonly view: View; readonly register: RegisterSums };

const MONTHS = 24;
const MONTHS_ON_A_PHONE = 8;

/** A year's worth of months is enough to see the seasons; on a phone the latest few. */
const latest = <T,>(list: readonly T[], width: number): readonly T[] =>
  list.slice(width < 500 ? -MONTHS_ON_A_PHONE : -MONTHS);

export const RegisterCharts: FC<Props> = ({ view, register }) => {
  const { say } = view;
  const months = register.byMonth.slice(-MONTHS);
  if (months.length === 0) return null;
  const items = register.byItem.map(({ item }) => item);
  const series = (width: number) =>
    items.map((item) => ({
      name: itemTitle(view, item),
      values: latest(months, width).map((month) => month.items.find((of) => of.item === item)?.points ?? 0),
    }));
  const labels = (width: number) => latest(months, width).map(({ month }) => month.slice(2));
  const levels = register.byRole.map(({ role, colour, accounts, assessment }) => ({
    name: roleTitle(view, role),
    value: Math.round((assessment / Math.max(1, accounts)) * 10) / 10,
    note: say.accountsCount(accounts),
    colour,
  }));
  return (
    <>
      <div class="plots">
        <figure class="card">
          <figcaption>{say.chartEarned}</figcaption>
          <Legend series={series(860)} />
          <TwoWidths
            id="earned"
            draw={(width, id) => (
              <StackedBars
                id={id}
                title={say.chartEarned}
                labels={labels(width)}
                series={series(width)}
                width={width}
              />
            )}
          />
        </figure>
        <figure class="card">
          <figcaption>{say.chartOutstanding}</figcaption>
          <TwoWidths
            id="outstanding"
            draw={(width, id) => (
              <LineChart
                id={id}
                title={say.chartOutstanding}
                labels={labels(width)}
                values={latest(months, width).map(({ outstanding }) => outstanding)}
                width={width}
              />
            )}
          />
        </figure>
        <figure class="card">
          <figcaption>{say.chartRoles}</figcaption>
          <TwoWidths
            id="roles"
            draw={(width, id) => <Levels id={id} title={say.chartRoles} levels={levels} width={width} />}
          />
        </figure>
      </div>
      <details>
        <summary>{say.chartFigures}</summary>
        <Table label={say.byMonth}>
          <thead>
            <tr>
              <th scope="col">{say.month}</th>
              {items.map((item) => (
                <th scope="col" class="number">
                  {itemTitle(view, item)}
                </th>
              ))}
              <th scope="col" class="number">
                {say.corrected}
              </th>
              <th scope="col" class="number">
                {say.redeemed}
              </th>
              <th scope="col" class="number">
                {say.outstanding}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...months].reverse().map((month) => (
              <tr>
                <th scope="row">{month.month}</th>
                {items.map((item) => (
                  <td class="number" data-label={itemTitle(view, item)}>
                    {month.items.find((of) => of.item === item)?.points ?? 0}
                  </td>
                ))}
                <td class="number" data-label={say.corrected}>
                  {month.corrected}
                </td>
                <td class="number" data-label={say.redeemed}>
                  {month.redeemed}
                </td>
                <td class="number" data-label={say.outstanding}>
                  {month.outstanding}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </>
  );
};
