// What the editor says beside what a check of the same folder says.
import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver-protocol';
import type { CheckResult } from '../../server/lsp/protocol.js';
import { rapporteur } from './cli.js';
import { ABLE, type Editor } from './editor.js';

/** One that tells nothing of what changes on the disk. */
export const WITHOUT_WATCHERS: ClientCapabilities = {
  ...ABLE,
  workspace: { ...ABLE.workspace, didChangeWatchedFiles: {} },
};

/** A text in another encoding, with its mark. */
export function utf16(text: string, order: 'le' | 'be' = 'le'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/** @param cwd where the check is run, below the editor's root */
export async function checkSays(editor: Editor, cwd: string): Promise<readonly string[]> {
  const folder = path.join(editor.root, cwd);
  const { stdout, stderr } = await rapporteur(folder, ['check', '--format=json']);
  assert.match(stdout, /^\{/, stderr);
  const { findings } = JSON.parse(stdout) as { findings: readonly JsonFinding[] };
  return findings
    .map(({ file, range: { start, end }, rule, message }) =>
      said(editor, path.join(folder, file), rule, message, [
        start.line - 1,
        start.column - 1,
        end.line - 1,
        end.column - 1,
      ]),
    )
    .sort();
}

interface JsonFinding {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
  readonly range: Record<'start' | 'end', { readonly line: number; readonly column: number }>;
}

/** Of all workspaces that it has read, as one that asks for a check is told. */
export async function editorSays(editor: Editor): Promise<readonly string[]> {
  const { files } = await editor.connection.sendRequest<CheckResult>('rapporteur/check');
  return files.flatMap(({ uri, diagnostics }) => saidOf(editor, uri, diagnostics)).sort();
}

/** Of one document, as one that pulls is told. */
export async function editorSaysOf(editor: Editor, file: string): Promise<readonly string[]> {
  return saidOf(editor, editor.uri(file), await editor.pull(file)).sort();
}

function saidOf(editor: Editor, uri: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ range: { start, end }, code, message }) =>
    said(editor, fileURLToPath(uri), String(code), String(message), [
      start.line,
      start.character,
      end.line,
      end.character,
    ]),
  );
}

function said(
  editor: Editor,
  file: string,
  rule: string,
  message: string,
  range: readonly number[],
): string {
  return `${path.relative(editor.root, file)} ${range.join(' ')} ${rule} ${message}`;
}
