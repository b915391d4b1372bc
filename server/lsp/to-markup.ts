import type { MarkupContent } from 'vscode-languageserver';
import { markdownOf, plainTextOf, type RichText } from '../core/index.js';
import type { WorkspaceView } from './workspace-view.js';

/** Rich text as Markdown with links into the files, or without any markup. */
export function toMarkup(
  view: WorkspaceView,
  text: RichText,
  kind: MarkupContent['kind'],
): MarkupContent {
  if (kind === 'plaintext') return { kind, value: plainTextOf(text) };
  const value = markdownOf(text, (place) => {
    const at = view.toLocation(place);
    // Editors open `#L12` at that line, which they count from 1.
    return at && `${at.uri}#L${at.range.start.line + 1}`;
  });
  return { kind, value };
}
