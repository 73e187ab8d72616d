import { type Command, withReading } from 'points-bank';
import { seal } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/cli.js';
import { BY, COMMANDS, eventsOf, HANDBOOK } from './support/sample.js';

const folder = new Folder();
const events = eventsOf(COMMANDS);
const sealed = seal(events).map((event) => JSON.stringify(event));
const head = JSON.parse(sealed.at(-1) as string).metadata.hash as string;
folder.write('ledger.jsonl', sealed);

/** The ledger with one line changed by hand. */
function tampered(line: number, change: (text: string) => string): string[] {
  return sealed.map((text, i) => (i === line - 1 ? change(text) : text));
}

describe('a whole ledger', () => {
  test('is whole, and says with what it ends', async () => {
    expect(await folder.run(['verify', 'ledger.jsonl'])).toEqual({
      code: 0,
      out: `Chain: 8 entries, whole. Head ${head}\nDecisions: 8 entries; the rules lead to every one.\n`,
      err: '',
    });
    expect(await folder.chinese(['verify', 'ledger.jsonl', '--head', head])).toEqual({
      code: 0,
      out: `链：8 笔，完整。链尾 ${head}\n记录：8 笔，均出自所依规则。\n`,
      err: '',
    });
  });

  test('is told as JSON', async () => {
    const { out } = await folder.run(['verify', 'ledger.jsonl', '--format', 'json']);
    expect(JSON.parse(out)).toEqual({
      ok: true,
      entries: 8,
      chain: { ok: true, length: 8, head },
      decisions: { ok: true, findings: [] },
    });
  });

  test('is whole from the standard input, and with the members of its events in another order', async () => {
    const turned = sealed.map((line) => {
      const { type, data, metadata } = JSON.parse(line);
      return JSON.stringify({ metadata, data, type, kind: 'Event' });
    });
    const run = await folder.run(['verify', '-'], { input: turned.join('\r\n\n') });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain(`Chain: 8 entries, whole. Head ${head}\n`);
  });
});

describe('a change of one line is told with its place', () => {
  test('altered', async () => {
    folder.write(
      'altered.jsonl',
      tampered(3, (text) => text.replace('"points":1', '"points":2')),
    );
    expect(await folder.run(['verify', 'altered.jsonl'])).toEqual({
      code: 1,
      out:
        'altered.jsonl:3: Entry 3 is not what was sealed: it was altered.\n' +
        'altered.jsonl:3: Entry 3: the rules that it names give something else: points.\n' +
        'altered.jsonl:6: Entry 6: the rules that it names give something else: balance.\n',
      err: '',
    });
    expect(await folder.chinese(['verify', 'altered.jsonl', '--format', 'csv'])).toEqual({
      code: 1,
      out:
        '\uFEFF文件,行,核验内容,情况\r\n' +
        'altered.jsonl,3,链,第 3 条与封存时不符，已被改动。\r\n' +
        'altered.jsonl,3,记录,第 3 条：与按所依规则得出的不同：分值。\r\n' +
        'altered.jsonl,6,记录,第 6 条：与按所依规则得出的不同：可兑换积分。\r\n',
      err: '',
    });
  });

  test('a line that is no JSON any more', async () => {
    folder.write(
      'broken.jsonl',
      tampered(5, (text) => text.slice(0, 100)),
    );
    expect(await folder.chinese(['verify', 'broken.jsonl'])).toEqual({
      code: 1,
      out:
        'broken.jsonl:5：第 5 条与封存时不符，已被改动。\n' +
        'broken.jsonl:5：第 5 条：不是本系统的事件，无法核验。不是一行完整的记录\n',
      err: '',
    });
  });

  test('dropped, and out of order: the line is that of the file, blank lines counted', async () => {
    folder.write('dropped.jsonl', ['', ...sealed.slice(0, 6), '', ...sealed.slice(7)]);
    const dropped = await folder.run(['verify', 'dropped.jsonl', '--format', 'json']);
    expect([dropped.code, JSON.parse(dropped.out).chain]).toEqual([
      1,
      {
        ok: false,
        at: 6,
        fault: 'dropped',
        line: 9,
        text: 'What was sealed as entry 7 is missing: it was dropped.',
      },
    ]);
    const [first, second, ...others] = sealed;
    folder.write('reordered.jsonl', [second, first, ...others]);
    expect((await folder.run(['verify', 'reordered.jsonl'])).out).toContain(
      'reordered.jsonl:1: From entry 1 on, entries are out of order.\n',
    );
  });

  test('cut off, by a head that was kept elsewhere', async () => {
    folder.write('cut.jsonl', sealed.slice(0, 7));
    expect(await folder.run(['verify', 'cut.jsonl', '--head', head])).toMatchObject({
      code: 1,
      out:
        'cut.jsonl:8: From entry 8 on, the chain is cut off before its head.\n' +
        'Decisions: 7 entries; the rules lead to every one.\n',
    });
  });
});

