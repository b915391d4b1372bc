import { workspace } from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

/**
 * Which documents the server is told of: Markdown and registries, on the disk, unsaved, or wherever a
 * folder of the workspace is. Not the old side of a comparison or a cell of a notebook, whose schemes
 * are others: nobody can mend a finding there.
 */
export function documentSelector(): readonly TextDocumentFilter[] {
  return schemes().flatMap((scheme) => [
    { scheme, language: 'markdown' },
    // The configuration may call any YAML file a registry; the server knows which.
    { scheme, language: 'yaml' },
    ...REGISTRIES.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** By name as well: other extensions give such files languages of their own. */
const REGISTRIES = [
  '**/registry.yaml',
  '**/registry/**/*.yaml',
  '**/*.registry.yaml',
  '**/rapporteur.yaml',
];

function schemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(['file', 'untitled', ...folders])];
}
