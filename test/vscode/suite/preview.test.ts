// Briefs in the built-in Markdown preview, their colours and their snippets, in a real VS Code.
import assert from 'node:assert/strict';
import { host } from 'rapporteur:run';
import * as vscode from 'vscode';
import {
  eventually,
  execute,
  moveTo,
  openSample,
  position,
  range,
  replace,
  sampleUri,
  writeSample,
} from './support.js';

const FOLDER = 'us-india-defense';
const BRIEF = `${FOLDER}/briefs/2025-10-31-framework.md`;
const SIGNING = `${FOLDER}/briefs/2025-11-03-signing.md`;

/** What the preview shows: VS Code renders with our plugin, as in its own window. */
function rendered(document: vscode.TextDocument): Promise<string> {
  return execute<string>('markdown.api.render', document);
}

/** Rendered again until the server has answered and the HTML is as wanted. */
function renderedAs(document: vscode.TextDocument, wanted: RegExp): Promise<string> {
  return eventually(async () => {
    const html = await rendered(document);
    assert.match(html, wanted);
    return html;
  });
}

function withoutMarkup(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

// In the tests' browser the built-in Markdown runs on the server's side, where a web extension is not seen.
const preview = host === 'web' ? (): void => undefined : suite;

preview('the Markdown preview', () => {
  test('shows words where the source has tags', async () => {
    const document = await openSample(BRIEF);
    const html = await rendered(document);
    assert.match(html, /<span class="rapporteur rapporteur-person"[^>]*>Rajnath Singh</);
    assert.match(html, /<mark class="rapporteur rapporteur-commitment rapporteur-promise/);
    assert.doesNotMatch(withoutMarkup(html), /:[a-z]+\[|\]\{|#c-|\bref=|:::/);
  });

  test('keeps the lines of the source, for scrolling along', async () => {
    const document = await openSample(BRIEF);
    const html = await rendered(document);
    const lines = [...html.matchAll(/<h2[^>]* data-line="(\d+)"/g)].map(([, line]) => Number(line));
    const wanted = document
      .getText()
      .split('\n')
      .flatMap((text, line) => (/^## /.test(text) ? [line] : []));
    assert.deepEqual(lines, wanted);
    assert.match(html, /<h2[^>]* id="what-is-still-open"/);
  });

  test('says who is meant and how promises stand, once the server has answered', async () => {
    const document = await openSample(BRIEF);
    const html = await renderedAs(
      document,
      /title="Pete Hegseth \(Person\)&#10;[^"]*Secretary of Defense/,
    );
    assert.match(html, /<bdi>by Pete Hegseth, for United States, to India<\/bdi>/);
    assert.match(html, /<bdi>fulfilled, 31 October 2025<\/bdi>/);
  });

  test('shows records as cards', async () => {
    const html = await renderedAs(await openSample(SIGNING), /about “are set to sign/);
    assert.match(html, /<div class="rapporteur-card rapporteur-update code-line" data-line="\d+"/);
    assert.match(withoutMarkup(html), /Signed at Kuala Lumpur.*fulfilled, 31 October 2025/);
  });

  test('learns of a change in the registry', async () => {
    const document = await openSample(BRIEF);
    await renderedAs(document, /title="Pete Hegseth \(Person\)/);
    const registry = await vscode.workspace.openTextDocument(sampleUri(`${FOLDER}/registry.yaml`));
    await replace(
      registry,
      range(registry, '‸name: Pete Hegseth‸\n    other'),
      'name: Peter Hegseth',
    );
    await renderedAs(document, /title="Peter Hegseth \(Person\)/);
  });

  test('follows what is typed', async () => {
    const document = await openSample(BRIEF);
    await replace(
      document,
      position(document, '‸## What it covers'),
      ':person[Rajnath Singh] came.\n\n',
    );
    await renderedAs(document, />Rajnath Singh<span[^>]*> \(Person\)<\/span><\/span> came\./);
  });

  test('leaves other documents as they are', async () => {
    await writeSample(
      'notes/plain.md',
      '# Plain\n\nAt 10:30, Note:this and :smile: [x](y)\n\n::: note\nz\n:::\n',
    );
    const html = await rendered(await openSample('notes/plain.md'));
    assert.doesNotMatch(html, /rapporteur/);
    assert.match(html, /At 10:30, Note:this and :smile:/);
    assert.match(html, /::: note/);
  });

  test('opens beside a brief', async () => {
    await openSample(BRIEF);
    await execute('markdown.showPreviewToSide');
    await eventually(() => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const found = tabs.some(
        ({ input }) => input instanceof vscode.TabInputWebview && /markdown/.test(input.viewType),
      );
      assert(found, 'no preview');
    });
  });
});

suite('brackets', () => {
  test('the brackets of a tag belong together', async () => {
    const document = await openSample(BRIEF);
    moveTo(position(document, '‸[free and open'));
    await execute('editor.action.jumpToBracket');
    await eventually(() => {
      const at = vscode.window.activeTextEditor?.selection.active;
      assert(
        at?.isEqual(position(document, ':place[Indo-Pacific]‸]]{#c-free')),
        JSON.stringify(at),
      );
    });
  });
});

suite('snippets', () => {
  test('a record is offered after colons, once', async () => {
    await writeSample(`${FOLDER}/briefs/new.md`, '::per\n');
    const document = await openSample(`${FOLDER}/briefs/new.md`);
    await eventually(async () => {
      const list = await execute<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position(document, '::per‸'),
      );
      const labels = list.items.map(({ label }) =>
        typeof label === 'string' ? label : label.label,
      );
      assert.deepEqual(
        labels.filter((label) => /^:*person$/.test(label)),
        ['person'],
      );
    });
  });

  test('a snippet leaves places to fill in', async () => {
    await writeSample(`${FOLDER}/briefs/new.md`, '\n');
    const document = await openSample(`${FOLDER}/briefs/new.md`);
    await execute('editor.action.insertSnippet', {
      langId: 'markdown',
      name: 'Update of a commitment',
    });
    await eventually(() =>
      assert.match(
        document.getText(),
        /^::update\[What happened\]\{of=c-id status=proposed on=\d{4}-\d\d-\d\d source=source-id\}$/m,
      ),
    );
  });
});
