// Findings are kept some hundred together: in a page with thousands, edits end where reading from scratch ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, lint, type PageId } from '../server/core/index.js';
import { createFindingsCache } from '../server/lsp/findings-cache.js';
import type { OpenRoot } from '../server/lsp/root.js';
import { workspaceOf } from './support/workspace.js';

/** Each paragraph and each entry with a finding; some name places further up and down. */
function paragraphs(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const party = at % 3 === 0 ? ' by=nobody' : ' by=p-1';
    const id = at % 40 === 0 ? `#c-${at % 400}` : `#c-${at}`;
    return `Talk ${at}: :person[Ann ${at % 7}] said :commitment[we will build ${at}]{${id}${party}}.\n\n`;
  }).join('');
}

function entries(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const other = at % 60 === 0 ? ', ref: x' : '';
    return `  p-${at}: { name: Ann ${at}${other} }\n`;
  });
  return `person:\n${lines.join('')}`;
}

/** Numbers that look random, the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state / 0x80000000;
  }
}

const WRITTEN = ['x', '', 'word ', ':person[Nobody]', '\n\n', ' {#c-80}', 'p-7', '- ', ':person['];

for (const [id, other] of [
  ['a.md', 'registry.yaml'],
  ['registry.yaml', 'a.md'],
] as const) {
  test(`after each of many edits of a long ${id}, what is found is what is found from scratch`, () => {
    const texts: Record<PageId, string> = {
      'a.md': paragraphs(id === 'a.md' ? 700 : 20),
      'registry.yaml': entries(id === 'a.md' ? 40 : 1300),
    };
    const root = { workspace: workspaceOf({}), changedPages: new Set<PageId>() };
    const cache = createFindingsCache();
    const write = (page: PageId, text: string): void => {
      texts[page] = text;
      root.changedPages.add(page);
      root.workspace = applyChanges(root.workspace, [
        { type: 'text', id: page, text, isOpen: true },
      ]);
    };
    write(other, texts[other] ?? '');
    write(id, texts[id] ?? '');
    const random = numbers(7);
    const next = (below: number): number => Math.floor(random.next().value * below);
    for (let edit = 0; edit < 12; edit += 1) {
      const found = cache.of(root as unknown as OpenRoot, id);
      assert.ok(edit > 0 || found.length > 1100, `${found.length} findings`);
      assert.deepEqual(found, lint(workspaceOf(texts), id), `after ${edit} edits`);
      const text = texts[id] ?? '';
      // Often near the last one, and sometimes two at once.
      for (let times = edit % 3 === 0 ? 2 : 1; times > 0; times -= 1) {
        const at = next(text.length);
        const written = WRITTEN[next(WRITTEN.length)] ?? '';
        const now = texts[id] ?? '';
        write(id, now.slice(0, at) + written + now.slice(at + next(12)));
      }
    }
  });
}
