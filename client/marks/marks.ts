import {
  Disposable,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type DocumentMarks, type MarksParams, REQUESTS } from '../../server/lsp/protocol.js';
import type { Server } from '../server.js';
import { drawMarks, type PlacedMarks, placedMarks } from './draw-marks.js';
import { createMarkTypes } from './mark-types.js';
import type { Reading } from './reading.js';

/** How long nobody types, scrolls or moves the cursor before it is drawn again, in milliseconds. */
const AFTER = { typing: 200, scrolling: 60, moving: 40, news: 0 } as const;
/** How many lines above and below those that are seen are drawn too. */
const MARGIN = 60;

interface Drawn {
  readonly marks: PlacedMarks;
  readonly version: number;
}

/** Colours what words mean in the visible part of briefs and registries; for reading, dims what is written around them. */
export function showMarks(server: Server, reading: Reading): Disposable {
  const types = createMarkTypes();
  const drawn = new WeakMap<TextEditor, Drawn>();
  const waiting = new Map<TextEditor, ReturnType<typeof setTimeout>>();

  const ask = async (editor: TextEditor): Promise<void> => {
    const client = server.running();
    const { document } = editor;
    if (client === undefined || !isOurs(document)) return;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const range = client.code2ProtocolConverter.asRange(seenIn(editor));
    const params: MarksParams = { uri, range };
    const { version } = document;
    const found = await client.sendRequest<DocumentMarks | null>(REQUESTS.marks, params);
    // More was typed: it is asked for again.
    if (document.version !== version) return;
    const marks = found === null ? NO_MARKS : placedMarks(found, client);
    drawn.set(editor, { marks, version });
    drawMarks(editor, types, marks, reading.isOn);
  };
  const later = (editor: TextEditor, milliseconds: number, work: () => void): void => {
    clearTimeout(waiting.get(editor));
    const timer = setTimeout(() => {
      waiting.delete(editor);
      work();
    }, milliseconds);
    waiting.set(editor, timer);
  };
  const askLater = (editor: TextEditor, milliseconds: number): void => {
    if (isOurs(editor.document))
      later(editor, milliseconds, () => void ask(editor).catch(() => undefined));
  };
  const all = (milliseconds: number): void => {
    for (const editor of window.visibleTextEditors) askLater(editor, milliseconds);
  };
  const redraw = (editor: TextEditor): void => {
    const last = drawn.get(editor);
    // What was typed since is drawn when it is known.
    if (last?.version === editor.document.version)
      drawMarks(editor, types, last.marks, reading.isOn);
  };
  all(AFTER.news);
  return Disposable.from(
    types,
    server.onStatus(({ state }) => {
      if (state === 'ready') all(AFTER.news);
    }),
    window.onDidChangeVisibleTextEditors(() => all(AFTER.news)),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) =>
      askLater(textEditor, AFTER.scrolling),
    ),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (!reading.isOn || waiting.has(textEditor) || !drawn.has(textEditor)) return;
      later(textEditor, AFTER.moving, () => redraw(textEditor));
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document === document) askLater(editor, AFTER.typing);
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      for (const editor of window.visibleTextEditors)
        if (changed.has(String(editor.document.uri))) askLater(editor, AFTER.typing);
    }),
    reading.onChange(() => {
      for (const editor of window.visibleTextEditors) redraw(editor);
    }),
    {
      dispose: () => {
        for (const timer of waiting.values()) clearTimeout(timer);
      },
    },
  );
}

const NO_MARKS: PlacedMarks = { words: [], tags: [], promises: [] };

function isOurs({ languageId }: TextDocument): boolean {
  return languageId === 'markdown' || languageId === 'yaml';
}

/** The lines that are seen, and some around them. */
function seenIn({ document, visibleRanges }: TextEditor): Range {
  const first = visibleRanges[0]?.start.line ?? 0;
  const last = visibleRanges.at(-1)?.end.line ?? 0;
  return document.validateRange(new Range(Math.max(0, first - MARGIN), 0, last + MARGIN + 1, 0));
}
