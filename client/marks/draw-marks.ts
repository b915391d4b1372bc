import type { DecorationOptions, Range, Selection, TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentMarks, MarkedWords } from '../../server/lsp/protocol.js';
import { chipOf, type MarkTypes, OWN_KIND, type Standing } from './mark-types.js';

/** The marks of a document, with places as VS Code has them. */
export interface PlacedMarks {
  readonly words: readonly PlacedWords[];
  readonly tags: readonly {
    readonly range: Range;
    readonly syntax: readonly Range[];
    readonly words: readonly PlacedWords[];
  }[];
  readonly promises: readonly {
    readonly range: Range;
    readonly standing: Standing;
    readonly chip: string;
    /** The line behind which the chip is shown. */
    readonly line: number;
  }[];
}

interface PlacedWords {
  readonly range: Range;
  readonly kind: string;
  readonly overdue: boolean;
}

export function placedMarks(
  { words, tags }: DocumentMarks,
  { protocol2CodeConverter: converter }: BaseLanguageClient,
): PlacedMarks {
  const place = (all: readonly MarkedWords[]): readonly PlacedWords[] =>
    all.map((each) => ({ ...each, range: converter.asRange(each.range) }));
  return {
    words: place(words),
    tags: tags.map((tag) => ({
      range: converter.asRange(tag.range),
      syntax: tag.syntax.map((each) => converter.asRange(each)),
      words: place(tag.words),
    })),
    promises: tags.flatMap(({ promise }) => {
      if (promise === undefined) return [];
      const { standing, chip, end } = promise;
      return [{ range: converter.asRange(promise.range), standing, chip, line: end.line }];
    }),
  };
}

/** Draws the kinds of words; and for reading, less of the syntax and more of the promises. */
export function drawMarks(
  editor: TextEditor,
  types: MarkTypes,
  marks: PlacedMarks,
  isReading: boolean,
): void {
  const isDim = (range: Range): boolean => isReading && !editor.selections.some(touching(range));
  const dim = marks.tags.filter(({ range }) => isDim(range));
  const plain = marks.tags.filter(({ range }) => !isDim(range));
  const words = [...marks.words, ...plain.flatMap((tag) => tag.words)];
  const byKind = new Map<string, Range[]>([...types.kinds.keys()].map((kind) => [kind, []]));
  for (const { kind, overdue, range } of words)
    if (!overdue) (byKind.get(kind) ?? byKind.get(OWN_KIND))?.push(range);
  for (const [kind, type] of types.kinds) editor.setDecorations(type, byKind.get(kind) ?? []);
  editor.setDecorations(types.overdue, rangesOf(words.filter(({ overdue }) => overdue)));
  editor.setDecorations(
    types.syntax,
    plain.flatMap(({ syntax }) => syntax),
  );
  editor.setDecorations(
    types.dimmed,
    dim.flatMap((tag) => [...tag.syntax, ...rangesOf(tag.words)]),
  );
  const promises = isReading ? marks.promises : [];
  for (const standing of ['open', 'overdue', 'over'] as const)
    editor.setDecorations(
      types.promises[standing],
      rangesOf(promises.filter((promise) => promise.standing === standing)),
    );
  editor.setDecorations(types.chips, chipsOf(editor, promises));
}

function touching(range: Range): (selection: Selection) => boolean {
  return (selection) => range.intersection(selection) !== undefined;
}

function rangesOf(placed: readonly { readonly range: Range }[]): Range[] {
  return placed.map(({ range }) => range);
}

function chipsOf({ document }: TextEditor, promises: PlacedMarks['promises']): DecorationOptions[] {
  return promises.flatMap(({ standing, chip, line }) => {
    if (chip === '' || line >= document.lineCount) return [];
    const { end } = document.lineAt(line).range;
    const range = document.lineAt(line).range.with(end, end);
    return [{ range, renderOptions: { after: chipOf(standing, chip) } }];
  });
}
