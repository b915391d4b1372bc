import type { Diagnostic } from 'vscode-languageclient';
import { escapeControls, escapePath } from './escape-controls.js';

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
