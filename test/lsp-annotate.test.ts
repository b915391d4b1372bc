// Suggestions and what is done with them, asked of the shipped server as editors ask.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import type {
  CodeAction,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { applyEdits, linesOf } from '../server/core/index.js';
import {
  type AnnotateParams,
  type AnnotateResult,
  COMMANDS,
  REQUESTS,
  type SuggestionGroup,
  type SuggestionReview,
  type SuggestionsParams,
} from '../server/lsp/protocol.js';
import { ABLE, type Editor, startEditor, withEditor } from './support/editor.js';

const REGISTRY = `# Kept by hand.
person:
  ada-moreau: { name: Ada Moreau, other_names: [A. Moreau] }
place:
  norland: { name: Norland } # ours
`;
const BRIEF = `---
date: 2025-10-31
---

Foreign Minister Ada Moreau met Jan Berg of Norway on Thursday. Moreau said Norland will open a port by 2027.

Jan Berg agreed to visit Norland. He came with Minister Morel.
`;
const FILES = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };

function review(
  editor: Editor,
  params: Partial<SuggestionsParams> = {},
): Promise<SuggestionReview | null> {
  return editor.connection.sendRequest(REQUESTS.suggestions, {
    uri: editor.uri('a.md'),
    ...params,
  });
}

function annotate(
  editor: Editor,
  params: Partial<AnnotateParams> = {},
): Promise<AnnotateResult | null> {
  return editor.connection.sendRequest('workspace/executeCommand', {
    command: COMMANDS.annotate,
    arguments: [{ uri: editor.uri('a.md'), ...params }],
  });
}

/** The text of each document after an edit, as an editor would change it. */
function textsAfter(
  editor: Editor,
  edit: WorkspaceEdit | null | undefined,
  before: Readonly<Record<string, string>> = FILES,
): Record<string, string> {
  const texts: Record<string, string> = { ...before };
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) continue;
    const { textDocument, edits } = change as TextDocumentEdit;
    const name = path.posix.basename(textDocument.uri);
    const text = texts[name] ?? '';
    const lines = linesOf(text);
    const offset = ({ line, character }: Range['start']): number =>
      lines.offsetAt({ line, column: character });
    texts[name] = applyEdits(
      text,
      edits.map((each) => {
        assert.ok('newText' in each);
        const { start, end } = each.range;
        return { span: { start: offset(start), end: offset(end) }, text: each.newText };
      }),
    );
  }
  assert.ok(editor.root !== '');
  return texts;
}

function titles(found: SuggestionReview | null, section: SuggestionGroup['section']): string[] {
  return (found?.groups ?? [])
    .filter((group) => group.section === section)
    .map(({ title, detail, items }) => [title, detail, items.length].join(' | '));
}

function groupOf(found: SuggestionReview | null, title: string): SuggestionGroup {
  const group = found?.groups.find((each) => each.title === title);
  assert.ok(group, `no group ${title}`);
  return group;
}