describe('decisions', () => {
  test('sealed anew with other points, the chain is whole and the entry does not follow from the rules', async () => {
    const [generous] = JSON.parse(JSON.stringify([events[4]]).replace('"points":2', '"points":9'));
    folder.write('generous.jsonl', seal([...events.slice(0, 4), generous, ...events.slice(5)]));
    const { code, out } = await folder.run(['verify', 'generous.jsonl', '--format', 'json']);
    const text = 'Entry 5: the rules that it names give something else: points.';
    expect([code, JSON.parse(out)]).toEqual([
      1,
      {
        ok: false,
        entries: 8,
        chain: { ok: true, length: 8, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
        decisions: { ok: false, findings: [{ at: 4, line: 5, fault: 'differs', text }] },
      },
    ]);
  });

  test('of accounts that are verified at different times are told with the lines of the ledger', async () => {
    // So many entries of one account that the others' come after them.
    const many = Array.from({ length: 1200 }, (_, i): Command => {
      const on = new Date(Date.UTC(2023, 3, 1 + Math.floor(i / 2))).toISOString().slice(0, 10);
      return {
        type: 'CreditActivity',
        data: { accountId: 'm', item: 'activity', matterId: `值守${i}`, difficulty: 'base', on, by: BY },
      };
    });
    const [ofM, ofN] = ['m', 'n'].map((id) =>
      COMMANDS.slice(0, 5).filter(({ data }) => data.accountId === id),
    );
    const lines = eventsOf([...(ofM ?? []), ...many.slice(0, 600), ...(ofN ?? []), ...many.slice(600)]);
    const lie = lines.findIndex(({ type, data }) => type === 'ActivityCredited' && data.accountId === 'n');
    folder.write(
      'many.jsonl',
      lines.map((event, i) =>
        i === lie ? JSON.stringify(event).replace('"points":2', '"points":9') : event,
      ),
    );
    const { code, out } = await folder.run(['verify', 'many.jsonl']);
    expect([code, out.split('\n')[1]]).toEqual([
      1,
      `many.jsonl:${lie + 1}: Entry ${lie + 1}: the rules that it names give something else: points.`,
    ]);
  });

  test('are verified where nothing is sealed, and it is said that nothing is', async () => {
    folder.write('plain.jsonl', events);
    expect(await folder.chinese(['verify', 'plain.jsonl'])).toEqual({
      code: 0,
      out: '链：台账没有加封，未作核验。\n记录：8 笔，均出自所依规则。\n',
      err: '',
    });
  });

  test('where nothing is sealed, a line that is no JSON makes no ledger, and what is no event is told with its field', async () => {
    folder.write('text.jsonl', [events[0], 'not JSON']);
    expect(await folder.run(['verify', 'text.jsonl'])).toEqual({
      code: 2,
      out: '',
      err: 'points-bank: text.jsonl:2: it is not JSON\n',
    });
    folder.write('form.jsonl', [events[0], { ...events[1], type: 'PostClaim' }]);
    const form = await folder.run(['verify', 'form.jsonl']);
    expect([form.code, form.out.split('\n')[1]]).toEqual([
      1,
      'form.jsonl:2: Entry 2: it is not an event of this library; it cannot be decided again. type: is not a known type: PostClaim',
    ]);
  });

  test('under rules that are not shipped need these rules', async () => {
    const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
    folder.write('rules.json', JSON.stringify(yearly));
    const reading = 'claim-cap-window=calendar-year';
    folder.write('yearly.jsonl', eventsOf(COMMANDS.slice(0, 3), yearly));
    const unknown = await folder.run(['verify', 'yearly.jsonl']);
    expect(unknown.code).toBe(1);
    expect(unknown.out.match(/are not at hand/g)).toHaveLength(3);
    for (const given of [
      ['--rules', 'rules.json'],
      ['--reading', reading],
    ]) {
      expect(await folder.run(['verify', 'yearly.jsonl', ...given]), given.join(' ')).toMatchObject({
        code: 0,
      });
    }
  });

  test('are held against handbooks and their stock where these are given', async () => {
    folder.write(
      'handbook.json',
      JSON.stringify({ ...HANDBOOK, rewards: [{ ...HANDBOOK.rewards[0], stock: 0 }] }),
    );
    const { code, out } = await folder.run(['verify', 'ledger.jsonl', '--handbook', 'handbook.json']);
    expect([code, out.split('\n')[1]]).toEqual([
      1,
      expect.stringContaining('ledger.jsonl:6: Entry 6: the rules that it names refuse it: '),
    ]);
  });
});

test('a head that is none is a usage error', async () => {
  expect(await folder.run(['verify', 'ledger.jsonl', '--head', 'abc'])).toEqual({
    code: 2,
    out: '',
    err: 'points-bank: --head has to be a hash of 64 hexadecimal digits, in lower case\n',
  });
});
