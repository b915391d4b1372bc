// Code actions and our own requests, asked of the shipped server as editors ask them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  CodeAction,
  CodeActionContext,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { applyEdits, linesOf } from '../server/core/index.js';
import {
  type CommitmentItem,
  type EntityItem,
  REQUESTS,
  type StripResult,
} from '../server/lsp/protocol.js';
import { ABLE, type Editor, eventually, startEditor } from './support/editor.js';

const REGISTRY = 'person:\n  ann: { name: Ann Lee }\nplace:\n  arcadia: { name: Arcadia }\n';
const BRIEF =
  '---\ndate: 2025-10-01\n---\n\n😀 :person[she]{reff=ann} and :person[Bob Ray] met in :place[Arcadia].\n\nArcadia will help.\n';
const FILES = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };

function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  const lines = linesOf(text);
  const at = (offset: number): Range['start'] => {
    const { line, column } = lines.positionAt(offset);
    return { line, character: column };
  };
  return { start: at(start), end: at(start + words.length) };
}

function asked(
  editor: Editor,
  words: string,
  context: Partial<CodeActionContext> = {},
): Promise<CodeAction[]> {
  return editor.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: editor.uri('a.md') },
    range: rangeOf(BRIEF, words),
    context: { diagnostics: [], ...context },
  });
}

/** The text of a document after an edit, as an editor would change it. */
function changed(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  const offset = ({ line, character }: Range['start']): number =>
    lines.offsetAt({ line, column: character });
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: offset(range.start), end: offset(range.end) },
      text: newText,
    })),
  );
}

function editsIn(edit: WorkspaceEdit | undefined, uri: string): readonly TextEdit[] {
  const found = edit?.documentChanges?.filter(
    (change): change is TextDocumentEdit =>
      'textDocument' in change && change.textDocument.uri === uri,
  );
  return (found?.flatMap((change) => change.edits) ?? []) as TextEdit[];
}

