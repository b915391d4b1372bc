// A new kind is one object and one line in a list: everything else follows.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import { type Editor, startEditor } from './support/editor.js';
import { type Built, buildWithShip } from './support/ship.js';

const FILES = {
  'registry.yaml':
    'ship:\n  aurora:\n    name: Aurora\n    other_names: [the cruiser]\n    home_port: kronstadt\nplace:\n  kronstadt: { name: Kronstadt }\n',
  'brief.md':
    '---\ndate: 2025-10-31\n---\n# At sea\n\n:ship[Aurora] met :ship[Potemkin] off :place[Kronstadt]. :ship[Varyag] stayed.\n\n::ship[Varyag]{#varyag home-port=kronstadt}\n\n:person[the crew]{ref=aurora} :vessel[Aurora]\n',
} as const;

let folder = '';
let built: Built;
let editor: Editor;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-ship-'));
  built = await buildWithShip(folder);
  fs.mkdirSync(path.join(folder, 'work'));
  for (const [name, text] of Object.entries(FILES))
    fs.writeFileSync(path.join(folder, 'work', name), text);
  editor = await startEditor(FILES, { program: built.server });
  editor.open('brief.md');
});

after(async () => {
  await editor.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('a kind that was added as one object and one line is found', () => {
  it('in check: its names are resolved, and what is wrong with them is said', () => {
    const { findings } = JSON.parse(cli('check', '--format', 'json').stdout);
    const found = findings.map(({ rule, range }: Found) => `${range.start.line} ${rule}`);
    assert.deepEqual(found, ['6 unresolved-name', '10 wrong-kind', '10 unknown-kind']);
    const [potemkin, wrong, alias] = findings.map(({ message }: Found) => message);
    assert.match(potemkin, /ship/i);
    assert.match(wrong, /ship/i);
    assert.match(alias, /ship/);
  });

  it('in list, show and explain', () => {
    const entities = JSON.parse(cli('list', 'entities', '--format', 'json').stdout);
    const ships = entities.filter(({ kind }: { kind: string }) => kind === 'ship');
    assert.deepEqual(
      ships.map(({ id, mentions }: { id: string; mentions: number }) => [id, mentions]),
      [
        ['varyag', 1],
        ['aurora', 1],
      ],
    );
    assert.match(cli('show', 'aurora').stdout, /Ship[\s\S]*Kronstadt|aurora/);
  });

  it('in completion: the kind, its names, its attributes', async () => {
    const text = FILES['brief.md'];
    assert.ok((await completions(`${text}\n:`)).includes('ship'));
    assert.ok((await completions(`${text}\n:ship[Au`)).some((label) => label.includes('Aurora')));
    const attributes = await completions(`${text}\n::ship[X]{#x h`);
    assert.ok(
      attributes.some((label) => label.startsWith('home-port')),
      attributes.join(),
    );
  });

  it('in hovers, the outline and the symbols of the workspace', async () => {
    const textDocument = { uri: editor.uri('brief.md') };
    editor.change('brief.md', 90, FILES['brief.md']);
    const hover = await ask<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 5, character: 7 },
    });
    assert.match(JSON.stringify(hover.contents), /Ship/i);
    const outline = await ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.match(JSON.stringify(outline), /Varyag/);
    const symbols = await ask<SymbolInformation[]>('workspace/symbol', { query: 'aurora' });
    // Object, as its look says.
    assert.deepEqual(
      symbols.map(({ name, kind }) => [name, kind]),
      [['Aurora', 19]],
    );
  });

  it('in the semantic tokens', async () => {
    const legend = editor.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const index = legend.indexOf('ship');
    assert.ok(index >= 0, legend.join());
    const textDocument = { uri: editor.uri('brief.md') };
    const { data } = await ask<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    assert.ok(data.some((value, at) => at % 5 === 3 && value === index));
  });

  it('in all that is generated: schema, grammar, snippets, docs, colours, settings of VS Code', async () => {
    const core = await import(pathToFileURL(built.core).href);
    const tool = (name: string): Promise<Generators> =>
      import(pathToFileURL(path.resolve('.build', name)).href);
    const [grammar, snippets, language, palette] = await Promise.all(
      ['grammar.mjs', 'snippets.mjs', 'language.mjs', 'palette.mjs'].map(tool),
    );
    const made: Readonly<Record<string, unknown>> = {
      'registry schema': core.registrySchema(core.vocabularyOf([])),
      'docs table': core.kindTable(core.KINDS),
      'grammar of tags': grammar?.tagGrammar?.(core.KINDS),
      'grammar of paragraphs': grammar?.paragraphGrammar?.(core.KINDS),
      'snippets of briefs': snippets?.briefSnippets?.(core.KINDS),
      'snippets of registries': snippets?.registrySnippets?.(core.KINDS),
      'package.json': language?.languageContributes?.(core),
      'preview colours': palette?.kindStyles?.(core),
    };
    for (const [name, value] of Object.entries(made)) {
      assert.match(JSON.stringify(value), /\bship\b/, name);
    }
    assert.match(JSON.stringify(made['registry schema']), /home_port/);
  });
});

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

type Generators = Readonly<Record<string, ((given: unknown) => unknown) | undefined>>;

let version = 1;

/** The labels that are offered at the end of a text. */
async function completions(text: string): Promise<readonly string[]> {
  version += 1;
  editor.change('brief.md', version, text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const answer = await ask<{ items: CompletionItem[] } | CompletionItem[]>(
    'textDocument/completion',
    { textDocument: { uri: editor.uri('brief.md') }, position },
  );
  return (Array.isArray(answer) ? answer : answer.items).map(({ label }) => label);
}

function ask<Answer>(method: string, params: object): Promise<Answer> {
  return editor.connection.sendRequest<Answer>(method, params);
}

function cli(...args: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const env = { ...process.env, GITHUB_ACTIONS: '', GITLAB_CI: '', TF_BUILD: '' };
  const options = { cwd: path.join(folder, 'work'), encoding: 'utf8', env } as const;
  return spawnSync(process.execPath, [built.cli, ...args, '--today', '2025-11-01'], options);
}