describe('suggestions for a brief', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor(FILES);
    editor.open('a.md');
  });
  after(() => editor.close());

  it('come in groups of what means the same, by section', async () => {
    const found = await review(editor);
    assert.equal(found?.version, 1);
    assert.deepEqual(titles(found, 'entities'), [
      'Foreign Minister |  | 1',
      'Ada Moreau |  | 2',
      'Jan Berg |  | 2',
      'Norway |  | 1',
      'Norland |  | 2',
      'Minister Morel |  | 1',
    ]);
    assert.deepEqual(titles(found, 'commitments'), [
      'will open a port by 2027 | Norland · planned, due 2027 | 1',
      'agreed to visit Norland | Jan Berg · pledged | 1',
    ]);
    assert.deepEqual(titles(found, 'dates'), ['Thursday | 2025-10-30 | 1', '2027 | 2027 | 1']);
    assert.deepEqual(titles(found, 'descriptions'), ['Jan Berg |  | 1']);
  });

  it('say what is meant, how surely, why, and what would tag it', async () => {
    const found = await review(editor);
    const known = groupOf(found, 'Ada Moreau');
    assert.equal(known.key, 'ada-moreau');
    assert.equal(known.newId, undefined);
    const [first] = known.items;
    assert.deepEqual(first?.ids, ['ada-moreau']);
    assert.equal(first?.level, 'certain');
    assert.match(first?.reason ?? '', /ada-moreau in the registry/);
    const fresh = groupOf(found, 'Jan Berg');
    assert.equal(fresh.newId, 'jan-berg');
    assert.equal(fresh.kindTitle, 'Person');
    assert.deepEqual(
      fresh.items[0]?.edits.map(({ newText }) => newText),
      [':person[', ']'],
    );
    const { sentence, range } = fresh.items[0] ?? {};
    assert.deepEqual(sentence?.start, { line: 4, character: 0 });
    assert.equal(range?.start.line, 4);
    assert.ok((sentence?.end.character ?? 0) > (range?.end.character ?? 0));
  });

  it('are fewer where only what is certain is wanted', async () => {
    const found = await review(editor, { level: 'certain' });
    assert.deepEqual(titles(found, 'entities'), ['Ada Moreau |  | 1', 'Norland |  | 2']);
  });

  it('follow what somebody knows better, in terms of promises too', async () => {
    const found = await review(editor);
    const wrong = groupOf(found, 'Minister Morel');
    const after = await review(editor, {
      corrections: [
        { of: wrong.key, means: { kind: 'person', ids: ['ada-moreau'] } },
        { of: groupOf(found, 'Jan Berg').key, means: { kind: 'person', name: 'Jan C. Berg' } },
      ],
    });
    assert.equal(groupOf(after, 'Ada Moreau').items.length, 3);
    assert.equal(groupOf(after, 'Ada Moreau').items[2]?.edits.at(-1)?.newText, ']{ref=ada-moreau}');
    assert.deepEqual(
      titles(after, 'commitments')[1],
      'agreed to visit Norland | Jan C. Berg · pledged | 1',
    );
    assert.equal(groupOf(after, 'Jan C. Berg').newId, 'jan-c-berg');
  });

  it('follow terms that somebody knows better, and a pronoun that means another', async () => {
    const promise = groupOf(await review(editor), 'agreed to visit Norland').items[0];
    assert.deepEqual(promise?.terms, {
      ...{ by: ['person:Jan Berg'], for: [], to: [], saidBy: [] },
      ...{ at: '', under: '', due: '', dueText: '' },
    });
    const terms = { for: ['place:Norway'], to: ['norland'], due: '2026' };
    const corrections = [{ of: promise.key, terms }];
    const found = groupOf(await review(editor, { corrections }), 'agreed to visit Norland');
    assert.equal(found.detail, 'Jan Berg → Norland · pledged, due 2026');
    const accept = [promise.key];
    const result = await annotate(editor, { accept, corrections, apply: false });
    const texts = textsAfter(editor, result?.edit);
    assert.match(
      texts['a.md'] ?? '',
      /\{#c-visit-norland by=jan-berg for=norway to=norland due=2026\}/,
    );
    assert.match(texts['registry.yaml'] ?? '', /norway: /);
    // What would end the tag is no party.
    const odd = [{ of: promise.key, terms: { to: ['x} y', 'norland', 1], at: 3 } }] as never;
    assert.equal(
      groupOf(await review(editor, { corrections: odd }), 'agreed to visit Norland').detail,
      'Jan Berg · pledged',
    );
  });

  it('hold for the promise of a pronoun, whoever it means', async () => {
    const text = `${BRIEF}\nAda Moreau met Jan Berg. He will visit Norland.\n`;
    await withEditor({ ...FILES, 'b.md': text }, {}, async (own) => {
      own.open('b.md');
      const uri = own.uri('b.md');
      const before = await review(own, { uri });
      const he = before?.groups
        .flatMap(({ items }) => items)
        .findLast(({ words }) => words === 'He');
      assert.ok(he);
      const means = { kind: 'person', name: 'Jan Berg' };
      const detail = (found: SuggestionReview | null): string =>
        groupOf(found, 'will visit Norland').detail;
      assert.equal(detail(before), 'Ada Moreau · planned');
      const after = await review(own, { uri, corrections: [{ of: he.key, means }] });
      assert.equal(detail(after), 'Jan Berg · planned');
      // Of others than him nothing has changed.
      assert.equal(groupOf(after, 'agreed to visit Norland').detail, 'Jan Berg · pledged');
    });
  });

  it('are not there for a document that nobody knows, and refuse faulty questions', async () => {
    assert.equal(await review(editor, { uri: 'file:///nowhere/b.md' }), null);
    await assert.rejects(editor.connection.sendRequest(REQUESTS.suggestions, {}), /needs a 'uri'/);
    const odd = { corrections: [1, { of: 1 }, { of: 'x', means: {} }], level: 7 } as never;
    assert.deepEqual(await review(editor, odd), await review(editor));
  });
});

