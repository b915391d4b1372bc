import type { ListFormat } from './list-format.js';

/** One document; its shape is an interface, see docs/command-line.md. */
export const listJson: ListFormat = {
  name: 'json',
  summary: 'one JSON document, for programs',
  async write(rows) {
    return [`${JSON.stringify(rows, null, 2)}\n`];
  },
};
