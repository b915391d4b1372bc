import { host } from 'rapporteur:run';
import type { Stats } from 'mocha';

/**
 * Prints a line of the report. An extension host's `console.log` cannot be replaced, and the server's
 * hands the words on among its own: so they are put together here and marked for ../result.mjs.
 */
export function say(format: unknown = '', ...values: unknown[]): void {
  for (const line of filled(format, values).split('\n'))
    console.log(host === 'electron' ? line : `##| ${line}`);
}

/** Ends the report with its counts. */
export function report(planned: number, { passes, failures, pending }: Stats): void {
  if (host === 'electron') say(`${passes} passed, ${failures} failed`);
  else
    say(
      `RESULT ${JSON.stringify({ planned, passed: passes, failed: failures, skipped: pending })}`,
    );
}

/** What `console.log` would make of it. */
function filled(format: unknown, values: unknown[]): string {
  const rest = [...values];
  const words = String(format).replace(/%[sdoOj%]/g, (sign) =>
    sign === '%%' ? '%' : rest.length > 0 ? String(rest.shift()) : sign,
  );
  return [words, ...rest.map(String)].join(' ');
}
