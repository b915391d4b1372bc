// What a key costs while every view is open and a brief of 100 KB is typed in, over a pipe as an editor does it: how long the
// findings of a key take, and how much of the processor's time, with no view open and with all of them.
import { performance } from 'node:perf_hooks';
import { NOTIFICATIONS, REQUESTS } from '../../server/lsp/protocol.js';
import { type Editor, startEditor } from '../support/editor.js';
import { workOf } from '../support/measure.js';

const FILE = 'briefs/long.md';
const PLACES = 40;
const PARAGRAPHS = 320;

function longBrief(): string {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => {
    const [one, other] = [at % PLACES, (at * 7) % PLACES];
    return `In paragraph ${at} :place[Place ${one}] met :place[Place ${other}] on :date[${1 + (at % 28)} May 2025], and :place[Place ${one}] :commitment[agreed to review the work of spring]{#c-${at} by=p-${one} to=p-${other} due=${2025 + (at % 6)}-03}, as :place[Nobody ${at}] had said.`;
  });
  return `---\ntitle: A long brief\ndate: 2025-05-15\n---\n\nMere words to type in.\n\n${paragraphs.join('\n\n')}\n`;
}

const places = Array.from({ length: PLACES }, (_, at) => `  p-${at}: { name: Place ${at} }`);
const text = longBrief();
const editor = await startEditor({
  'registry.yaml': `place:\n${places.join('\n')}\n`,
  [FILE]: text,
});
editor.open(FILE);
await editor.connection.sendRequest(REQUESTS.check);
console.log(`a brief of ${Math.round(text.length / 1000)} KB, ${PARAGRAPHS} commitments`);

let version = 1;
let requests = 0;

interface Typed {
  /** Of a key, in milliseconds: the middle one. */
  readonly answer: number;
  readonly worst: number;
  /** The processor's time for a key, in milliseconds. */
  readonly work: number;
}

async function typed(line: number, keys: number, pause: number): Promise<Typed> {
  const before = workOf(editor.server.pid);
  const times: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    version += 1;
    const at = { line, character: 5 };
    const isLetter = key % 2 === 0;
    const start = performance.now();
    void editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri(FILE), version },
      contentChanges: [
        {
          range: { start: at, end: isLetter ? at : { ...at, character: 6 } },
          text: isLetter ? 'x' : '',
        },
      ],
    });
    await editor.pull(FILE);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await new Promise((resolve) => setTimeout(resolve, 600));
  times.sort((a, b) => a - b);
  return {
    answer: times[Math.floor(keys / 2)] ?? 0,
    worst: times.at(-1) ?? 0,
    work: (workOf(editor.server.pid) - before) / keys,
  };
}

const ask = <T>(method: string, params: object): Promise<T> => {
  requests += 1;
  return editor.connection.sendRequest(method, params);
};

/** As the views do: the groups of a list, and what is in each. */
async function openList(list: 'commitments' | 'entities' | 'brief', params: object): Promise<void> {
  const { groups } = await ask<{ groups: readonly { key: string }[] }>(REQUESTS[list], params);
  for (const { key } of groups) await ask(REQUESTS[list], { ...params, group: key });
}

const OPEN: Readonly<Record<string, (editor: Editor) => Promise<unknown>>> = {
  commitments: () => openList('commitments', { by: 'due' }),
  entities: () => openList('entities', { by: 'kind' }),
  brief: () => openList('brief', { uri: editor.uri(FILE) }),
  overview: () => ask(REQUESTS.overview, {}),
};

const PLACES_TO_TYPE = [
  ['in a paragraph of words', 5],
  ['in the paragraph of a promise', 9],
] as const;
const results: Record<string, Typed[]> = {};
async function measure(title: string): Promise<void> {
  for (const [where, line] of PLACES_TO_TYPE)
    for (const [pace, pause, keys] of [
      ['without a pause', 0, 100],
      ['a second apart', 1000, 20],
    ] as const) {
      await typed(line, 6, pause);
      requests = 0;
      const found = await typed(line, keys, pause);
      const name = `${pace}, ${where}`;
      results[name] = [...(results[name] ?? []), found];
      const { answer, worst, work } = found;
      console.log(
        `a key ${name}, ${title}: answered in ${answer.toFixed(2)} ms (at worst ${worst.toFixed(1)}), work ${work.toFixed(2)} ms, ${(requests / keys).toFixed(2)} requests of views`,
      );
    }
}
await measure('no view open');
editor.connection.onNotification(NOTIFICATIONS.listChanged, ({ list }: { list: string }) => {
  void OPEN[list]?.(editor);
});
for (const open of Object.values(OPEN)) await open(editor);
await measure('all views open');
for (const [name, [before, after]] of Object.entries(results))
  if (before && after)
    console.log(
      `on top of a key ${name}: ${(after.answer - before.answer).toFixed(2)} ms to its answer, ${(after.work - before.work).toFixed(2)} ms of work`,
    );
await editor.close();
