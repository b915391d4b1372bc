import { type CancellationToken, l10n, Uri } from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';
import { type CheckResult, REQUESTS } from '../server/lsp/protocol.js';
import { severityWord } from './compact-line.js';
import { plurals } from './plurals.js';

/** What is found in one brief or registry. */
export interface FileFindings {
  readonly uri: Uri;
  readonly findings: readonly Diagnostic[];
}

export interface Findings {
  /** How many briefs and registries were looked at. */
  readonly pages: number;
  /** Those with findings, in order of their paths. */
  readonly files: readonly FileFindings[];
}

/** Every finding, once everything has been read. */
export async function allFindings(
  client: BaseLanguageClient,
  token: CancellationToken,
): Promise<Findings> {
  const { pages, files } = await client.sendRequest<CheckResult>(REQUESTS.check, token);
  return {
    pages,
    files: files.map(({ uri, diagnostics }) => ({ uri: Uri.parse(uri), findings: diagnostics })),
  };
}

/** `3 briefs and registries: 2 errors, 1 note`. */
export function findingsSummary({ pages, files }: Findings): string {
  const words = files.flatMap(({ findings }) =>
    findings.map(({ severity }) => severityWord(severity)),
  );
  const count = (word: string): number => words.filter((each) => each === word).length;
  const parts = [
    [count('error'), plurals.errors],
    [count('warning'), plurals.warnings],
    [count('note'), plurals.notes],
    [count('hint'), plurals.hints],
  ] as const;
  const found = parts.filter(([number]) => number > 0).map(([number, text]) => text(number));
  const what = found.length > 0 ? found.join(', ') : l10n.t('nothing to report');
  return l10n.t('{0}: {1}', plurals.files(pages), what);
}
