import { type CancellationToken, Uri } from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';

/** What is found in one brief or registry. */
export interface FileFindings {
  readonly uri: Uri;
  readonly findings: readonly Diagnostic[];
}

interface Report {
  readonly items: readonly {
    readonly uri: string;
    readonly kind: string;
    readonly items?: readonly Diagnostic[];
  }[];
}

/**
 * A server may keep this question until it has news. That something once was wrong here, and is no
 * longer, is news: so it answers at once, also when nothing is found at all.
 */
const NOWHERE = 'rapporteur:nowhere';

/** The findings of every file that has any, in order of their paths. */
export async function allFindings(
  client: BaseLanguageClient,
  token: CancellationToken,
): Promise<readonly FileFindings[]> {
  const params = { previousResultIds: [{ uri: NOWHERE, value: '' }] };
  const report = await client.sendRequest<Report>('workspace/diagnostic', params, token);
  return report.items
    .filter(({ uri }) => uri !== NOWHERE)
    .map(({ uri, items }) => ({ uri: Uri.parse(uri), findings: items ?? [] }))
    .sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
}
