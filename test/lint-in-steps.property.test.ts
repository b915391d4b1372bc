import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allSteps,
  applyChanges,
  applyInSteps,
  dumpGraph,
  findAll,
  findAllInSteps,
  type Page,
  readClosedInSteps,
  readPage,
  readPageInSteps,
  type Steps,
  type Workspace,
} from '../server/core/index.js';
import { makeWorkspace } from './support/briefs.js';
import { afterEach, manyEdits, workspaceTexts } from './support/edits.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

property('what is found some blocks at a time is what is found at once', () => {
  fc.assert(
    fc.property(workspaceTexts, manyEdits, fc.integer({ min: 1, max: 4 }), (texts, edits, step) => {
      for (const edited of afterEach(texts['a.md'] ?? '', edits)) {
        const open = Object.entries({ ...texts, 'a.md': edited }).map(
          ([id, text]) => ({ type: 'text', id, text, isOpen: true }) as const,
        );
        const workspace = applyChanges(workspaceOf(texts), open);
        for (const page of workspace.pages.values()) {
          const all = findAll(workspace, page).reports;
          const inSteps = allSteps(findAllInSteps(workspace, page, step)).reports;
          assert.deepEqual(inSteps, all, page.id);
        }
      }
    }),
    runs('workspace'),
  );
});

test('more slips than suggestions are looked for, some blocks at a time', () => {
  const { registry, briefs } = makeWorkspace(1, 200_000);
  const slips = Array.from({ length: 300 }, (_, at) => `:person[Ann]{ref=amin-${at}} came.\n\n`);
  const texts = {
    'registry.yaml': registry,
    'a.md': `${slips.join('')}${[...briefs.values()][0]}`,
  };
  const workspace = applyChanges(workspaceOf({}), openAll(texts));
  const page = workspace.pages.get('a.md') as Page;
  const all = findAll(workspace, page).reports;
  assert.ok(all.length > 300);
  for (const step of [7, 150, 500])
    assert.deepEqual(allSteps(findAllInSteps(workspace, page, step)).reports, all);
});

function openAll(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts).map(
    ([id, text]) => ({ type: 'text', id, text, isOpen: true }) as const,
  );
}

function* openInSteps(empty: Workspace, texts: Readonly<Record<string, string>>): Steps<Workspace> {
  const pages: Page[] = [];
  for (const [id, text] of Object.entries(texts))
    pages.push(yield* readPageInSteps(id, text, empty.settings, empty.vocabulary));
  return yield* applyInSteps(
    empty,
    pages.map((page) => ({ type: 'page', page })),
  );
}

test('a long brief that nobody has open is read in steps as at once', () => {
  const { briefs } = makeWorkspace(1, 100_000);
  const text = `---\ndate: 2025\n---\n\n[a]: b.md#x\n\nSee [a].\n\n${[...briefs.values()][0]}`;
  const { settings, vocabulary } = workspaceOf({});
  const inSteps = allSteps(readClosedInSteps('a.md', text, settings, vocabulary));
  assert.deepEqual(inSteps, readPage('a.md', text, settings, vocabulary));
});

test('a long text that is read and taken in steps, and again after it was stopped anywhere, is as if at once', () => {
  const { registry, briefs } = makeWorkspace(1, 300_000);
  const entries = Array.from({ length: 2000 }, (_, at) => `  p-${at}: { name: Ann ${at} }\n`);
  const texts = {
    'registry.yaml': registry,
    'people.registry.yaml': `person:\n${entries.join('')}`,
    'a.md': [...briefs.values()][0] ?? '',
  };
  const atOnce = applyChanges(workspaceOf({}), openAll(texts));
  let steps = 1;
  for (let stopAt = 1; stopAt <= steps; stopAt *= 2) {
    const empty = workspaceOf({});
    const stopped = openInSteps(empty, texts);
    for (let at = 0; at < stopAt; at += 1) stopped.next();
    const whole = openInSteps(empty, texts);
    let last = whole.next();
    for (steps = 0; !last.done; steps += 1) last = whole.next();
    assert.deepEqual(dumpGraph(last.value.graph), dumpGraph(atOnce.graph));
    for (const page of last.value.pages.values())
      assert.deepEqual({ ...page.facts }, { ...atOnce.pages.get(page.id)?.facts });
  }
  assert.ok(steps > 10, `${steps} steps`);
});
