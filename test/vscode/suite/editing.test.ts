// A document that changes: typed in, taken back, changed by others; and what is found follows.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  finding,
  findings,
  moveTo,
  openSample,
  position,
  range,
  readSample,
  replace,
  sampleUri,
  writeSample,
} from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';
const LATER = 'us-india-defense/briefs/2025-11-03-signing.md';
const REGISTRY = 'us-india-defense/registry.yaml';

/** What is found, in words that do not change with the day. */
function found(document: vscode.TextDocument): readonly string[] {
  return findings(document).map(({ rule, words }) => `${rule}: ${words}`);
}

suite('editing', () => {
  test('shows a finding while it is typed, and takes it back on undo', async () => {
    const document = await openSample(BRIEF);
    await finding(document, 'commitment-without-source');
    // The test before may have put the registry back a moment ago.
    await eventually(() => assert(!found(document).some((each) => /^unresolved/.test(each))));
    const before = found(document);
    await replace(document, range(document, ':person[‸Pete Hegseth‸]'), 'Pete Hegset');
    const { message } = await finding(document, 'unresolved-name', 'Pete Hegset');
    assert.match(message, /Pete Hegset/);
    await execute('undo');
    await eventually(() => assert.deepEqual(found(document), before));
    await execute('redo');
    await finding(document, 'unresolved-name', 'Pete Hegset');
  });

  test('is right after 200 quick edits', async () => {
    const document = await openSample(LATER);
    moveTo(document.positionAt(document.getText().length));
    const words = '\nAlso :person[Nobody Known], :person[Singh]{ref=ghost} and :place[India].\n';
    const typed = words.repeat(3);
    assert(typed.length >= 200);
    // Not one after the other: a fast typist does not wait for the editor either.
    await Promise.all([...typed].map((character) => execute('type', { text: character })));
    await eventually(() => {
      const all = found(document).filter((each) => each.startsWith('unresolved'));
      const once = ['unresolved-name: Nobody Known', 'unresolved-reference: ghost'];
      assert.deepEqual(all, [...once, ...once, ...once]);
    });
    assert(document.getText().includes('Nobody Known'));
  });

  test('sees what another program writes', async () => {
    const document = await openSample(BRIEF);
    await finding(document, 'commitment-without-source');
    const registry = await readSample(REGISTRY);
    await writeSample(REGISTRY, registry.replace('name: Indo-Pacific,', 'name: Elsewhere,'));
    await finding(document, 'unresolved-name', 'Indo-Pacific');
    await writeSample(REGISTRY, registry);
    await eventually(() =>
      assert(!found(document).some((each) => each.startsWith('unresolved-name'))),
    );
  });

  test('sees another brief that comes, and goes', async () => {
    const document = await openSample(BRIEF);
    await finding(document, 'commitment-without-source');
    const text = '---\ndate: 2025-12-01\n---\n\n::place[India again]{#india}\n';
    const other = await writeSample('us-india-defense/briefs/later.md', text);
    const registry = await openSample(REGISTRY);
    const twice = (): readonly string[] =>
      [...vscode.languages.getDiagnostics()]
        .flatMap(([, diagnostics]) => diagnostics)
        .filter(({ message }) => message.includes("'india' is defined twice"))
        .map(({ message }) => message);
    await eventually(() => assert(twice().length > 0, 'not seen'));
    await vscode.workspace.fs.delete(other);
    await eventually(() => assert.equal(twice().length, 0));
    assert(registry);
  });

  test('renames an id in every file, and takes it back in every file', async () => {
    const registry = await openSample(REGISTRY);
    const document = await openSample(BRIEF);
    await finding(document, 'commitment-without-source');
    const texts = [registry.getText(), document.getText()];
    const place = position(document, 'c-hold-‸2plus2');
    const edit = await execute<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      'c-next-dialogue',
    );
    const files = edit.entries().map(([uri]) => vscode.workspace.asRelativePath(uri));
    assert(files.length >= 1 && files.includes(BRIEF), files.join(', '));
    assert(await vscode.workspace.applyEdit(edit));
    assert(!document.getText().includes('c-hold-2plus2'));
    await eventually(() => assert(!found(document).some((each) => /unresolved/.test(each))));
    await vscode.window.showTextDocument(document);
    await execute('undo');
    await eventually(() => assert.deepEqual([registry.getText(), document.getText()], texts));
  });

  test('renames a name of the registry in the briefs that were found by it', async () => {
    const registry = await openSample(REGISTRY);
    await openSample(BRIEF);
    const edit = await eventually(async () => {
      const made = await execute<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        registry.uri,
        position(registry, 'name: Pete ‸Hegseth'),
        'Peter Hegseth',
      );
      assert(made.entries().length > 1, 'in the registry alone');
      return made;
    });
    const brief = edit.get(sampleUri(BRIEF));
    assert(brief.some(({ newText }) => newText.includes('Peter')));
    assert(brief.length < 20 && brief.every(({ newText }) => newText.length < 40), 'small edits');
  });

  test('mends links when a file is renamed', async () => {
    await writeSample('us-india-defense/briefs/aim.md', '# Aim\n\nSee :place[India].\n');
    await writeSample('us-india-defense/briefs/from.md', '[aim](aim.md#aim) :place[India]\n');
    const from = await openSample('us-india-defense/briefs/from.md');
    await finding(await openSample(BRIEF), 'commitment-without-source');
    await eventually(async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(
        sampleUri('us-india-defense/briefs/aim.md'),
        sampleUri('us-india-defense/briefs/goal.md'),
        { overwrite: true },
      );
      assert(await vscode.workspace.applyEdit(edit));
      if (!from.getText().includes('goal.md#aim')) {
        const back = new vscode.WorkspaceEdit();
        back.renameFile(
          sampleUri('us-india-defense/briefs/goal.md'),
          sampleUri('us-india-defense/briefs/aim.md'),
        );
        await vscode.workspace.applyEdit(back);
      }
      assert(from.getText().includes('goal.md#aim'), from.getText());
    });
  });

  test('serves a document that has no file yet', async () => {
    await openSample(BRIEF);
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: ':person[Nobody Known] met ::person and :date[someday].\n',
    });
    await vscode.window.showTextDocument(document);
    await finding(document, 'unreadable-date', 'someday');
  });
});
