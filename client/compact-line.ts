import type { Diagnostic } from 'vscode-languageclient';

/** One finding on one line, as `rapporteur check --format compact` writes it and the problem matcher reads it. */
export function compactLine(path: string, { range, severity, code, message }: Diagnostic): string {
  const { line, character } = range.start;
  const text = typeof message === 'string' ? message : message.value;
  const words = escapeControls(text.replace(/\s+/g, ' ').trim());
  const place = `${escapePath(path)}:${line + 1}:${character + 1}`;
  return `${place}: ${severityWord(severity)} ${code ?? 'finding'} ${words}`;
}

/** @param severity of the protocol: 1 is an error, absent as well */
export function severityWord(severity: number | undefined): 'error' | 'warning' | 'note' | 'hint' {
  return severity === 2 ? 'warning' : severity === 3 ? 'note' : severity === 4 ? 'hint' : 'error';
}

/**
 * Text of a document made harmless to print on one line, as the command line does (`server/cli/terminal/escape-controls.ts`,
 * which the client may not import; a test holds the two equal): what would act on a terminal, hide or
 * turn what follows is shown, and nothing is left that a log would obey.
 */
function escapeControls(text: string): string {
  return text.replace(UNSAFE, escaped).replace(LOG_COMMAND, '#\u266f');
}

function escapePath(path: string): string {
  const text = escapeControls(path);
  return /^\s*:/.test(text) ? `./${text}` : text;
}

const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029]|(?!\u200c|\u200d|[\u0600-\u0605\u06dd\u08e2])\p{Cf}/gu;
const LOG_COMMAND = /##(?=\w*\[)/g;

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
