import type { Diagnostic } from 'vscode-languageclient';

/** One finding on one line, as the problem matcher `rapporteur` reads it. Counts from 1. */
export function compactLine(path: string, { range, severity, code, message }: Diagnostic): string {
  const { line, character } = range.start;
  const text = typeof message === 'string' ? message : message.value;
  const words = text.replace(/\s+/g, ' ').trim();
  return `${path}:${line + 1}:${character + 1}: ${severityWord(severity)} ${code ?? 'finding'} ${words}`;
}

/** @param severity of the protocol: 1 is an error, absent as well */
export function severityWord(severity: number | undefined): 'error' | 'warning' | 'note' | 'hint' {
  return severity === 2 ? 'warning' : severity === 3 ? 'note' : severity === 4 ? 'hint' : 'error';
}
