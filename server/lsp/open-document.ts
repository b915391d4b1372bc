import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Encoding, type PositionConverter, positionConverter } from './position-converter.js';

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
export function applyContentChanges(
  document: OpenDocument,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: Encoding,
): OpenDocument {
  let { text } = document;
  let converter: PositionConverter | undefined = converterOfDocument(document, encoding);
  for (const change of changes) {
    if (!('range' in change)) {
      text = change.text;
    } else {
      converter ??= positionConverter(text, encoding);
      const { start, end } = converter.toSpan(change.range);
      text = text.slice(0, start) + change.text + text.slice(end);
    }
    converter = undefined;
  }
  return { ...document, version, text };
}

const converters = new WeakMap<OpenDocument, PositionConverter>();

/** Kept with the document: its next edit and every answer about it count the same lines. */
function converterOfDocument(document: OpenDocument, encoding: Encoding): PositionConverter {
  const converter = converters.get(document) ?? positionConverter(document.text, encoding);
  converters.set(document, converter);
  return converter;
}
