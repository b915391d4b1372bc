import { workspace } from 'vscode';
import type { ImportParams } from '../server/lsp/protocol.js';

/** What somebody wants of the comments in what is pasted and imported. */
export function commentsWanted(): NonNullable<ImportParams['comments']> {
  const set = workspace.getConfiguration('rapporteur').get<string>('import.comments');
  return set === 'none' ? false : set === 'nameless' ? 'nameless' : true;
}
