import { host } from 'rapporteur:run';
import type { Stats } from 'mocha';
import { writeSample } from './support.js';

/**
 * Prints a line of the report. An extension host's `console.log` cannot be replaced, and the server's
 * hands the words on among its own: so they are put together here and marked for ../result.mjs.
 */
export function say(format: unknown = '', ...values: unknown[]): void {
  for (const line of filled(format, values).split('\n'))
    console.log(host === 'electron' ? line : `##| ${line}`);
}

/** Hands the counts to the runner: a line that it reads, or on the desktop, whose log it has not, a file. */
export async function report(planned: number, stats: Stats): Promise<void> {
  const { passes: passed, failures: failed, pending: skipped } = stats;
  const text = JSON.stringify({ planned, passed, failed, skipped });
  if (host !== 'electron') say(`RESULT ${text}`);
  else await writeSample('../result.json', text);
}

/** What `console.log` would make of it. */
function filled(format: unknown, values: unknown[]): string {
  const rest = [...values];
  const words = String(format).replace(/%[sdoOj%]/g, (sign) =>
    sign === '%%' ? '%' : rest.length > 0 ? String(rest.shift()) : sign,
  );
  return [words, ...rest.map(String)].join(' ');
}
