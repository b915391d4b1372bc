// What is suggested for a text, gone through and written, as a person does it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CURSOR, eventually, execute, openBrief, readSample, sampleUri } from './support.js';

const REGISTRY = 'us-india-defense/registry.yaml';
const PLAIN = `Pete Hegseth met Jan Tolvanen of Norway on Thursday. Tolvanen thanked Pete Hegseth.

Norway will open a port in Oslo by 2027.
`;

/** The registry is as before after a test, and the server hears of that a little later. */
const OTHER = PLAIN.replaceAll('Tolvanen', 'Kask')
  .replaceAll('Norway', 'Sweden')
  .replace('Oslo', 'Malmö');

/** Opens a brief of no tags and what is suggested for it. */
async function reviewed(name: string, text = PLAIN): Promise<vscode.TextDocument> {
  // Open, so that the server knows it as it is now, and not as the test before left it.
  const registry = await vscode.workspace.openTextDocument(sampleUri(REGISTRY));
  await eventually(() => assert.doesNotMatch(registry.getText(), /tolvanen|kask|salo/));
  const { document } = await openBrief(text, `us-india-defense/briefs/${name}.md`);
  await execute('rapporteur.annotateBrief');
  return document;
}

/** The first line of the text below the front matter. */
function body(document: vscode.TextDocument): string {
  return document.getText().replace(/^---\n.*?\n---\n\n/s, '');
}

suite('suggestions', () => {
  test('what is certain is accepted from the start, and tagged as one change', async () => {
    const document = await reviewed('all', OTHER);
    const before = document.getText();
    await execute('rapporteur.applySuggestions');
    await eventually(() =>
      assert.match(body(document), /^:person\[Pete Hegseth\] met Jan Kask of Sweden/),
    );
    await execute('undo');
    await eventually(() => assert.equal(document.getText(), before));
  });

  test('all else is tagged when it is accepted, with what is new in the registry, saved', async () => {
    const document = await reviewed('all-else', OTHER);
    await execute('rapporteur.acceptAllSuggestions');
    await execute('rapporteur.applySuggestions');
    await eventually(() =>
      assert.match(body(document), /met :person\[Jan Kask\] of :place\[Sweden\]/),
    );
    assert.match(
      body(document),
      /:place\[Sweden\] :commitment\[will open a port in :place\[Malmö\] by :date\[2027\]\]\{#c-open-port-malmo by=sweden due=2027\}/,
    );
    assert.match(await readSample(REGISTRY), /\n {2}jan-kask:/);
  });

  test('the walk goes from one that is open to the next, the editor with it, and skips what is skipped', async () => {
    const document = await reviewed('walk');
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    const words = (): string => document.getText(editor.selection);
    await eventually(() => assert.equal(words(), 'Jan Tolvanen'));
    await execute('rapporteur.nextSuggestion');
    await eventually(() => assert.equal(words(), 'Tolvanen'));
    await execute('rapporteur.previousSuggestion');
    await eventually(() => assert.equal(words(), 'Jan Tolvanen'));
    await execute('rapporteur.skipSuggestion');
    await eventually(() => assert.equal(words(), 'Tolvanen'));
    await execute('rapporteur.acceptSuggestion');
    await eventually(() => assert.equal(words(), 'Norway'));
    await execute('rapporteur.acceptAllOfThis');
    await execute('rapporteur.applySuggestions');
    await eventually(() => assert.match(body(document), /met Jan Tolvanen of :place\[Norway\]/));
    assert.match(body(document), /:person\[Tolvanen\] thanked/);
    assert.match(body(document), /\n:place\[Norway\] will open/);
  });

  test('words that are no name are named in the front matter, and are suggested no more', async () => {
    const document = await reviewed('never', PLAIN.replaceAll('Tolvanen', 'Salo'));
    await execute('rapporteur.neverSuggest');
    await eventually(() =>
      assert.match(document.getText(), /\nrapporteur: \{ not: \[Jan Salo\] \}\n---\n/),
    );
    await execute('rapporteur.acceptAllSuggestions');
    await execute('rapporteur.applySuggestions');
    await eventually(() => assert.match(body(document), /met Jan Salo of :place\[Norway\]/));
  });

  test('all that is like the selected words is tagged, for several selections alike', async () => {
    const editor = await openBrief(
      `The ${CURSOR}Harbour plan${CURSOR} and the port. The Harbour plan is good for the port.\n`,
    );
    const running = execute('rapporteur.tagAll');
    let done = false;
    void running.then(() => {
      done = true;
    });
    await eventually(async () => {
      await execute('workbench.action.acceptSelectedQuickOpenItem');
      assert(done);
    });
    await eventually(() =>
      assert.match(body(editor.document), /The :(\w+)\[Harbour plan\] and the port\. The :\1\[/),
    );
  });

  test('the other mentions of a name are tagged from one of them', async () => {
    const { document } = await openBrief(
      `:person[Pete Heg${CURSOR}seth] came. Hegseth spoke, and so did Pete Hegseth.\n`,
    );
    await execute('rapporteur.tagAll');
    await eventually(() =>
      assert.match(body(document), /:person\[Hegseth\] spoke, and so did :person\[Pete Hegseth\]/),
    );
  });

  test('hints in open briefs are shown when they are asked for', async () => {
    const settings = vscode.workspace.getConfiguration('rapporteur');
    const set = (value: boolean | undefined): Thenable<void> =>
      settings.update('suggest.hints', value, vscode.ConfigurationTarget.Global);
    const { document } = await openBrief('Pete Hegseth met :person[Rajnath Singh].\n');
    const hints = (): readonly string[] =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Hint)
        .map(({ range }) => document.getText(range));
    try {
      assert.deepEqual(hints(), []);
      await set(true);
      await eventually(() => assert.deepEqual(hints(), ['Pete Hegseth']));
    } finally {
      await set(undefined);
    }
    await eventually(() => assert.deepEqual(hints(), []));
  });

  test('a light bulb offers to annotate, where a text was pasted or somebody asks', async () => {
    const { document } = await openBrief(PLAIN);
    const titles = async (): Promise<readonly string[]> => {
      const found = await execute<(vscode.CodeAction | vscode.Command)[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(5, 2, 5, 2),
      );
      return found.map(({ title }) => title);
    };
    await eventually(async () => {
      const offered = await titles();
      assert(offered.includes('Annotate this text'));
      assert(offered.includes('Tag as Pete Hegseth (person)'));
    });
  });
});
