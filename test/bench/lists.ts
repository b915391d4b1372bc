// What the views of the side bar ask for, over a pipe as an editor does it, in a workspace of 100,000 commitments: how soon a
// group opens, and how much more of the processor a key costs while all of them are open. `--briefs 5000 --promises 20`
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type ListPage, NOTIFICATIONS, REQUESTS } from '../../server/lsp/protocol.js';
import { type Editor, startEditor } from '../support/editor.js';
import { workOf } from '../support/measure.js';

const { values } = parseArgs({
  options: {
    briefs: { type: 'string', default: '5000' },
    promises: { type: 'string', default: '20' },
  },
});
const BRIEFS = Number(values.briefs);
const PROMISES = Number(values.promises);
const PARTIES = 200;
const FILE = 'briefs/7.md';
const STATUSES = ['active', 'in-progress', 'stalled', 'fulfilled', 'broken'];

function makeTexts(): Record<string, string> {
  const all = Array.from({ length: PARTIES }, (_, at) => at);
  const places = all.map((at) => `  p-${at}: { name: Place ${at}, classification: country }`);
  const agreements = all.map((at) => `  a-${at}: { name: Agreement ${at} }`);
  const texts: Record<string, string> = {
    'registry.yaml': ['place:', ...places, 'agreement:', ...agreements, ''].join('\n'),
  };
  for (let brief = 0; brief < BRIEFS; brief += 1) {
    const promises = Array.from({ length: PROMISES }, (_, at) => promise(brief, at));
    const front = `---\ntitle: Review ${brief}\ndate: 2025-0${1 + (brief % 9)}-15\n---\n`;
    texts[`briefs/${brief}.md`] =
      `${front}\n# Review ${brief}\n\nMere words to type in.\n\n${promises.join('\n\n')}\n`;
  }
  return texts;
}

function promise(brief: number, at: number): string {
  const one = (brief * 7 + at) % PARTIES;
  const other = (brief * 3 + at * 11) % PARTIES;
  const due = `${2025 + ((brief + at) % 6)}-${String(1 + (at % 12)).padStart(2, '0')}`;
  const status = STATUSES[(brief + at) % STATUSES.length];
  return `:place[Place ${one}] :commitment[agreed to review the work of spring]{#c-${brief}-${at} by=p-${one} to=p-${other} under=a-${other} due=${due} status=${status}}.`;
}

async function timed<T>(title: string, ask: () => Promise<T>): Promise<T> {
  const [start, before] = [performance.now(), workOf(editor.server.pid)];
  const answer = await ask();
  const [took, work] = [performance.now() - start, workOf(editor.server.pid) - before];
  console.log(`${title.padEnd(44)} ${took.toFixed(1).padStart(8)} ms, of which work: ${work} ms`);
  return answer;
}

function page(
  editor: Editor,
  list: 'commitments' | 'entities',
  params: object,
): Promise<ListPage<unknown>> {
  return editor.connection.sendRequest(REQUESTS[list], params);
}

/** Types letters into mere words, waits `pause` behind each, and resolves to the processor's time for a key, in ms. */
async function typed(editor: Editor, line: number, keys: number, pause: number): Promise<number> {
  const before = workOf(editor.server.pid);
  for (let key = 0; key < keys; key += 1) {
    version += 1;
    const at = { line, character: 0 };
    void editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri(FILE), version },
      contentChanges: [
        {
          range: { start: at, end: key % 2 === 0 ? at : { ...at, character: 6 } },
          text: key % 2 === 0 ? 'x' : '',
        },
      ],
    });
    await editor.pull(FILE);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await new Promise((resolve) => setTimeout(resolve, 600));
  return (workOf(editor.server.pid) - before) / keys;
}

let version = 1;
const WORDS_LINE = 7;
const PROMISE_LINE = 11;

const editor = await startEditor(makeTexts());
editor.open(FILE);
await editor.connection.sendRequest(REQUESTS.check);
const counts: Record<string, number[]> = {};
const measure = async (title: string): Promise<void> => {
  for (const [where, line, pause, keys] of [
    ['without a pause, in a paragraph of words', WORDS_LINE, 0, 60],
    ['half a second apart, in a paragraph of words', WORDS_LINE, 500, 20],
    ['half a second apart, in the paragraph of a promise', PROMISE_LINE, 500, 20],
  ] as const) {
    const work = await typed(editor, line, keys, pause);
    counts[where] = [...(counts[where] ?? []), work];
    console.log(`a key ${where}, ${title}: ${work.toFixed(2)} ms`);
  }
};
await measure('no view open');
await timed('the first groups of all', () => page(editor, 'commitments', { by: 'due' }));
for (const by of ['due', 'status', 'party', 'agreement', 'brief']) {
  const { groups } = await timed(`the groups by ${by}`, () => page(editor, 'commitments', { by }));
  const [group] = groups.toSorted((a, b) => b.count - a.count);
  await timed(`the largest by ${by} opens: ${group?.count}`, () =>
    page(editor, 'commitments', { by, group: group?.key }),
  );
}
await timed('what has "place 17" in it', () =>
  page(editor, 'commitments', { by: 'due', query: 'place 17' }),
);
for (const query of ['p', 'pl', 'spring 17', 'c-42-3', 'nobody'])
  await timed(`and then "${query}"`, () => page(editor, 'commitments', { by: 'due', query }));
await timed('the timeline and who owes whom', () =>
  editor.connection.sendRequest(REQUESTS.overview, {}),
);
await timed('the same again', () => editor.connection.sendRequest(REQUESTS.overview, {}));
const open = async (): Promise<void> => {
  const { groups } = await page(editor, 'commitments', { by: 'due' });
  for (const { key } of groups) await page(editor, 'commitments', { by: 'due', group: key });
};
let changes = 0;
editor.connection.onNotification(NOTIFICATIONS.listChanged, () => {
  changes += 1;
  void open();
});
await open();
await measure('all groups open');
console.log(`the views changed ${changes} times`);
for (const [where, [before = 0, after = 0] = []] of Object.entries(counts))
  console.log(`on top of a key ${where}: ${(after - before).toFixed(2)} ms`);
await editor.close();
