import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { ITEMS, plain, ROLES, words } from './words.mjs';

/*
 * The plots, as SVG made here and now: the page needs no script and no network. Each is drawn twice, for a wide and for a narrow
 * page, since letters must not shrink with the screen. vega-lite stays at 6.4: from 6.5 on it asks for Node.js 22.
 */

const FONT =
  'system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const INK = '#1f2933';
const FAINT = '#5f6b7a';

/** Colours that stay apart for colour-blind readers (Okabe and Ito), one for each item. */
const ITEM_COLOURS = ['#999999', '#e69f00', '#0072b2', '#cc79a7', '#009e73', '#56b4e9'];
/** The accounts' own colours: red for party members, blue for residents. */
const ROLE_COLOURS = ['#b42318', '#d9776b', '#1f5fa8'];

const CONFIG = {
  font: FONT,
  // The figure around it says what is seen; every bar read aloud would be noise.
  aria: false,
  background: 'white',
  view: { stroke: null },
  axis: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelColor: FAINT,
    titleColor: FAINT,
    gridColor: '#e4e7eb',
    domainColor: '#9aa5b1',
    tickColor: '#9aa5b1',
    labelLimit: 0,
  },
  legend: { labelFontSize: 12, labelColor: INK, labelLimit: 0, symbolType: 'square' },
};

/** How wide a plot is in all, how many columns its legend has, and every how many months the axis names one. */
const SIZES = {
  wide: { width: 880, columns: 3, every: 3 },
  narrow: { width: 330, columns: 1, every: 12 },
};

/** The plots of a register, each with its title, what it shows in words, and its pictures. */
export async function drawPlots(register) {
  const plots = {
    points: pointsPlot(register),
    balances: balancesPlot(register),
    outstanding: outstandingPlot(register),
  };
  const drawn = await Promise.all(
    Object.entries(plots).map(async ([id, { title, alt, spec }]) => {
      const [wide, narrow] = await Promise.all([draw(spec(SIZES.wide)), draw(spec(SIZES.narrow))]);
      return [id, { title, alt, wide, narrow }];
    }),
  );
  return Object.fromEntries(drawn);
}

function draw(spec) {
  const complete = { config: CONFIG, autosize: { type: 'fit-x', contains: 'padding' }, ...spec };
  return new View(parse(compile(complete).spec), { renderer: 'none' }).toSVG();
}

/** Points by month, stacked by item. */
function pointsPlot({ byMonth, byItem }) {
  const values = byMonth.flatMap(({ month, items }) =>
    items.map(({ item, points }) => ({
      month,
      points,
      item: label(ITEMS[item]),
      order: orderOf(ITEMS, item),
    })),
  );
  const most = byMonth.reduce((a, b) => (b.earned > a.earned ? b : a));
  const largest = ITEMS[byItem.reduce((a, b) => (b.points > a.points ? b : a)).item];
  return {
    title: words('每月所得积分，按计分项', 'Points earned each month, by item'),
    alt: words(
      `堆叠柱状图：${byMonth.length} 个月中 ${most.month} 最多，${most.earned} 分；“${largest['zh-CN']}”所占最大。`,
      `Stacked bars over ${byMonth.length} months; most were earned in ${most.month}, ${most.earned} points. The largest part: ${largest.en}.`,
    ),
    spec: ({ width, columns, every }) => ({
      width,
      height: 260,
      data: { values },
      mark: { type: 'bar' },
      encoding: {
        x: monthAxis(byMonth, every),
        y: { field: 'points', type: 'quantitative', aggregate: 'sum', title: '分 points' },
        color: {
          field: 'item',
          type: 'nominal',
          scale: { domain: Object.values(ITEMS).map(label), range: ITEM_COLOURS },
          legend: { orient: 'top', title: null, columns },
        },
        order: { field: 'order', type: 'quantitative' },
      },
    }),
  };
}

/** Balances of the accounts by role: a box with the quartiles and a stroke for each account. */
function balancesPlot({ accounts }) {
  const values = accounts.map(({ role, redeemable }) => ({ role: label(ROLES[role]), balance: redeemable }));
  const sorted = values.map(({ balance }) => balance).sort((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const color = {
    field: 'role',
    type: 'nominal',
    scale: { domain: Object.values(ROLES).map(label), range: ROLE_COLOURS },
    legend: null,
  };
  return {
    title: words('各账户可兑换积分，按类别', 'Balances of the accounts, by role'),
    alt: words(
      `箱线图，每条竖线为一个账户：共 ${sorted.length} 个，最低 ${plain(least)} 分，中位数 ${median} 分，最高 ${most} 分。`,
      `Box plot with a stroke for each of ${sorted.length} accounts: from ${plain(least)} points over a median of ${median} to ${most}.`,
    ),
    spec: ({ width, columns }) => ({
      width,
      height: 192,
      data: { values },
      encoding: {
        x: { field: 'balance', type: 'quantitative', title: '可兑换积分 balance in points' },
        y: {
          field: 'role',
          type: 'nominal',
          title: null,
          sort: Object.values(ROLES).map(label),
          axis: roleAxis(columns),
        },
      },
      layer: [
        {
          mark: { type: 'boxplot', extent: 1.5, size: 22, opacity: 0.35, outliers: false },
          encoding: { color },
        },
        { mark: { type: 'tick', thickness: 1.5, size: 34, opacity: 0.75 }, encoding: { color } },
      ],
    }),
  };
}

/** Points outstanding at the end of each month. */
function outstandingPlot({ byMonth }) {
  const values = byMonth.map(({ month, outstanding }) => ({ month, outstanding }));
  const [first, last] = [values[0], values.at(-1)];
  return {
    title: words('月末未兑换积分', "Points outstanding at each month's end"),
    alt: words(
      `面积图：${first.month} 末 ${first.outstanding} 分，${last.month} 末 ${last.outstanding} 分。`,
      `Area: ${first.outstanding} points at the end of ${first.month}, ${last.outstanding} at the end of ${last.month}.`,
    ),
    spec: ({ width, every }) => ({
      width,
      height: 200,
      data: { values },
      mark: { type: 'area', color: '#0072b2', opacity: 0.25, line: { color: '#0072b2', strokeWidth: 2 } },
      encoding: {
        x: monthAxis(byMonth, every),
        y: { field: 'outstanding', type: 'quantitative', title: '分 points' },
      },
    }),
  };
}

function monthAxis(byMonth, every) {
  const shown = byMonth
    .map(({ month }) => month)
    .filter((month) => (Number(month.slice(5)) - 1) % every === 0);
  return {
    field: 'month',
    type: 'ordinal',
    title: null,
    axis: { values: shown, labelAngle: 0, labelAlign: 'center' },
  };
}

/**
 * The role's words in two lines; Chinese alone on a narrow page, so that the boxes have the width. Vega reckons Chinese letters
 * too narrow where it cannot measure them, so the room is given.
 */
function roleAxis(columns) {
  const lines = "split(datum.label, ' · ')";
  const shown =
    columns > 1 ? { labelExpr: lines, minExtent: 150 } : { labelExpr: `${lines}[0]`, minExtent: 72 };
  return { ...shown, ticks: false, domain: false };
}

function label(title) {
  return `${title['zh-CN']} · ${title.en}`;
}

function orderOf(titles, id) {
  return Object.keys(titles).indexOf(id);
}
