// What a key costs, counted and not timed: what is read, asked and moved of a large brief for one letter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Composer } from 'yaml';
import {
  type Facts,
  keptOutline,
  keptTokens,
  lint,
  type PageId,
  partsOf,
  RULES,
  type Workspace,
} from '../server/core/index.js';
import { vocabularyOf } from '../server/core/kinds/index.js';
import { parseRegistry } from '../server/core/parse/index.js';
import {
  applyChanges,
  DEFAULT_SETTINGS,
  isByBlock,
  type Page,
  readPageByBlock,
  symbolsOf,
  syntaxOf,
} from '../server/core/workspace/index.js';
import { nameKey } from '../server/core/workspace/symbols.js';
import { createFindingsCache } from '../server/lsp/findings-cache.js';
import { jsonOf, keptItems, messageJson } from '../server/lsp/message-json.js';
import type { OpenRoot } from '../server/lsp/root.js';
import { makeWorkspace } from './support/briefs.js';
import { workspaceOf } from './support/workspace.js';

interface Work {
  /** Blocks that were read anew, and of which was asked anew what they say. */
  readonly read: number;
  readonly recognized: number;
  /** How often a rule was asked, and how many tags one that looks at tags was shown at most. */
  readonly asked: number;
  readonly shown: number;
}

/** The work of one letter in a brief of so many characters, after a first one. */
function workOfKey(size: number, words: RegExp): Work {
  const { registry, briefs } = makeWorkspace(1, size);
  const id: PageId = 'a.md';
  const text = [...briefs.values()][0] ?? '';
  const root = {
    workspace: workspaceOf({ [id]: text, 'registry.yaml': registry.replace(/.*-abadi:.*\n/g, '') }),
    changedPages: new Set<PageId>(),
  };
  const findings = createFindingsCache();
  const at = text.length / 2 + text.slice(text.length / 2).search(words);
  const type = (written: string): void => {
    root.changedPages.add(id);
    const changed = text.slice(0, at) + written + text.slice(at);
    root.workspace = applyChanges(root.workspace, [{ type: 'text', id, text: changed }]);
    findings.of(root as unknown as OpenRoot, id);
  };
  findings.of(root as unknown as OpenRoot, id);
  type('x');
  const before = contentsOf(root.workspace, id);
  const work = { asked: 0, shown: 0 };
  const original = RULES.map((rule) => rule.check);
  for (const rule of RULES) {
    const { check } = rule;
    Object.assign(rule, {
      check: (...args: Parameters<typeof check>) => {
        work.asked += 1;
        // The others look at all of a page, and ask for little of it.
        const isShown = rule.sees === 'block' || rule.sees === 'around';
        if (isShown) work.shown = Math.max(work.shown, args[0].facts.tags.length);
        return check.apply(rule, args);
      },
    });
  }
  type('xy');
  for (const [index, rule] of RULES.entries()) Object.assign(rule, { check: original[index] });
  const after = contentsOf(root.workspace, id);
  const isNew = (one: ReadonlySet<object>) => (each: object) => !one.has(each);
  return {
    read: [...after.blocks].filter(isNew(before.blocks)).length,
    recognized: [...after.facts].filter(isNew(before.facts)).length,
    ...work,
  };
}

function contentsOf({ pages }: Workspace, id: PageId) {
  const page = pages.get(id);
  assert.ok(page);
  return {
    blocks: new Set<object>(syntaxOf(page).blocks.map(({ block }) => block)),
    facts: new Set<object>(partsOf(page.facts)?.blocks.map(({ facts }) => facts)),
  };
}

test('a letter between the tags costs its block, however long the brief is', () => {
  const words = /(?<= )[a-z]+ [a-z]+ [a-z]+ [a-z]+\.\s/;
  for (const size of [20_000, 200_000]) {
    const { read, recognized, asked, shown } = workOfKey(size, words);
    assert.deepEqual([read, recognized], [1, 1]);
    assert.ok(asked <= RULES.length, `${asked} rules asked`);
    assert.ok(shown <= 40, `${shown} tags shown to a rule`);
  }
});

