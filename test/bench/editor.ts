// From a key to the answer, as an editor sees it: a process at the other end of a pipe. Beside it, over the same pipe in
// the same run, the library that VS Code's own Markdown support is made of, and remark, which only reads the text.
// `--sizes 10000,100000` in characters; `--briefs 3000` in the workspace that is opened last.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeWorkspace } from '../support/briefs.js';
import { type Editor, type EditorOptions, startEditor } from '../support/editor.js';
import { heldBy, peakOf, workOf } from '../support/measure.js';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000,10000000' },
    briefs: { type: 'string', default: '3000' },
  },
});
const SIZES = values.sizes.split(',').map(Number);
const WARM = 8;
/** So long after the last change all of it is kept. */
const KEPT_MS = 15_000;
const FILE = 'brief.md';
const PEER = path.resolve('out/test/support/peer-server.js');

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Processor time of the server for one key, in ms; 0 where the system does not say. */
  readonly work: number;
  /** Of the last answer, as JSON. */
  readonly bytes: number;
}

type Files = Readonly<Record<string, string>>;

/** What is asked after each key. */
type Ask = (editor: Editor, at: number) => Promise<unknown>;

/** Asks as an editor does that says which findings it has. */
function findings(): Ask {
  let previousResultId: string | undefined;
  return async (editor) => {
    const textDocument = { uri: editor.uri(FILE) };
    const params = { textDocument, ...(previousResultId && { previousResultId }) };
    const report = await editor.connection.sendRequest<{ resultId?: string }>(
      'textDocument/diagnostic',
      params,
    );
    previousResultId = report.resultId;
    return report;
  };
}

function request(
  method: string,
  more: (text: string) => object = () => ({}),
): (text: string) => Ask {
  return (text) => {
    const params = more(text);
    return (editor) =>
      editor.connection.sendRequest(`textDocument/${method}`, {
        textDocument: { uri: editor.uri(FILE) },
        ...params,
      });
  };
}

const hover = request('hover', (text) => ({
  position: positionOf(text, placeIn(text, MENTION) + 1),
}));

/** Of the document that is open: each change has a higher one. */
let version = 1;

/** Types a letter and takes it back, again and again. */
async function typing(editor: Editor, text: string, place: RegExp, ask: Ask): Promise<Times> {
  const keys = text.length > 2_000_000 ? 20 : 60;
  const at = positionOf(text, placeIn(text, place));
  const took: number[] = [];
  let before = 0;
  let answer: unknown;
  for (let key = 0; key < keys + WARM; key += 1) {
    if (key === WARM) before = workOf(editor.server.pid);
    const typed = key % 2 === 0;
    const range = { start: at, end: typed ? at : { ...at, character: at.character + 1 } };
    const start = performance.now();
    version += 1;
    void editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri(FILE), version },
      contentChanges: [{ range, text: typed ? 'x' : '' }],
    });
    answer = await ask(editor, key);
    took.push(performance.now() - start);
  }
  const sorted = took.slice(WARM).sort((a, b) => a - b);
  const part = (of: number): number => sorted[Math.min(keys - 1, Math.floor(of * keys))] ?? 0;
  const work = (workOf(editor.server.pid) - before) / keys;
  const bytes = Buffer.byteLength(JSON.stringify(answer ?? null));
  return { p50: part(0.5), p95: part(0.95), p99: part(0.99), work, bytes };
}