describe('code actions of an editor that can do everything', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor(FILES);
    editor.open('a.md');
    await eventually(
      () => editor.pull('a.md'),
      (found) => found.length > 0,
    );
  });
  after(() => editor.close());

  it('are announced with their kinds', () => {
    const { codeActionProvider: provider } = editor.initialized.capabilities;
    assert.ok(typeof provider === 'object' && provider.resolveProvider === true);
    for (const kind of ['quickfix', 'source.fixAll.rapporteur', 'refactor.rewrite.rapporteur.tag'])
      assert.ok(provider.codeActionKinds?.includes(kind), kind);
  });

  it('are tied to the diagnostics that they answer', async () => {
    const diagnostics = await editor.pull('a.md');
    const here = diagnostics.filter(({ code }) => code === 'unknown-attribute');
    const [first] = await asked(editor, 'reff', { diagnostics: here, only: ['quickfix'] });
    assert.equal(first?.title, "Change to 'ref'");
    assert.equal(first?.isPreferred, true);
    assert.deepEqual(first?.diagnostics, here);
    const edits = editsIn(first?.edit, editor.uri('a.md'));
    assert.match(changed(BRIEF, edits), /😀 :person\[she\]\{ref=ann\} and/);
  });

  it('come by kind, and no other is worked out', async () => {
    const kinds = async (only: string): Promise<readonly (string | undefined)[]> =>
      (await asked(editor, 'Arcadia will help', { only: [only] })).map(({ kind }) => kind);
    assert.deepEqual(await kinds('refactor.rewrite.rapporteur.commitment'), [
      'refactor.rewrite.rapporteur.commitment',
    ]);
    const place = 'refactor.rewrite.rapporteur.tag.place';
    assert.deepEqual(await kinds(place), [place, `${place}.define`, place]);
    assert.deepEqual(await kinds('refactor.extract'), []);
  });

  it('fix all on save: resolved when chosen, small edits', async () => {
    const [action] = await asked(editor, BRIEF, { only: ['source.fixAll'] });
    assert.equal(action?.kind, 'source.fixAll.rapporteur');
    assert.equal(action?.edit, undefined, 'worked out when it is chosen');
    const resolved = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const edits = editsIn(resolved.edit, editor.uri('a.md'));
    assert.equal(edits.length, 1);
    assert.match(changed(BRIEF, edits), /\{ref=ann\}/);
  });

  it('silence a finding when chosen', async () => {
    const only = ['quickfix.rapporteur.suppress'];
    const [action] = await asked(editor, 'Bob Ray', { only });
    const resolved = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const edits = editsIn(resolved.edit, editor.uri('a.md'));
    const text = changed(BRIEF, edits);
    assert.match(text, /---\n\n<!-- rapporteur-disable-next-line unresolved-name -->\n😀/);
  });

  it('define in a registry that is not open', async () => {
    const [action] = await asked(editor, 'Bob Ray', { only: ['quickfix.rapporteur.define'] });
    const edits = editsIn(action?.edit, editor.uri('registry.yaml'));
    assert.equal(
      changed(REGISTRY, edits),
      REGISTRY.replace('place:', '  bob-ray: { name: Bob Ray }\nplace:'),
    );
  });

  it('give an action that nobody knows back as it came', async () => {
    for (const data of [undefined, null, 3, {}, { uri: 'x', action: 'fix-all', span: {} }]) {
      const action = { title: 'Strange', data };
      const resolved = await editor.connection.sendRequest<CodeAction>(
        'codeAction/resolve',
        action,
      );
      assert.equal(resolved.edit, undefined);
    }
  });

  it('list entities and commitments with places, and strip', async () => {
    const entities = await editor.connection.sendRequest<EntityItem[]>(REQUESTS.entities, {
      query: 'lee',
    });
    assert.deepEqual(
      entities.map(({ id, name, title }) => ({ id, name, title })),
      [{ id: 'ann', name: 'Ann Lee', title: 'Person' }],
    );
    assert.equal(entities[0]?.location.uri, editor.uri('registry.yaml'));
    assert.deepEqual(entities[0]?.location.range, rangeOf(REGISTRY, 'ann'));
    const none = await editor.connection.sendRequest<CommitmentItem[]>(REQUESTS.commitments);
    assert.deepEqual(none, []);
    const uri = editor.uri('a.md');
    const range = rangeOf(BRIEF, ':person[Bob Ray] met');
    const part = await editor.connection.sendRequest<StripResult>(REQUESTS.strip, { uri, range });
    assert.deepEqual(part, { text: 'Bob Ray met' });
    const whole = await editor.connection.sendRequest<StripResult>(REQUESTS.strip, { uri });
    assert.match(whole.text, /😀 she and Bob Ray met in Arcadia\./);
  });
});

it('without a registry one is created', async () => {
  const editor = await startEditor({ 'a.md': BRIEF, 'rapporteur.yaml': 'rules: {}\n' });
  editor.open('a.md');
  const only = ['quickfix.rapporteur.define'];
  const [action] = await eventually(
    () => asked(editor, 'Bob Ray', { only }),
    (actions) => actions.length > 0,
  );
  assert.match(action?.title ?? '', /in a new registry\.yaml/);
  const [create] = action?.edit?.documentChanges ?? [];
  assert.deepEqual(create && 'uri' in create && [create.kind, create.uri], [
    'create',
    editor.uri('registry.yaml'),
  ]);
  await editor.close();
});

it('an editor without code action literals is offered none', async () => {
  const { codeAction: _, ...textDocument } = ABLE.textDocument ?? {};
  const editor = await startEditor(FILES, { capabilities: { ...ABLE, textDocument } });
  assert.equal(editor.initialized.capabilities.codeActionProvider, undefined);
  editor.open('a.md');
  assert.deepEqual(await asked(editor, 'Bob Ray'), []);
  await editor.close();
});

it('an editor that cannot resolve gets whole actions', async () => {
  const textDocument = {
    ...ABLE.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  };
  const editor = await startEditor(FILES, { capabilities: { ...ABLE, textDocument } });
  editor.open('a.md');
  const only = ['source.fixAll'];
  const [action] = await eventually(
    () => asked(editor, BRIEF, { only }),
    (actions) => actions.length > 0,
  );
  assert.equal(editsIn(action?.edit, editor.uri('a.md')).length, 1);
  await editor.close();
});
