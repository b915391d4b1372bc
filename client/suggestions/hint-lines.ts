import {
  DiagnosticSeverity,
  Disposable,
  languages,
  type Range,
  type TextEditor,
  ThemeColor,
  type Uri,
  window,
} from 'vscode';
import { RULES_TO_SUGGEST } from '../core-words.js';
import type { Review } from './review.js';

/**
 * A faint line under words that a hint says could be tagged: VS Code itself shows of a hint three dots. While they are gone
 * through, the review draws its own.
 */
export function underlineHints(review: Review): Disposable {
  const line = window.createTextEditorDecorationType({
    borderWidth: '0 0 1px 0',
    borderStyle: 'dotted',
    borderColor: new ThemeColor('rapporteur.suggestion'),
  });
  const draw = (editors: readonly TextEditor[]): void => {
    for (const editor of editors) {
      const { document } = editor;
      editor.setDecorations(line, document === review.document ? [] : hinted(document.uri));
    }
  };
  return Disposable.from(
    line,
    review.onChange(() => draw(window.visibleTextEditors)),
    window.onDidChangeVisibleTextEditors(draw),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      draw(window.visibleTextEditors.filter(({ document }) => changed.has(String(document.uri))));
    }),
  );
}

function hinted(uri: Uri): readonly Range[] {
  return languages.getDiagnostics(uri).flatMap(({ source, severity, code, range }) => {
    const rule = typeof code === 'object' ? code.value : code;
    const isOurs = source === 'rapporteur' && severity === DiagnosticSeverity.Hint;
    return isOurs && RULES_TO_SUGGEST.has(String(rule)) ? [range] : [];
  });
}
