// F2: what may be renamed, what is changed by it and where, and why some names are refused.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  findings,
  nameOf,
  openBrief,
  openSample,
  position,
} from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';
const LATER = 'us-india-defense/briefs/2025-11-03-signing.md';
const REGISTRY = 'us-india-defense/registry.yaml';

/** What VS Code puts into its box for a new name. */
async function offered(document: vscode.TextDocument, words: string): Promise<string> {
  const { range, placeholder } = await execute<{ range: vscode.Range; placeholder: string }>(
    'vscode.prepareRename',
    document.uri,
    position(document, words),
  );
  assert.equal(document.getText(range), placeholder);
  return placeholder;
}

function rename(
  document: vscode.TextDocument,
  words: string,
  name: string,
): Promise<vscode.WorkspaceEdit> {
  const place = position(document, words);
  return execute('vscode.executeDocumentRenameProvider', document.uri, place, name);
}

/** `file: old -> new` of each change. */
async function changes(edit: vscode.WorkspaceEdit): Promise<readonly string[]> {
  const all: string[] = [];
  for (const [uri, edits] of edit.entries()) {
    const document = await vscode.workspace.openTextDocument(uri);
    for (const { range, newText } of edits)
      all.push(`${nameOf(uri)}: ${document.getText(range)} -> ${newText}`);
  }
  return all;
}

suite('renaming', () => {
  test('offers what stands at the cursor, and nothing in prose', async () => {
    const document = await openSample(BRIEF);
    await eventually(async () =>
      assert.equal(await offered(document, ':person[Pete‸ Hegseth]'), 'Pete Hegseth'),
    );
    assert.equal(await offered(document, 'c-hold-‸2plus2'), 'c-hold-2plus2');
    const registry = await openSample(REGISTRY);
    assert.equal(await offered(registry, 'name: Kuala ‸Lumpur'), 'Kuala Lumpur');
    await assert.rejects(() => offered(document, 'The negotiators ‸are done'));
  });

  test('changes an id in each brief and registry, by edits of the id alone', async () => {
    const document = await openSample(LATER);
    const all = await eventually(async () => {
      const found = await changes(
        await rename(
          document,
          'status=fulfilled on=2025-10-31 source=in-mod-‸2025-10-31}\n::update[The',
          'statement',
        ),
      );
      assert(found.length > 2, found.join('; '));
      return found;
    });
    assert.deepEqual(all, [
      '2025-11-03-signing.md: in-mod-2025-10-31 -> statement',
      '2025-11-03-signing.md: in-mod-2025-10-31 -> statement',
      '2025-11-03-signing.md: in-mod-2025-10-31 -> statement',
      'registry.yaml: in-mod-2025-10-31 -> statement',
    ]);
  });

  test('leaves everything as resolved as it was, and is taken back by one undo', async () => {
    const document = await openSample(BRIEF);
    const registry = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(document.uri, '../../registry.yaml'),
    );
    const texts = [document.getText(), registry.getText()];
    const edit = await eventually(async () => {
      const made = await rename(document, 'said-by=united-st‸ates', 'usa');
      assert.equal(made.entries().length, 2);
      return made;
    });
    assert(await vscode.workspace.applyEdit(edit));
    assert.doesNotMatch(document.getText() + registry.getText(), /united-states/);
    await eventually(async () => {
      const place = position(document, 'said-by=u‸sa');
      const [found] = await execute<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        place,
      );
      assert(found);
      assert.deepEqual(
        findings(document).filter(({ rule }) => rule.startsWith('unresolved')),
        [],
      );
    });
    await vscode.window.showTextDocument(document);
    await execute('undo');
    await eventually(() => assert.deepEqual([document.getText(), registry.getText()], texts));
  });

  test('of a name changes the mentions that were found by it', async () => {
    const registry = await openSample(REGISTRY);
    await eventually(async () =>
      assert.deepEqual(await changes(await rename(registry, 'name: Kuala ‸Lumpur', 'KL')), [
        '2025-11-03-signing.md: Kuala Lumpur -> KL',
        'registry.yaml: Kuala Lumpur -> KL',
      ]),
    );
    const people = await changes(await rename(registry, 'name: Pete ‸Hegseth', 'Peter Hegseth'));
    assert.deepEqual(people, [
      '2025-10-31-framework.md: Pete Hegseth -> Peter Hegseth',
      '2025-11-03-signing.md: Pete Hegseth -> Peter Hegseth',
      'registry.yaml: Pete Hegseth -> Peter Hegseth',
    ]);
  });

  test('refuses an id that is taken or none, and says why', async () => {
    const document = await openSample(BRIEF);
    await eventually(async () =>
      assert.equal(await offered(document, 'c-hold-‸2plus2'), 'c-hold-2plus2'),
    );
    await assert.rejects(
      () => rename(document, 'c-hold-‸2plus2', 'india'),
      /'india' is already used: it is the id of India, a place, in registry\.yaml/,
    );
    await assert.rejects(
      () => rename(document, 'c-hold-‸2plus2', 'Not an id'),
      /'Not an id' cannot be an id: an id has only lower-case letters/,
    );
    await assert.rejects(() => rename(document, 'c-hold-‸2plus2', 'each-other'), /each-other/);
  });

  test('of a footnote changes its marks', async () => {
    const { document } = await openBrief(':place[India][^n] and again[^n].\n\n[^n]: A note.\n');
    await eventually(async () =>
      assert.deepEqual(await changes(await rename(document, 'again[^‸n]', 'talks')), [
        'note.md: n -> talks',
        'note.md: n -> talks',
        'note.md: n -> talks',
      ]),
    );
  });
});
