import { jsonText } from '../formats/json-text.js';
import type { ListFormat } from './list-format.js';

/** One document; its shape is an interface, see docs/command-line.md. */
export const listJson: ListFormat = {
  name: 'json',
  summary: 'one JSON document, for programs',
  async write(rows) {
    return [`${jsonText(rows, 2)}\n`];
  },
};
