import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { ReportFormat } from '../frame/report-format.js';
import type { ReportView } from '../frame/report-view.js';
import type { Cell, Column, ColumnType, Table } from '../tables/table.js';
import { TABLES } from '../tables/tables.js';

/** Tables for DuckDB, Spark and pandas: a file each, in which a date is a date and a list is a list. */
export const parquet: ReportFormat = {
  name: 'parquet',
  extension: 'parquet',
  summary: 'tables in a folder, for DuckDB, Spark and pandas',
  views: [],
  holds: ['commitments', 'history', 'assessments', 'entities', 'mentions', 'relations'],
  isBinary: true,
  leavesOut: () => [],
  *files(view) {
    for (const table of TABLES)
      yield { name: `${table.name}.parquet`, content: bytesOf(table, view) };
  },
};

/** So many rows are held at once. */
const ROWS = 20_000;

function* bytesOf({ columns, rows }: Table, view: ReportView): Iterable<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'rapporteur' });
  const group: Cell[][] = columns.map(() => []);
  const write = (): Uint8Array => {
    const columnData = columns.map(({ name, type }, index) => ({
      name,
      data: (group[index] ?? []).map((cell) => storedValue(cell, type)),
    }));
    if (columnData.some(({ data }) => data.length > 0))
      file.write({ columnData, rowGroupSize: ROWS });
    for (const column of group) column.length = 0;
    return taken(writer);
  };
  for (const row of rows(view)) {
    for (const [index, column] of group.entries()) column.push(row[index]);
    if (group[0]?.length === ROWS) yield write();
  }
  yield write();
  file.finish();
  yield taken(writer);
}

/** What has been written since it was last asked; places in the file go on from there. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function storedValue(cell: Cell, type: ColumnType): Cell | null {
  if (cell === undefined) return type === 'list' ? [] : null;
  return cell;
}

const WORDS = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const;

const TYPES = {
  text: WORDS,
  edtf: WORDS,
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  count: { type: 'INT32' },
  flag: { type: 'BOOLEAN' },
} as const;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/** Lists in three levels, as the specification of Parquet has them. */
function schemaOf(columns: readonly Column[]): Schema {
  return [
    { name: 'schema', num_children: columns.length },
    ...columns.flatMap(
      ({ name, type }): Schema =>
        type === 'list'
          ? [
              {
                ...{ name, repetition_type: 'OPTIONAL', num_children: 1 },
                ...{ converted_type: 'LIST', logical_type: { type: 'LIST' } },
              },
              { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
              { name: 'element', repetition_type: 'OPTIONAL', ...WORDS },
            ]
          : [{ name, repetition_type: 'OPTIONAL', ...TYPES[type] }],
    ),
  ];
}
