import {
  Disposable,
  type TextEditorDecorationType,
  type ThemableDecorationAttachmentRenderOptions,
  ThemeColor,
  window,
} from 'vscode';
import type { MarkedTag } from '../../server/lsp/protocol.js';
import { KIND_NAMES } from '../core-words.js';

/** How a promise stands. */
export type Standing = NonNullable<MarkedTag['promise']>['standing'];

/** What is drawn, each in colours of the theme. */
export interface MarkTypes extends Disposable {
  /** By kind; those of a workspace are `entity`. */
  readonly kinds: ReadonlyMap<string, TextEditorDecorationType>;
  readonly overdue: TextEditorDecorationType;
  readonly syntax: TextEditorDecorationType;
  readonly dimmed: TextEditorDecorationType;
  readonly promises: Readonly<Record<Standing, TextEditorDecorationType>>;
  readonly chips: TextEditorDecorationType;
}

/** What kinds of a workspace are drawn as. */
export const OWN_KIND = 'entity';

export function createMarkTypes(): MarkTypes {
  const coloured = (id: string): TextEditorDecorationType =>
    window.createTextEditorDecorationType({ color: new ThemeColor(`rapporteur.${id}`) });
  // Told apart by their lines too: no colour has a meaning alone.
  const promise = (standing: Standing, borderStyle: string): TextEditorDecorationType =>
    window.createTextEditorDecorationType({
      backgroundColor: new ThemeColor(`rapporteur.promise.${standing}`),
      borderWidth: '0 0 1px 0',
      borderStyle,
      borderColor: new ThemeColor(`rapporteur.promiseLine.${standing}`),
    });
  const kinds = new Map(
    [...KIND_NAMES, OWN_KIND].map((kind) => [kind, coloured(`kind.${kind}`)] as const),
  );
  const overdue = coloured('overdue');
  const syntax = coloured('syntax');
  const dimmed = coloured('dimmedSyntax');
  const promises = {
    open: promise('open', 'dotted'),
    overdue: promise('overdue', 'solid'),
    over: promise('over', 'none'),
  };
  const chips = window.createTextEditorDecorationType({});
  const all = [...kinds.values(), overdue, syntax, dimmed, ...Object.values(promises), chips];
  return {
    ...{ kinds, overdue, syntax, dimmed, promises, chips },
    dispose: () => Disposable.from(...all).dispose(),
  };
}

/** The words behind a line that say how a promise stands. */
export function chipOf(
  standing: Standing,
  words: string,
): ThemableDecorationAttachmentRenderOptions {
  return {
    contentText: `\u00a0${words}\u00a0`,
    margin: '0 0 0 1em',
    color: new ThemeColor(standing === 'overdue' ? 'rapporteur.overdue' : 'rapporteur.chip'),
    border: '1px solid',
    borderColor: new ThemeColor(`rapporteur.promiseLine.${standing}`),
  };
}
