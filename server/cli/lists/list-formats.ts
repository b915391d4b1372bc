import { listCsv } from './list-csv.js';
import type { ListFormat } from './list-format.js';
import { listJson } from './list-json.js';
import { listTable } from './list-table.js';

/** The ways to write a list; the first is what is written unasked. */
export const LIST_FORMATS: readonly ListFormat[] = [listTable, listJson, listCsv];