test('a letter in the words of a mention costs its block', () => {
  for (const size of [20_000, 200_000]) {
    const { read, recognized, shown } = workOfKey(size, /(?<=:person\[)[A-Z]/);
    assert.deepEqual([read, recognized], [1, 1]);
    assert.ok(shown <= 40, `${shown} tags shown to a rule`);
  }
});

test('a letter in a promise, in a heading or in an attribute costs its block, and each rule is asked once', () => {
  for (const words of [
    /(?<=:commitment\[agreed to )[a-z]/,
    /(?<=\n## )[a-z]/,
    /(?<=:commitment\[[^\]]*\]\]\{#[^}]* due=20)27/,
  ]) {
    for (const size of [20_000, 200_000]) {
      const { read, recognized, asked, shown } = workOfKey(size, words);
      assert.deepEqual([read, recognized], [1, 1], words.source);
      assert.ok(asked <= RULES.length, `${asked} rules asked`);
      assert.ok(shown <= 40, `${shown} tags shown to a rule`);
    }
  }
});

test('a letter in the id of a promise is looked at where something refers to it, and near names are suggested', () => {
  for (const size of [20_000, 200_000]) {
    const { read, recognized, shown } = workOfKey(size, /(?<=:commitment\[[^\]]*\]\{#)[a-z]/);
    assert.deepEqual([read, recognized], [1, 1]);
    assert.ok(shown <= 80, `${shown} tags shown to a rule at once`);
  }
});

test('a letter in a registry reads its entry, however many there are', () => {
  const id: PageId = 'registry.yaml';
  const entries = (count: number): string =>
    Array.from({ length: count }, (_, at) => `  p-${at}:\n    name: P ${at}\n`).join('');
  // One of them twice: the second does not count.
  const rest = '  p-1: { name: Q }\n  last: { name: Q }\n';
  const half = 'place:\n  here: { name: Here }\n';
  const contents = ({ pages }: Workspace): readonly object[] =>
    partsOf(pages.get(id)?.facts as Facts)?.blocks.map(({ facts }) => facts) ?? [];
  for (const count of [50, 1000]) {
    for (const written of [
      'Ann',
      'Ann: x',
      '"Ann',
      '{ Ann',
      '',
      'Ann }\n\n    # x',
      'Ann\n  p-new:',
    ]) {
      const text = (name: string): string =>
        `person:\n${entries(count)}  ann:\n    name: ${name}\n${rest}${half}`;
      const type = (workspace: Workspace, name: string): Workspace =>
        applyChanges(workspace, [{ type: 'text', id, text: text(name), isOpen: true }]);
      const before = type(workspaceOf({ [id]: text('A') }), 'An');
      const after = type(before, written);
      const known = new Set(contents(before));
      const read = contents(after).filter((facts) => !known.has(facts));
      assert.ok(read.length <= 2, `${read.length} entries read for ${written}`);
    }
  }
});

test('of thousands of findings those around a key are made anew, and a number moves the others', () => {
  const id: PageId = 'registry.yaml';
  const entries = Array.from({ length: 4000 }, (_, at) => `  p-${at}: { name: Ann ${at} }\n`);
  const root = { workspace: workspaceOf({}), changedPages: new Set<PageId>() };
  const findings = createFindingsCache();
  const chunksAfter = (text: string): ReadonlySet<object> => {
    root.changedPages.add(id);
    root.workspace = applyChanges(root.workspace, [{ type: 'text', id, text, isOpen: true }]);
    const { chunks } = findings.listOf(root as unknown as OpenRoot, id);
    return new Set(chunks.map(({ chunk }) => chunk));
  };
  const text = `person:\n${entries.join('')}`;
  let before = chunksAfter(text);
  assert.equal(before.size, 8);
  for (const name of ['Ann 2250x', 'Ann 2250xy']) {
    const after = chunksAfter(text.replace('{ name: Ann 2250 }', `{ name: ${name} }`));
    const made = [...after].filter((chunk) => !before.has(chunk));
    assert.ok(made.length <= 1, `${made.length} chunks made`);
    before = after;
  }
});

test('an edit is checked again only in the pages that look at what it changed', () => {
  const texts = {
    'a.md': '# One\n\n:org[Us]{ref=us} :commitment[will pay]{#c-a by=us due=2020-01-01}.\n',
    'of.md': '::update[Paid]{of=c-a on=2019-06-01 source=s}\n',
    'link.md': ':org[Us]{ref=us} wrote [this](a.md#one).\n',
    'other.md': ':org[Us]{ref=us} :commitment[will go]{#c-b by=us due=2020-01-01}.\n',
    'registry.yaml': 'org:\n  us: { name: Us }\nsource:\n  s: { name: S }\n',
  };
  const edits: readonly (readonly [from: string, to: string, pages: readonly string[]])[] = [
    ['will pay', 'will pay it', ['a.md', 'of.md']],
    ['due=2020', 'due=2021', ['a.md', 'of.md']],
    ['# One', '# On', ['a.md', 'link.md']],
    ['[Us]', '[We]', ['a.md']],
    ['by=us due', 'by=us  due', ['a.md']],
  ];
  const root = { workspace: workspaceOf(texts), changedPages: new Set<PageId>() };
  const findings = createFindingsCache();
  const checked = (): readonly string[] => {
    const asked = new Set<string>();
    const [rule] = RULES;
    assert.ok(rule);
    const { check } = rule;
    Object.assign(rule, {
      check: (...args: Parameters<typeof check>) => {
        asked.add(args[0].id);
        return check.apply(rule, args);
      },
    });
    while (findings.lintNext(root as unknown as OpenRoot));
    Object.assign(rule, { check });
    return [...asked].sort();
  };
  checked();
  let text: string = texts['a.md'];
  for (const [from, to, pages] of [['.\n', '.\n\n', ['a.md']] as const, ...edits]) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
    root.changedPages.add('a.md');
    root.workspace = applyChanges(root.workspace, [{ type: 'text', id: 'a.md', text }]);
    assert.deepEqual(checked(), pages, to);
  }
});

/** What of a page's reading is an object that edits may leave behind. */
function partsIn(workspace: Workspace, id: PageId): readonly object[] {
  const page = workspace.pages.get(id);
  assert.ok(page);
  const placed = partsOf(page.facts)?.blocks ?? [];
  return [
    page,
    ...syntaxOf(page).blocks.map(({ block }) => block),
    ...placed,
    ...placed.map(({ facts }) => facts),
  ];
}

test('of what was read between many edits, nothing is kept', async () => {
  const { registry, briefs } = makeWorkspace(1, 20_000);
  const id: PageId = 'a.md';
  const text = [...briefs.values()][0] ?? '';
  const at = text.indexOf(' ', text.length / 2);
  const root = {
    workspace: workspaceOf({ [id]: text, 'registry.yaml': registry }),
    changedPages: new Set<PageId>(),
  };
  const findings = createFindingsCache();
  const made = new Set<WeakRef<object>>();
  for (let key = 0; key < 60; key += 1) {
    const changed = text.slice(0, at) + 'x'.repeat(key) + text.slice(at);
    root.changedPages.add(id);
    root.workspace = applyChanges(root.workspace, [{ type: 'text', id, text: changed }]);
    findings.of(root as unknown as OpenRoot, id);
    for (const part of partsIn(root.workspace, id)) made.add(new WeakRef(part));
    // A weak reference holds its object until the end of the turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const most = 2 * partsIn(root.workspace, id).length;
  let held = made.size;
  // What weak maps hold goes in several collections, and what was looked at now not before the next turn.
  for (let tries = 0; held > most && tries < 20; tries += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    held = new Set([...made].flatMap((part) => part.deref() ?? [])).size;
  }
  assert.ok(held <= most, `${held} objects held, where ${most} are twice the text as it is`);
});

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

test('opening a page keeps it by block, so that the first key costs its block', () => {
  for (const [id, text] of [
    ['a.md', 'One.\n\n:person[Ann] came.\n\nThree.\n'],
    ['registry.yaml', 'person:\n  ann: { name: Ann }\n  bo: { name: Bo }\n'],
  ] as const) {
    const closed = workspaceOf({ [id]: text });
    const open = applyChanges(closed, [{ type: 'text', id, text, isOpen: true }]);
    assert.equal(partsOf(closed.pages.get(id)?.facts as Facts), undefined);
    assert.ok(partsOf(open.pages.get(id)?.facts as Facts));
    assert.equal(applyChanges(open, [{ type: 'text', id, text, isOpen: true }]), open);
  }
});

test('a message with findings that are kept is the JSON of the message', () => {
  const items = keptItems([{ message: '"items":[] \u2028é' }, { message: 'b', range: { at: 1 } }]);
  for (const message of [
    { jsonrpc: '2.0', id: 1, result: { kind: 'full', resultId: '"items":[]', items } },
    { jsonrpc: '2.0', method: 'x', params: { uri: '"diagnostics":[]', diagnostics: items } },
    { jsonrpc: '2.0', id: 2, result: { items: [] } },
    { jsonrpc: '2.0', id: 3, result: null },
    { jsonrpc: '2.0', id: 3, result: { kind: 'full', items: keptItems([]) } },
  ]) {
    assert.equal(messageJson(message), JSON.stringify(message));
  }
  assert.equal(jsonOf(items[0] as object), JSON.stringify(items[0]));
});

test('a block between two edits is found where it stands now', () => {
  const vocabulary = vocabularyOf([]);
  const read = (text: string, before?: Page): Page =>
    readPageByBlock('a.md', text, DEFAULT_SETTINGS, vocabulary, before);
  const whole = read('One!\n\n:person[Ann] came.\n\nThree.\n');
  const before = read('One.\n\n:person[Ann] came.\n\nThree.\n', whole);
  const text = 'Once.\n\n:person[Ann] came.\n\n\n\nThree.\n';
  const spans = (page: Page): unknown => page.facts.tags.map(({ span }) => span);
  assert.deepEqual(spans(read(text, before)), spans(read(text)));
});

/** The rules that speak after an edit: of each page what is kept, and what is found from scratch. */
function findingsAfterEdit(
  texts: Readonly<Record<string, string>>,
  id: PageId,
  text: string,
): readonly (readonly [kept: readonly string[], scratch: readonly string[]])[] {
  const root = { workspace: workspaceOf(texts), changedPages: new Set([id]) };
  const findings = createFindingsCache();
  const read = (written: string): void => {
    root.changedPages.add(id);
    root.workspace = applyChanges(root.workspace, [{ type: 'text', id, text: written }]);
  };
  const rulesNow = () =>
    Object.keys(texts).map((page) => {
      const kept = findings.of(root as unknown as OpenRoot, page).map(({ rule }) => rule);
      return [kept, lint(root.workspace, page).map(({ rule }) => rule)] as const;
    });
  rulesNow();
  read(`${texts[id]}\n`);
  rulesNow();
  read(text);
  return rulesNow();
}

test('an anchor written by hand matters to the pages that link to it', () => {
  const texts = {
    'a.md': ':person[Ann] wrote [this](b.md#one) and [that](b.md#two).\n',
    'b.md': '::person[Ann]{#ann}\n\n<a id="one"></a>\n\nWords.\n',
  };
  for (const anchors of ['<a id="one"></a> <a name=two>', '<a id="onf"></a>', '{#two', '']) {
    const text = texts['b.md'].replace('<a id="one"></a>', anchors);
    const [[kept, scratch] = []] = findingsAfterEdit(texts, 'b.md', text);
    assert.deepEqual(kept, scratch, anchors);
    assert.equal(scratch?.length, anchors.includes('one') ? 0 : anchors === '{#two' ? 1 : 2);
  }
});

test('a record that comes to stand in a sentence is its own first mention', () => {
  const [record, words] = ['::person[Cy]{#cy}\n', ':person[Cy]{#cy}\n'];
  const rules = ['unused-entity'];
  assert.deepEqual(findingsAfterEdit({ 'a.md': record }, 'a.md', words), [[[], []]]);
  assert.deepEqual(findingsAfterEdit({ 'a.md': words }, 'a.md', record), [[rules, rules]]);
});

test('where blocks stand is the same after any edits as counted anew', () => {
  const lines = Array.from(
    { length: 400 },
    (_, at) => `Words of :person[Ada ${at % 90}] ${at % 7}.`,
  );
  let workspace = workspaceOf({ 'a.md': lines.join('\n\n') });
  const symbol = (at: number): number => (at * 37) % 90;
  for (let at = 0; at < 150; at += 1) {
    const place = (at * 131) % lines.length;
    const gone = at % 3;
    const come = Array.from(
      { length: (at * 7) % 4 },
      (_, n) => `New :person[Ada ${symbol(at + n)}].`,
    );
    lines.splice(place, gone, ...come);
    const text = lines.join('\n\n');
    workspace = applyChanges(workspace, [{ type: 'text', id: 'a.md', text, isOpen: true }]);
    const page = workspace.pages.get('a.md');
    assert.ok(page);
    assert.ok(isByBlock(page));
    const fresh = workspaceOf({ 'a.md': page.text }).pages.get('a.md');
    assert.ok(fresh);
    for (const number of [symbol(at), symbol(at + 1), 3]) {
      const key = nameKey('person', `Ada ${number}`);
      const spansOf = (one: Page) =>
        symbolsOf(one)
          .mentions.get(key)
          ?.map(({ span }) => span.start);
      assert.deepEqual(spansOf(page), spansOf(fresh), `Ada ${number} after ${at} edits`);
    }
  }
});

test('after a letter, the colours and the outline of few blocks of a large brief are made anew', () => {
  const { registry, briefs } = makeWorkspace(1, 300_000);
  const text = [...briefs.values()][0] ?? '';
  const id: PageId = 'a.md';
  for (const words of [/(?<= )[a-z]+ [a-z]+ [a-z]+\.\s/, /(?<=:commitment\[agreed to )[a-z]/]) {
    const at = text.length / 2 + text.slice(text.length / 2).search(words);
    let workspace = workspaceOf({ [id]: text, 'registry.yaml': registry });
    const type = (written: string): Page => {
      const next = text.slice(0, at) + written + text.slice(at);
      workspace = applyChanges(workspace, [{ type: 'text', id, text: next, isOpen: true }]);
      return workspace.pages.get(id) as Page;
    };
    const before = type('x');
    const tokens = keptTokens(undefined, workspace, before);
    const items = keptOutline(undefined, workspace, before);
    assert.ok((tokens?.made ?? 0) > 500);
    const after = type('xy');
    const made = [keptTokens(tokens, workspace, after), keptOutline(items, workspace, after)];
    for (const kept of made) assert.ok(kept && kept.made < 20, `${words}: ${kept?.made}`);
  }
});

test('the usual entries of a registry are read without the YAML library', () => {
  const entries = Array.from({ length: 50 }, (_, at) => `  p-${at}: { name: Ann ${at} }\n`);
  const text = `person:\n${entries.join('')}`;
  const compose = Composer.prototype.compose;
  let asked = 0;
  Composer.prototype.compose = function counted(...args) {
    asked += 1;
    return compose.apply(this, args);
  };
  try {
    parseRegistry(text);
  } finally {
    Composer.prototype.compose = compose;
  }
  assert.ok(asked <= 1, `${asked} times`);
});
