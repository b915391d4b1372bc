// Problems: what a finding carries, where it is found, whom a change concerns, and where silence is right.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  finding,
  findings,
  nameOf,
  openBrief,
  openSample,
  position,
  range,
  replace,
  sampleUri,
  writeSample,
} from './support.js';

const BRIEF = 'us-india-defense/briefs/2025-10-31-framework.md';
const REGISTRY = 'us-india-defense/registry.yaml';
const { DiagnosticSeverity } = vscode;

/** Opens a file of the samples in a column of its own, and keeps it open there. */
async function beside(path: string, column: vscode.ViewColumn): Promise<vscode.TextDocument> {
  const options = { viewColumn: column, preview: false };
  return (await vscode.window.showTextDocument(sampleUri(path), options)).document;
}

suite('findings', () => {
  test('say what, how grave, why, and where else to look', async () => {
    const document = await openSample('every-finding/briefs/04-names.md');
    const { message, severity, diagnostic } = await finding(document, 'ambiguous-name', 'Smith');
    assert.match(message, /^More than one person is called 'Smith': Anna Smith .* or Ben Smith/);
    assert.equal(severity, DiagnosticSeverity.Error);
    assert(typeof diagnostic.code === 'object');
    assert.match(diagnostic.code.target.path, /ambiguous-name/);
    const related = diagnostic.relatedInformation?.map(
      ({ message: words, location }) => `${nameOf(location.uri)}: ${words}`,
    );
    assert.deepEqual(related, [
      'registry.yaml: Anna Smith is defined here.',
      'registry.yaml: Ben Smith is defined here.',
    ]);
  });

  test('are errors, warnings, information and hints, and fade what is unnecessary', async () => {
    const commitments = await openSample('every-finding/briefs/05-commitments.md');
    const late = await finding(commitments, 'overdue-commitment', '2025-07');
    assert.equal(late.severity, DiagnosticSeverity.Warning);
    assert.match(late.message, /\(by Norland\) is overdue by 5 months/);
    const open = await finding(commitments, 'commitment-without-deadline');
    assert.equal(open.severity, DiagnosticSeverity.Information);
    const registry = await openSample('every-finding/registry.yaml');
    const unused = await finding(registry, 'unused-entity', 'nobody');
    assert.equal(unused.severity, DiagnosticSeverity.Hint);
    assert.deepEqual(unused.diagnostic.tags, [vscode.DiagnosticTag.Unnecessary]);
    assert.equal(late.diagnostic.tags, undefined);
  });

  test('are there for files that are closed, in each workspace of the folder', async () => {
    await openSample(BRIEF);
    const at = (path: string): readonly string[] =>
      vscode.languages.getDiagnostics(sampleUri(path)).map(({ code }) => {
        return String(typeof code === 'object' ? code.value : code);
      });
    await eventually(() => {
      assert(at('every-finding/registry/broken.yaml').includes('invalid-yaml'));
      assert(at('every-finding/registry/twice.yaml').includes('duplicate-key'));
      assert(at('every-finding/briefs/13-encoding.md').length > 0);
      assert(at(BRIEF).includes('overdue-commitment'));
    });
    for (const brief of ['arabic', 'chinese', 'emoji', 'french', 'hindi'])
      assert.deepEqual(at(`world/briefs/${brief}.md`), [], brief);
  });

  test('follow an unsaved registry, in the workspace it belongs to and in no other', async () => {
    const [registry, brief, world] = [
      await beside(REGISTRY, vscode.ViewColumn.One),
      await beside('us-india-defense/briefs/2025-11-03-signing.md', vscode.ViewColumn.Two),
      await beside('world/briefs/emoji.md', vscode.ViewColumn.Two),
    ];
    await finding(await openSample(BRIEF), 'overdue-commitment');
    await replace(registry, range(registry, 'name: ‸Pete Hegseth‸'), 'Peter Hegseth');
    await finding(brief, 'unresolved-name', 'Pete Hegseth');
    assert.equal(registry.isDirty, true);
    assert.deepEqual(findings(world), []);
    await vscode.window.showTextDocument(registry);
    await execute('undo');
    await eventually(() => assert(!findings(brief).some(({ rule }) => rule === 'unresolved-name')));
  });

  test('have the level that the settings give their rule', async () => {
    const document = await openSample('every-finding/briefs/04-names.md');
    await finding(document, 'ambiguous-name');
    const settings = vscode.workspace.getConfiguration('rapporteur');
    const set = (value: unknown): Thenable<void> =>
      settings.update('rules', value, vscode.ConfigurationTarget.Global);
    await set({ 'ambiguous-name': 'hint', 'unresolved-name': 'off' });
    try {
      await eventually(() => {
        const all = findings(document);
        const [found] = all.filter(({ rule }) => rule === 'ambiguous-name');
        assert.equal(found?.severity, DiagnosticSeverity.Hint);
        assert(!all.some(({ rule }) => rule === 'unresolved-name'));
      });
    } finally {
      await set(undefined);
    }
    await finding(document, 'unresolved-name');
  });

  test('more than a thousand are all shown', async () => {
    const { document } = await openBrief(':person[Nobody Known] spoke.\n\n'.repeat(1_200));
    await eventually(() => assert.equal(findings(document).length, 1_200));
  });
});