describe('the command rapporteur.annotate', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor(FILES);
    editor.open('a.md');
  });
  after(() => editor.close());

  it('is announced', () => {
    const { executeCommandProvider } = editor.initialized.capabilities;
    assert.ok(executeCommandProvider?.commands.includes(COMMANDS.annotate));
  });

  it('tags what is certain, in versions of documents that are named', async () => {
    const result = await annotate(editor, { apply: false });
    assert.equal(result?.tags, 3);
    assert.equal(result?.entries, 0);
    assert.deepEqual(result?.left, []);
    const texts = textsAfter(editor, result?.edit);
    assert.match(texts['a.md'] ?? '', /Foreign Minister :person\[Ada Moreau\] met Jan Berg/);
    assert.equal(texts['registry.yaml'], REGISTRY);
    const [change] = result?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && 'textDocument' in change);
    assert.equal(change.textDocument.version, 1);
  });

  it('tags those that are named, with one entry in the registry for all of them', async () => {
    const found = await review(editor);
    const berg = groupOf(found, 'Jan Berg');
    const [, promise] = found?.groups.filter(({ section }) => section === 'commitments') ?? [];
    const accept = [...berg.items, ...(promise?.items ?? [])].map(({ key }) => key);
    const result = await annotate(editor, { accept, apply: false });
    assert.deepEqual([result?.tags, result?.entries], [3, 1]);
    const texts = textsAfter(editor, result?.edit);
    assert.match(
      texts['a.md'] ?? '',
      /:person\[Jan Berg\] :commitment\[agreed to visit Norland\]\{#c-visit-norland by=jan-berg\}/,
    );
    assert.match(texts['registry.yaml'] ?? '', /\n {2}jan-berg: \{ name: Jan Berg \}\nplace:/);
    assert.equal((texts['registry.yaml'] ?? '').match(/jan-berg/g)?.length, 1);
  });

  it('brings a new entity along with what only describes it', async () => {
    const described = (await review(editor))?.groups.find(
      ({ section }) => section === 'descriptions',
    );
    const accept = described?.items.map(({ key }) => key) ?? [];
    const result = await annotate(editor, { accept, apply: false });
    const texts = textsAfter(editor, result?.edit);
    assert.match(texts['a.md'] ?? '', /:person\[He\]\{ref=jan-berg\}/);
    assert.match(texts['registry.yaml'] ?? '', /jan-berg: \{ name: Jan Berg \}/);
  });

  it('remembers words as another name, once, in place of a reference', async () => {
    const found = await review(editor);
    const wrong = groupOf(found, 'Minister Morel');
    const corrections = [
      { of: wrong.key, means: { kind: 'person', ids: ['ada-moreau'], remember: true } },
    ];
    const accept = wrong.items.map(({ key }) => key);
    const result = await annotate(editor, { accept, corrections, apply: false });
    const texts = textsAfter(editor, result?.edit);
    assert.match(texts['a.md'] ?? '', /came with :person\[Minister Morel\]\./);
    assert.match(texts['registry.yaml'] ?? '', /other_names: \[A\. Moreau, Minister Morel\]/);
  });

  it('tags words that nobody suggested, each with an entry of its own, in one place or wherever they are', async () => {
    const at = (words: string): Range => {
      const start = BRIEF.split('\n')[6]?.indexOf(words) ?? 0;
      return {
        start: { line: 6, character: start },
        end: { line: 6, character: start + words.length },
      };
    };
    const additions = [
      { range: at('visit'), means: { kind: 'event', name: 'visit' } },
      { range: at('came'), means: { kind: 'topic', name: 'came' } },
      { range: at('Norland'), means: { kind: 'place', ids: ['norland'] }, everywhere: true },
    ];
    const result = await annotate(editor, { accept: [], additions, apply: false });
    assert.deepEqual([result?.tags, result?.entries], [4, 2]);
    const texts = textsAfter(editor, result?.edit);
    assert.match(texts['a.md'] ?? '', /said :place\[Norland\] will/);
    assert.match(
      texts['a.md'] ?? '',
      /to :event\[visit\] :place\[Norland\]\. He :topic\[came\] with/,
    );
    assert.match(texts['registry.yaml'] ?? '', /event:\n {2}visit:\n.*topic:\n {2}came:\n/s);
    const odd = [1, { range: 1 }, { range: at('came'), means: {} }] as never;
    const none = await annotate(editor, { accept: [], additions: odd, apply: false });
    assert.equal(none?.edit, null);
  });

  it('tags only what a range touches', async () => {
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 8 } };
    const result = await annotate(editor, { range, level: 'likely', apply: false });
    assert.equal(result?.tags, 1);
    const texts = textsAfter(editor, result?.edit);
    assert.match(texts['a.md'] ?? '', /\n:person\[Jan Berg\] agreed to visit Norland\./);
  });

  it('has the client make the changes, and says whether it did', async () => {
    const asked: WorkspaceEdit[] = [];
    editor.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      asked.push(edit);
      return { applied: asked.length > 1 };
    });
    assert.equal((await annotate(editor))?.applied, false);
    assert.equal((await annotate(editor))?.applied, true);
    assert.equal(asked.length, 2);
  });

  it('does nothing on odd arguments, and does not know other commands', async () => {
    for (const odd of [undefined, null, 1, {}, { uri: 7 }])
      assert.equal(
        await editor.connection.sendRequest('workspace/executeCommand', {
          command: COMMANDS.annotate,
          arguments: [odd],
        }),
        null,
      );
    const nothing = await annotate(editor, { accept: ['person:Nobody:0'] });
    assert.deepEqual(nothing, { edit: null, applied: false, tags: 0, entries: 0, left: [] });
    await assert.rejects(
      editor.connection.sendRequest('workspace/executeCommand', {}),
      /needs a 'command'/,
    );
  });
});

