// What one key costs in the largest things that people edit, from the change to all findings: processor time of the
// server as editors run it, beside the time in which Node.js reads the same bytes. `waits`: how long, by the clock, another
// document's question waits at most while they are opened.
// --entries 10000,100000: registries of so many entries.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeWorkspace } from '../support/briefs.js';
import { type Editor, startEditor } from '../support/editor.js';

const KEYS = 20;
const BRIEF = 'brief.md';
const REGISTRY = 'registry.yaml';

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
  /** Behind the first of these in the second half of the file, a letter comes and goes. */
  readonly behind: string;
}

const WORDS =
  'the a review of progress in joint training logistics and supply found that officials had met'.split(
    ' ',
  );

function* cases(): Iterable<Case> {
  const { registry, briefs } = makeWorkspace(1, 20_000_000, 'lightly');
  const brief = (title: string, text: string): Case => ({
    title,
    files: { [REGISTRY]: registry, [BRIEF]: text },
    file: BRIEF,
    behind: ' training',
  });
  yield brief('a lightly tagged brief of 20 MB', [...briefs.values()][0] ?? '');
  yield brief('a line of 5 MB', `:person[Amina Abadi] said ${wordsOf(5_000_000)}\n`);
  yield brief('the same, 4,000 tags in it', `${wordsOf(5_000_000, 200)}\n`);
  yield brief('a line with 1,000 tags', `${wordsOf(75_000, 8)}\n`);
  for (const entries of option('--entries', [10_000, 100_000])) {
    const files = { [REGISTRY]: registryOf(entries), [BRIEF]: ':person[Kakakaka Tokakaka] met.\n' };
    const title = `a registry of ${entries.toLocaleString('en')} entries`;
    yield { title: `${title}: a note`, files, file: REGISTRY, behind: 'description: ' };
    yield { title: `${title}: a name`, files, file: REGISTRY, behind: ' name: ' };
  }
}

function option(name: string, otherwise: readonly number[]): readonly number[] {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? '').split(',').map(Number);
}

function wordsOf(size: number, tagEvery = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  for (let word = 0, length = 0; length < size; word += 1) {
    const part = word % tagEvery === 1 ? ':person[Amina Abadi] said' : WORDS[(word * 7) % 15];
    parts.push(part ?? '');
    length += (part?.length ?? 0) + 1;
  }
  return parts.join(' ');
}

const PARTS = 'ka ra mi to ne su wo li pa du he zi'.split(' ');

function nameOf(index: number): string {
  const word = [0, 1, 2, 3].map((at) => PARTS[Math.floor(index / 12 ** at) % 12]).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function registryOf(entries: number): string {
  const lines: string[] = [];
  for (const kind of ['person', 'org', 'place', 'topic']) {
    lines.push(`${kind}:`);
    for (let index = 0; index < entries / 4; index += 1) {
      const name = `${nameOf(index)} ${nameOf(index * 7 + 3)}`;
      lines.push(`  ${kind}-${index}:`, `    name: ${name}`);
      lines.push(`    other_names: [${name} the ${kind}]`, '    description: Some words.');
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Of the server so far, in milliseconds; 0 where the system does not say. */
function work({ server }: Editor): number {
  try {
    const [, behind = ''] = fs.readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ');
    const fields = behind.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Asks about another document again and again until something is done, and says how long it waited at most. */
async function waitsMeanwhile(
  editor: Editor,
  other: string,
  done: Promise<unknown>,
): Promise<number> {
  let isDone = false;
  void done.then(() => {
    isDone = true;
  });
  let most = 0;
  while (!isDone) {
    const asked = performance.now();
    const textDocument = { uri: editor.uri(other) };
    const position = { line: 0, character: 9 };
    await editor.connection.sendRequest('textDocument/hover', { textDocument, position });
    most = Math.max(most, performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return most;
}

async function measured({ files, file, behind }: Case): Promise<readonly number[]> {
  const text = files[file] ?? '';
  const before = text.slice(0, text.indexOf(behind, text.length / 2) + behind.length);
  const line = before.split('\n').length - 1;
  const character = before.length - before.lastIndexOf('\n') - 1;
  const editor = await startEditor(files);
  const took: number[] = [];
  let known = work(editor);
  const note = (): void => {
    took.push(work(editor) - known);
    known = work(editor);
  };
  const other = file === BRIEF ? 'other.md' : BRIEF;
  editor.open(other, ':person[Ann] came.\n');
  editor.open(file);
  const waits = await waitsMeanwhile(editor, other, editor.pull(file));
  note();
  for (let key = 0; key < KEYS; key += 1) {
    const end = { line, character: character + (key % 2) };
    void editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri(file), version: key + 2 },
      contentChanges: [{ range: { start: { line, character }, end }, text: key % 2 ? '' : 'x' }],
    });
    await editor.pull(file);
    note();
  }
  await editor.close();
  return [waits, ...took];
}

function reading(text: string): number {
  const file = path.join(os.tmpdir(), `rapporteur-large-${process.pid}`);
  fs.writeFileSync(file, text);
  const start = performance.now();
  fs.readFileSync(file, 'utf8');
  const ms = performance.now() - start;
  fs.rmSync(file);
  return ms;
}

const COLUMNS = ['waits', 'opened', 'first key', 'a key', 'at most', 'bytes'];
console.log(`${''.padEnd(45)}${COLUMNS.map((column) => column.padStart(13)).join('')}`);
for (const each of cases()) {
  const [waits = 0, opened = 0, first = 0, ...keys] = await measured(each);
  const sorted = keys.sort((a, b) => a - b);
  const shown = [waits, opened, first, sorted[sorted.length >> 1] ?? 0, sorted.at(-1) ?? 0];
  const bytes = reading(each.files[each.file] ?? '');
  const columns = [...shown, bytes].map((ms) => `${ms.toFixed(0)} ms`.padStart(13));
  console.log(`${each.title.padEnd(45)}${columns.join('')}`);
}