const BETWEEN = /(?<= )[a-z]+ [a-z]+ [a-z]+\.\s/;
const MENTION = /(?<=:person\[)[A-Z]/;
const PLACES: Readonly<Record<string, RegExp>> = {
  'between the tags': BETWEEN,
  'in the words of a mention': MENTION,
  'in the words of a promise': /(?<=:commitment\[agreed to )[a-z]/,
  'in a heading': /(?<=\n## )[a-z]/,
};

/** The first in the second half of a text; at its middle, if there is none. */
function placeIn(text: string, pattern: RegExp): number {
  const middle = Math.floor(text.length / 2);
  return middle + Math.max(0, text.slice(middle).search(pattern));
}

function positionOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function linesAround(text: string): { range: object } {
  const { line } = positionOf(text, placeIn(text, MENTION));
  return {
    range: { start: { line: line - 30, character: 0 }, end: { line: line + 30, character: 0 } },
  };
}

const ANSWERS: Readonly<Record<string, (text: string) => Ask>> = {
  hover,
  definition: request('definition', (text) => ({
    position: positionOf(text, placeIn(text, MENTION) + 1),
  })),
  references: request('references', (text) => ({
    position: positionOf(text, placeIn(text, MENTION) + 1),
    context: { includeDeclaration: true },
  })),
  highlights: request('documentHighlight', (text) => ({
    position: positionOf(text, placeIn(text, MENTION) + 1),
  })),
  completion: request('completion', (text) => ({
    position: positionOf(text, placeIn(text, MENTION) + 1),
    context: { triggerKind: 1 },
  })),
  'hints of 60 lines': request('inlayHint', linesAround),
  'colours of 60 lines': request('semanticTokens/range', linesAround),
  'actions at a place': request('codeAction', (text) => {
    const start = positionOf(text, placeIn(text, MENTION) + 1);
    return { range: { start, end: start }, context: { diagnostics: [] } };
  }),
  folding: request('foldingRange'),
  links: request('documentLink'),
  'code lenses': request('codeLens'),
  'all colours': request('semanticTokens/full'),
  outline: request('documentSymbol'),
};

async function withPage<T>(
  files: Files,
  options: EditorOptions,
  use: (editor: Editor) => Promise<T>,
): Promise<T> {
  const editor = await startEditor(files, options);
  editor.open(FILE);
  await editor.pull(FILE);
  try {
    return await use(editor);
  } finally {
    await editor.close();
  }
}

function row(title: string, { p50, p95, p99, work, bytes }: Times): void {
  const ms = (time: number): string => time.toFixed(1).padStart(8);
  console.log(
    `${title.padEnd(44)}${ms(p50)}${ms(p95)}${ms(p99)}${(p99 / p50).toFixed(1).padStart(8)}${ms(work)}${bytes.toLocaleString('en').padStart(13)}`,
  );
}

function heading(title: string): void {
  const columns = ['p50', 'p95', 'p99', 'p99/p50', 'CPU'].map((word) => word.padStart(8)).join('');
  console.log(`\n${title.padEnd(44)}${columns}${'bytes'.padStart(13)}`);
}

function pageOf(size: number, tagged: 'fully' | 'lightly'): Files {
  const { registry, briefs } = makeWorkspace(1, size, tagged);
  const [brief = ''] = briefs.values();
  return { 'registry.yaml': withoutSome(registry), [FILE]: brief };
}

/** Half of the people are not known: there is a finding wherever they are mentioned. */
function withoutSome(registry: string): string {
  return registry.replace(/.*-[a-h][a-z]+:.*\n/g, '');
}

function inWords(size: number): string {
  return `${(size / 1000).toLocaleString('en')} KB`;
}

heading('from a key to findings (ms), fully tagged');
for (const size of SIZES) {
  const files = pageOf(size, 'fully');
  const text = files[FILE] ?? '';
  await withPage(files, {}, async (editor) => {
    row(`${inWords(size)}: rapporteur`, await typing(editor, text, BETWEEN, findings()));
    row(`${inWords(size)}: rapporteur, a hover`, await typing(editor, text, BETWEEN, hover(text)));
  });
  // What takes seconds for each key says nothing more.
  if (size > 1_000_000) continue;
  for (const peer of ['library', 'remark']) {
    const options = { program: PEER, initializationOptions: { peer } };
    const times = await withPage(files, options, (editor) =>
      typing(editor, text, BETWEEN, findings()),
    );
    row(
      `${inWords(size)}: ${peer === 'library' ? 'vscode-markdown-languageservice' : peer}`,
      times,
    );
  }
}

heading('from a key to findings (ms), by where it is');
for (const size of SIZES.filter((each) => each <= 1_000_000)) {
  for (const tagged of ['fully', 'lightly'] as const) {
    const files = pageOf(size, tagged);
    await withPage(files, {}, async (editor) => {
      for (const [title, place] of Object.entries(PLACES))
        row(
          `${inWords(size)}, ${tagged}: ${title}`,
          await typing(editor, files[FILE] ?? '', place, findings()),
        );
    });
  }
}

heading('answers after a key (ms), fully tagged, 1 MB');
await withPage(pageOf(1_000_000, 'fully'), {}, async (editor) => {
  const text = pageOf(1_000_000, 'fully')[FILE] ?? '';
  for (const [title, ask] of Object.entries(ANSWERS))
    row(title, await typing(editor, text, BETWEEN, ask(text)));
});

async function wholeWorkspace(count: number): Promise<void> {
  const { registry, briefs } = makeWorkspace(count, 6000, 'fully');
  const files = { ...pageOf(10_000, 'fully'), ...Object.fromEntries(briefs) };
  const start = performance.now();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-bench-'));
  const env = { XDG_CACHE_HOME: home, HOME: home, LOCALAPPDATA: home };
  const editor = await startEditor({ ...files, 'registry.yaml': registry }, { env });
  const initialized = performance.now() - start;
  editor.open(FILE);
  const text = files[FILE] ?? '';
  await hover(text)(editor, 0);
  const hovered = performance.now() - start;
  await editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  const checked = performance.now() - start;
  console.log(
    `\n${count.toLocaleString('en')} briefs: files written and initialize answered after ${initialized.toFixed(0)} ms, ` +
      `a hover ${(hovered - initialized).toFixed(0)} ms later, everything checked ${(checked - initialized).toFixed(0)} ms after initialize; ` +
      `${heldBy(editor.server.pid).toFixed(0)} MB, at most ${peakOf(editor.server.pid).toFixed(0)} MB`,
  );
  heading(`a key in a brief of 10 KB among ${count.toLocaleString('en')} (ms)`);
  for (const [title, place] of Object.entries(PLACES))
    row(title, await typing(editor, text, place, findings()));
  row('a hover', await typing(editor, text, BETWEEN, hover(text)));
  await secondTime(editor, env);
  await editor.close();
  fs.rmSync(home, { recursive: true, force: true });
}

/** From what was kept of the first time. */
async function secondTime(first: Editor, env: Readonly<Record<string, string>>): Promise<void> {
  await setTimeout(KEPT_MS);
  const editor = await startEditor({}, { env, root: first.root });
  const start = performance.now();
  await editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  console.log(
    `\nthe second time: everything checked ${(performance.now() - start).toFixed(0)} ms after initialize, ` +
      `${workOf(editor.server.pid)} ms of processor time; ${heldBy(editor.server.pid).toFixed(0)} MB`,
  );
  await editor.close();
}

await wholeWorkspace(Number(values.briefs));