test('what cannot be put in is said with its reason', async () => {
  const files = {
    'registry.yaml': 'person: [1, 2]\n',
    'a.md': 'Ada Moreau met Jan Berg of Norway.\n\nIt was agreed to open a port.\n',
  };
  await withEditor(files, {}, async (editor) => {
    editor.open('a.md');
    const result = await annotate(editor, { level: 'likely', apply: false });
    assert.ok((result?.left.length ?? 0) > 0);
    for (const { reason } of result?.left ?? [])
      assert.equal(reason, 'registry.yaml cannot take new entries as it is written.');
  });
});

test('a client that cannot create files is told what stays undone', async () => {
  const capabilities = { ...ABLE, workspace: { ...ABLE.workspace, workspaceEdit: {} } };
  await withEditor({ 'a.md': 'Mr. Jan Berg came.\n' }, { capabilities }, async (editor) => {
    editor.open('a.md');
    const result = await annotate(editor, { level: 'likely' });
    assert.deepEqual(
      result?.left.map(({ words, reason }) => [words, reason]),
      [['Jan Berg', 'There is no registry for a new entry.']],
    );
    assert.equal(result?.edit, null);
  });
});

test('a registry that is not there yet is made', async () => {
  await withEditor({ 'a.md': 'Mr. Jan Berg came.\n' }, {}, async (editor) => {
    editor.open('a.md');
    const result = await annotate(editor, { level: 'likely', apply: false });
    const created = result?.edit?.documentChanges?.find((change) => 'kind' in change);
    assert.deepEqual(created, {
      kind: 'create',
      uri: editor.uri('registry.yaml'),
      options: { ignoreIfExists: true },
    });
    assert.match(textsAfter(editor, result?.edit)['registry.yaml'] ?? '', /jan-berg/);
  });
});

