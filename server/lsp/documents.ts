import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Encoding, type Ruler, rulerOf } from './convert.js';

/** A text that is open in the editor; it wins over what the disk says. Never changes: an edit makes the next. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/**
 * The document after the client's changes, in their order, each counted in the text after the one
 * before. Ranges beyond the text count as its end.
 */
export function edited(
  document: OpenDocument,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: Encoding,
): OpenDocument {
  let { text } = document;
  let ruler: Ruler | undefined = rulerOfDocument(document, encoding);
  for (const change of changes) {
    if (!('range' in change)) {
      text = change.text;
    } else {
      ruler ??= rulerOf(text, encoding);
      const { start, end } = ruler.toSpan(change.range);
      text = text.slice(0, start) + change.text + text.slice(end);
    }
    ruler = undefined;
  }
  return { ...document, version, text };
}

const rulers = new WeakMap<OpenDocument, Ruler>();

/** Kept with the document: its next edit and every answer about it count the same lines. */
export function rulerOfDocument(document: OpenDocument, encoding: Encoding): Ruler {
  const ruler = rulers.get(document) ?? rulerOf(document.text, encoding);
  rulers.set(document, ruler);
  return ruler;
}
