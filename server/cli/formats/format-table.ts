import type { CheckFormat } from './lint-run.js';

/** The formats as a table for the guide, each with the section that says more. */
export function formatTable(formats: readonly CheckFormat[]): string {
  const rows = formats.map(({ name, summary }) => `| [\`${name}\`](#${name}) | ${summary} |`);
  return ['| format | what it is |', '|---|---|', ...rows].join('\n');
}
