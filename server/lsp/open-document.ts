import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { noteChangedPart } from '../core/index.js';
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
  noteSmallEdit(document, text, changes, encoding);
  return { ...document, version, text };
}

/** A key in a text of megabytes: where it changed need not be looked for. */
function noteSmallEdit(
  document: OpenDocument,
  text: string,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: Encoding,
): void {
  const [only] = changes;
  if (changes.length !== 1 || only === undefined || !('range' in only)) return;
  const { start, end } = converterOfDocument(document, encoding).toSpan(only.range);
  const length = only.text.length;
  // A larger one may put the same words in place of most of it.
  if (end - start + length > SMALL) return;
  noteChangedPart(document.text, text, { start, end: start + length });
}

const SMALL = 100;

const converters = new WeakMap<OpenDocument, PositionConverter>();

/** Kept with the document: its next edit and every answer about it count the same lines. */
function converterOfDocument(document: OpenDocument, encoding: Encoding): PositionConverter {
  const converter = converters.get(document) ?? positionConverter(document.text, encoding);
  converters.set(document, converter);
  return converter;
}