/** Everything VS Code would show of a document. */
async function shown(document: vscode.TextDocument, place: vscode.Position): Promise<unknown> {
  const { uri } = document;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const tokens = await execute<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    uri,
  );
  const actions = await execute<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(place, place),
    'quickfix',
  );
  return {
    findings: vscode.languages.getDiagnostics(uri).length,
    lenses: (await execute<unknown[]>('vscode.executeCodeLensProvider', uri)).length,
    hints: (await execute<unknown[]>('vscode.executeInlayHintProvider', uri, all)).length,
    hovers: (await execute<unknown[]>('vscode.executeHoverProvider', uri, place)).length,
    definitions: (await execute<unknown[]>('vscode.executeDefinitionProvider', uri, place)).length,
    tokens: tokens?.data.length ?? 0,
    fixes: actions.length,
  };
}

const NOTHING = {
  findings: 0,
  lenses: 0,
  hints: 0,
  hovers: 0,
  definitions: 0,
  tokens: 0,
  fixes: 0,
};

suite('Markdown that is no brief', () => {
  test('is left alone', async () => {
    await finding(await openSample(BRIEF), 'overdue-commitment');
    const text =
      '# Notes\n\nAt 10:30 Pete Hegseth met persons: see [x](missing.md) and Note:this.\n';
    const { document } = await openBrief(text, 'untagged/notes.md');
    assert.deepEqual(await shown(document, position(document, 'Pete ‸Hegseth')), NOTHING);
    // The first tag makes it one.
    await replace(document, range(document, 'Pete Hegseth'), ':person[Pete Hegseth]');
    await finding(document, 'unresolved-name', 'Pete Hegseth');
    await finding(document, 'broken-link', 'missing.md');
    await execute('undo');
    await eventually(async () =>
      assert.deepEqual(await shown(document, position(document, 'Pete ‸Hegseth')), NOTHING),
    );
  });

  test('nor is YAML that is no registry', async () => {
    await finding(await openSample(BRIEF), 'overdue-commitment');
    const uri = sampleUri('us-india-defense/other.yaml');
    const text = 'person:\n  pete-hegseth: { name: Pete Hegseth, nme: x }\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const place = position(document, 'pete-‸hegseth');
    assert.deepEqual(await shown(document, place), NOTHING);
  });
});

suite('a brief that is left out', () => {
  test('says why in one note at its first line, which leads to what says so', async () => {
    await finding(await openSample(BRIEF), 'overdue-commitment');
    await writeSample('us-india-defense/rapporteur.yaml', 'ignore: [briefs/old/**]\n');
    const { document } = await openBrief(
      ':person[Nobody] spoke.\n',
      'us-india-defense/briefs/old/note.md',
    );
    await eventually(() => {
      const all = findings(document);
      assert.deepEqual(
        all.map(({ rule, severity, diagnostic }) => [rule, severity, diagnostic.range.start.line]),
        [['left-out', vscode.DiagnosticSeverity.Information, 0]],
      );
      assert.match(all[0]?.message ?? '', /'ignore' in rapporteur\.yaml has 'briefs\/old\/\*\*'/);
      const [related] = all[0]?.diagnostic.relatedInformation ?? [];
      assert.match(related?.location.uri.path ?? '', /us-india-defense\/rapporteur\.yaml$/);
    });
  });
});

suite('a document without a file', () => {
  test('is read like any other', async () => {
    await finding(await openSample(BRIEF), 'overdue-commitment');
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# New\n\n:commitment[will help]{#c-new due=2030} and :date[someday].\n',
    });
    await vscode.window.showTextDocument(document);
    await finding(document, 'unreadable-date', 'someday');
    await finding(document, 'commitment-without-party');
    const symbols = await execute<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const own = symbols.find(({ name }) => name === 'New');
    assert.deepEqual(
      own?.children.map(({ name, detail }) => `${name} (${detail})`),
      ['will help (due 2030 · active)'],
    );
  });
});
