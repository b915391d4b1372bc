// What accepting a completion writes.
import { applyEdits, type Completion, type TextEdit } from '../../server/core/index.js';

/** The edits of an item, with `‸` where an editor with snippets leaves its cursors. */
export function editsOf(item: Completion, snippets: 'snippets' | 'plain'): readonly TextEdit[] {
  const { span, insert, snippet, also = [] } = item;
  const text = snippets === 'plain' || snippet === undefined ? insert : drawnSnippet(snippet);
  return [{ span, text }, ...also];
}

export function applied(text: string, item: Completion, snippets: 'snippets' | 'plain'): string {
  return applyEdits(text, editsOf(item, snippets));
}

/** `$1` and `$0` as `‸`. */
function drawnSnippet(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$\d/g, (_, escaped?: string) => escaped ?? '‸');
}
