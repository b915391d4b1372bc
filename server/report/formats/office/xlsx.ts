import { counted, type Day, dayOf, formatDay } from '../../../core/index.js';
import type { ReportFormat } from '../../frame/report-format.js';
import type { ReportView } from '../../frame/report-view.js';
import type { Cell, Column, ColumnType, Table } from '../../tables/table.js';
import { tablesToRead } from '../../tables/tables.js';
import { type OfficePart, officePackage } from './package.js';
import { xmlText } from './xml.js';

/** A spreadsheet: words are never formulas in it, whatever they begin with, since each cell says what it holds. */
export const xlsx: ReportFormat = {
  name: 'xlsx',
  extension: 'xlsx',
  summary:
    'a spreadsheet: commitments, history, assessments and scores, entities, mentions and relations, a sheet each',
  views: [],
  holds: ['commitments', 'history', 'assessments', 'entities', 'mentions', 'relations'],
  isBinary: true,
  leavesOut(view) {
    const sheets = tablesToRead(view).map((table) => sheetOf(table, view));
    const rows = sheets.reduce((sum, { left }) => sum + left, 0);
    const cut = sheets.reduce((sum, each) => sum + each.cut, 0);
    return [
      ...(rows > 0 ? [`${counted(rows, 'row')}, for a sheet has no more`] : []),
      ...(cut > 0 ? [`the end of ${counted(cut, 'cell')} with more than 32,767 characters`] : []),
    ];
  },
  *write(view) {
    const sheets = tablesToRead(view).map(
      (table, index): OfficePart => ({
        path: `xl/worksheets/sheet${index + 1}.xml`,
        contentType: `${SPREADSHEET}.worksheet+xml`,
        xml: sheetOf(table, view).xml,
      }),
    );
    const styles: OfficePart = {
      path: 'xl/styles.xml',
      contentType: `${SPREADSHEET}.styles+xml`,
      xml: STYLES,
    };
    yield officePackage(workbook(view), [styles, ...sheets], {
      title: `Commitments as of ${view.asOf}`,
      asOf: view.asOf,
    });
  },
};

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function workbook(view: ReportView): OfficePart {
  const tables = tablesToRead(view);
  const sheets = tables.map(
    ({ name }, index) =>
      `<sheet name="${titleOf(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const filters = tables.map((table, index) => {
    const title = titleOf(table.name);
    const { count } = sheetOf(table, view);
    const range = `${title}!$A$1:$${letters(table.columns.length - 1)}$${count + 1}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${range}</definedName><definedName name="_xlnm.Print_Area" localSheetId="${index}">${title}!$A:$${letters(lastPrinted(table))}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${title}!$1:$1</definedName>`;
  });
  return {
    path: 'xl/workbook.xml',
    contentType: `${SPREADSHEET}.sheet.main+xml`,
    xml: `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`,
    relations: [
      ...tables.map((_, index) => ({
        id: `rId${index + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${index + 1}.xml`,
      })),
      { id: `rId${tables.length + 1}`, type: 'styles', target: 'styles.xml' },
    ],
  };
}

/** As a sheet is called. */
function titleOf(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The last column of those that can be read on one page. */
function lastPrinted({ columns }: Table): number {
  let width = 0;
  const beyond = columns.findIndex((column) => {
    width += column.width;
    return width > PAGE_WIDTH;
  });
  return (beyond < 0 ? columns.length : beyond) - 1;
}

/** In characters. */
const PAGE_WIDTH = 250;

/** 0: as it is; 1: a head; 2: a day; 3: words on several lines; 4: a whole number. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" horizontal="left"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A sheet has no more: the first row is the head. */
const MOST_ROWS = 1_048_575;
/** A cell has no more characters, in UTF-16 units. */
const MOST_CHARACTERS = 32_767;

interface Sheet {
  readonly xml: string;
  readonly count: number;
  readonly left: number;
  /** How many cells had to be cut. */
  readonly cut: number;
}

const sheets = new WeakMap<ReportView, Map<string, Sheet>>();

/** Asked for what it leaves out as well: made once. */
function sheetOf(table: Table, view: ReportView): Sheet {
  const known = sheets.get(view) ?? new Map<string, Sheet>();
  sheets.set(view, known);
  const sheet = known.get(table.name) ?? makeSheet(table, view);
  known.set(table.name, sheet);
  return sheet;
}

function makeSheet(table: Table, view: ReportView): Sheet {
  const { columns } = table;
  const rows = [
    rowXml(
      1,
      columns.map(({ title }) => stringXml(title, 1)),
    ),
  ];
  let left = 0;
  let cut = 0;
  for (const row of table.rows(view)) {
    if (rows.length > MOST_ROWS) {
      left += 1;
      continue;
    }
    const cells = row.map((cell, index) => {
      const text = textOf(cell);
      if (text !== undefined && text.length > MOST_CHARACTERS) cut += 1;
      return text === undefined ? cellXml(cell, columns[index]) : stringXml(text, 3);
    });
    rows.push(rowXml(rows.length + 1, cells));
  }
  const last = `${letters(columns.length - 1)}${rows.length}`;
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const xml = `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A1:${last}"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
  return { xml, count: rows.length - 1, left, cut };
}

/** @param cells what each begins with and is, behind its place; empty: nothing is there */
function rowXml(row: number, cells: readonly string[]): string {
  const placed = cells.map((cell, index) =>
    cell === '' ? '' : `<c r="${letters(index)}${row}"${cell}</c>`,
  );
  return `<row r="${row}">${placed.join('')}</row>`;
}

/** `undefined`: it holds no words. */
function textOf(cell: Cell): string | undefined {
  if (cell === undefined || typeof cell === 'number' || typeof cell === 'boolean') return undefined;
  return (typeof cell === 'string' ? cell : cell.join('; ')) || undefined;
}

function cellXml(cell: Cell, column: Column | undefined): string {
  const type: ColumnType = column?.type ?? 'text';
  if (typeof cell === 'boolean') return ` t="b"><v>${Number(cell)}</v>`;
  if (typeof cell !== 'number') return '';
  if (type !== 'day') return ` s="4"><v>${cell}</v>`;
  return isDate(cell) ? ` s="2"><v>${cell + EPOCH}</v>` : stringXml(formatDay(cell), 3);
}

/** From 1 January 1970 to the day that spreadsheets count from, but for the day in 1900 that never was. */
const EPOCH = 25_569;
const FIRST_DATE = dayOf(1900, 3, 1);
const LAST_DATE = dayOf(9999, 12, 31);

function isDate(day: Day): boolean {
  return day >= FIRST_DATE && day <= LAST_DATE;
}

/** Words, as they are: what looks like a number or a formula is none. */
function stringXml(words: string, style: number): string {
  const cut = words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS - 1)}…` : words;
  // What looks like `_x000D_` stands for a character.
  const text = xmlText(cut).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return ` s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is>`;
}

/** `A` … `Z`, `AA` … of a column from 0. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}