test('the server reads what suggests tags when it is asked, and not before', async () => {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-dist-'));
  try {
    fs.cpSync('dist/server.cjs', path.join(dist, 'server.cjs'));
    fs.cpSync('dist/shared', path.join(dist, 'shared'), { recursive: true });
    fs.rmSync(path.join(dist, 'shared', 'suggest.js'));
    const program = path.join(dist, 'server.cjs');
    await withEditor(FILES, { program }, async (editor) => {
      editor.open('a.md');
      assert.deepEqual(await editor.pull('a.md'), []);
      const textDocument = { uri: editor.uri('a.md') };
      const context = { diagnostics: [], triggerKind: 2 };
      const start = { line: 4, character: 20 };
      await editor.connection.sendRequest('textDocument/codeAction', {
        ...{ textDocument, context },
        range: { start, end: start },
      });
      await assert.rejects(review(editor), /suggest\.js/);
    });
  } finally {
    fs.rmSync(dist, { recursive: true });
  }
});

describe('code actions on what is suggested', () => {
  const files = { ...FILES, 'rapporteur.yaml': '# Ours.\nsuggest:\n  levels: possible\n' };
  let editor: Editor;
  before(async () => {
    editor = await startEditor(files);
    editor.open('a.md');
    await review(editor);
  });
  after(() => editor.close());

  const actionsAt = (character: number, context: object = {}): Promise<CodeAction[]> => {
    const start = { line: 6, character };
    return editor.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: editor.uri('a.md') },
      range: { start, end: start },
      context: { diagnostics: [], ...context },
    });
  };
  const resolved = async (title: string, character: number): Promise<Record<string, string>> => {
    const action = (await actionsAt(character)).find((each) => each.title === title);
    assert.ok(action, title);
    const { edit } = action.edit
      ? action
      : await editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    return textsAfter(editor, edit, files);
  };

  it('tag it, here or everywhere, with an entry for what is new', async () => {
    const titles = (await actionsAt(3)).map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 2), ['Tag as Jan Berg (new person)', 'Tag all 2 of Jan Berg']);
    const texts = await resolved('Tag all 2 of Jan Berg', 3);
    assert.equal(texts['a.md']?.match(/:person\[Jan Berg\]/g)?.length, 2);
    assert.match(texts['registry.yaml'] ?? '', /jan-berg: \{ name: Jan Berg \}/);
  });

  it('keep words from being suggested, in the configuration that is there', async () => {
    const texts = await resolved("Never suggest 'Jan Berg' in any brief", 3);
    assert.equal(
      texts['rapporteur.yaml'],
      '# Ours.\nsuggest:\n  levels: possible\n  never: [Jan Berg]\n',
    );
  });

  it('are not worked out while a cursor moves', async () => {
    const titles = (await actionsAt(3, { triggerKind: 2 })).map(({ title }) => title);
    assert.deepEqual(titles, []);
  });
});

test('what is said of a person in the registry counts from the next request on', async () => {
  const office = `office:
  minister: { name: Minister of Ports, place: norland }
`;
  const files = {
    'registry.yaml': `${office}${REGISTRY}`,
    'a.md': 'Ada Moreau will open a port.\n',
  };
  await withEditor(files, {}, async (editor) => {
    editor.open('a.md', files['a.md']);
    editor.open('registry.yaml', files['registry.yaml']);
    const forWhom = async (): Promise<readonly string[] | undefined> =>
      (await review(editor))?.groups
        .flatMap(({ items }) => items)
        .find(({ type }) => type === 'commitment')?.terms?.for;
    assert.deepEqual(await forWhom(), []);
    const withOffice = files['registry.yaml'].replace(
      'other_names: [A. Moreau]',
      'other_names: [A. Moreau], memberships: [{ office: minister }]',
    );
    editor.change('registry.yaml', 2, withOffice);
    assert.deepEqual(await forWhom(), ['norland']);
  });
});
