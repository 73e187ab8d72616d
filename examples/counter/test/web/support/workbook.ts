import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook: words, a number, or a day as the count of days that a spreadsheet keeps of it. */
export type SheetCell = string | number | { readonly day: number } | undefined;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const columnName = (place: number): string => String.fromCharCode(65 + place);

function cellXml(cell: SheetCell, address: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${address}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

/** A sheet's rows by their numbers. */
export function sheetXml(rows: Readonly<Record<number, readonly SheetCell[]>>): string {
  const lines = Object.entries(rows).map(([row, cells]) => {
    const inner = cells.map((cell, place) => cellXml(cell, `${columnName(place)}${row}`)).join('');
    return `<row r="${row}">${inner}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** A workbook with one sheet, as spreadsheets save it, and the texts that its cells share; style 1 is a day. */
export function workbook(sheet: string, shared: readonly string[] = []): Uint8Array {
  const strings = shared.map((words) => `<si><t>${escaped(words)}</t></si>`).join('');
  const files = {
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings}</sst>`,
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}
