// From a keystroke to what is found, beside the library that VS Code's own Markdown support is made of.
// Ours runs as editors run it, a process at the other end of a pipe; the peer runs in this process, which
// spares it that way.
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import MarkdownIt from 'markdown-it';
import { CancellationToken, Emitter } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  type IMdLanguageService,
  type ITextDocument,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { makeWorkspace } from '../support/briefs.js';
import { type Editor, startEditor } from '../support/editor.js';

const KEYS = 60;
const WARM = 8;
const SIZES = [10_000, 100_000, 1_000_000];
const FILE = 'brief.md';

interface Times {
  readonly p50: number;
  readonly p99: number;
}

function timesOf(all: readonly number[]): Times {
  const sorted = all.slice(WARM).sort((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** A letter typed in the middle of a paragraph in the middle of the text, and taken back. */
function keystrokes(text: string): readonly string[] {
  const middle = text.indexOf('. ', text.length / 2);
  return Array.from({ length: KEYS + WARM }, (_, key) =>
    key % 2 === 0 ? `${text.slice(0, middle)}x${text.slice(middle)}` : text,
  );
}

async function ours(files: Readonly<Record<string, string>>): Promise<Times> {
  const editor = await startEditor(files);
  editor.open(FILE);
  await editor.pull(FILE);
  const text = files[FILE] ?? '';
  const at = positionOf(text, text.indexOf('. ', text.length / 2));
  const took: number[] = [];
  for (const [key] of keystrokes(text).entries()) {
    const typed = key % 2 === 0;
    const range = { start: at, end: typed ? at : { ...at, character: at.character + 1 } };
    const start = performance.now();
    void editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri(FILE), version: key + 2 },
      contentChanges: [{ range, text: typed ? 'x' : '' }],
    });
    await editor.pull(FILE);
    took.push(performance.now() - start);
  }
  await editor.close();
  return timesOf(took);
}

function positionOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

async function peer(files: Readonly<Record<string, string>>): Promise<Times> {
  const uri = URI.file(path.resolve(FILE));
  let document = TextDocument.create(uri.toString(), 'markdown', 1, files[FILE] ?? '');
  const changed = new Emitter<ITextDocument>();
  const service = peerService(() => document, uri, changed);
  const options = {
    validateReferences: DiagnosticLevel.warning,
    validateFragmentLinks: DiagnosticLevel.warning,
    validateFileLinks: DiagnosticLevel.warning,
    validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
    validateUnusedLinkDefinitions: DiagnosticLevel.hint,
    validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
    ignoreLinks: [],
  };
  const took: number[] = [];
  for (const [key, text] of keystrokes(files[FILE] ?? '').entries()) {
    const start = performance.now();
    document = TextDocument.create(uri.toString(), 'markdown', key + 2, text);
    changed.fire(document);
    await service.computeDiagnostics(document, options, CancellationToken.None);
    took.push(performance.now() - start);
  }
  return timesOf(took);
}

function peerService(
  document: () => ITextDocument,
  uri: URI,
  changed: Emitter<ITextDocument>,
): IMdLanguageService {
  const markdown = new MarkdownIt({ html: true });
  const never = new Emitter<never>();
  return createLanguageService({
    parser: {
      slugifier: githubSlugifier,
      tokenize: async (each) => markdown.parse(each.getText(), {}),
    },
    logger: { level: 0, log: () => undefined },
    workspace: {
      workspaceFolders: [URI.file(path.dirname(uri.fsPath))],
      onDidChangeMarkdownDocument: changed.event,
      onDidCreateMarkdownDocument: never.event,
      onDidDeleteMarkdownDocument: never.event,
      getAllMarkdownDocuments: async () => [document()],
      hasMarkdownDocument: (resource) => resource.toString() === uri.toString(),
      openMarkdownDocument: async (resource) =>
        resource.toString() === uri.toString() ? document() : undefined,
      stat: async () => undefined,
      readDirectory: async () => [],
    },
  });
}

function shown({ p50, p99 }: Times): string {
  return `${p50.toFixed(1).padStart(7)} / ${p99.toFixed(1).padStart(6)} ms`;
}

console.log('keystroke to findings, p50 / p99          ours                   peer');
for (const size of SIZES) {
  const { registry, briefs } = makeWorkspace(1, size, 'lightly');
  const [brief = ''] = briefs.values();
  const files = { 'registry.yaml': registry, [FILE]: brief };
  const title = `a brief of ${(size / 1000).toLocaleString('en')} KB`.padEnd(34);
  console.log(`${title} ${shown(await ours(files))}   ${shown(await peer(files))}`);
}

/** Resident memory and its peak, in MB; 0 where the system does not say. */
function memoryOf({ server }: Editor): { now: number; peak: number } {
  try {
    const status = fs.readFileSync(`/proc/${server.pid}/status`, 'utf8');
    const megabytes = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return { now: 0, peak: 0 };
  }
}

async function wholeWorkspace(count: number): Promise<void> {
  const { registry, briefs } = makeWorkspace(count, 6000, 'lightly');
  const start = performance.now();
  const editor = await startEditor({ 'registry.yaml': registry, ...Object.fromEntries(briefs) });
  const initialized = performance.now() - start;
  const [first = ''] = briefs.keys();
  const uri = editor.open(first);
  await editor.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 0 },
  });
  const hovered = performance.now() - start;
  await editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  const checked = performance.now() - start;
  const { now, peak: most } = memoryOf(editor);
  console.log(
    `${count.toLocaleString('en')} briefs: files written and initialize answered after ${initialized.toFixed(0)} ms, ` +
      `a hover ${(hovered - initialized).toFixed(0)} ms later, everything checked ${(checked - initialized).toFixed(0)} ms after initialize; ` +
      `${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`,
  );
  await editor.close();
}

await wholeWorkspace(3000);
