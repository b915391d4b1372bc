// Tags as they are coloured in an editor: the grammars of `syntaxes/` inside Markdown's.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { IGrammar, IRawGrammar, IToken, StateStack } from 'vscode-textmate';
import { MARKDOWN_HOST } from './grammar-host.js';

// Both are CommonJS whose names Node does not see by itself.
const require = createRequire(import.meta.url);
const { INITIAL, parseRawGrammar, Registry } =
  require('vscode-textmate') as typeof import('vscode-textmate');
const { loadWASM, OnigScanner, OnigString } =
  require('vscode-oniguruma') as typeof import('vscode-oniguruma');

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const OWN = ['rapporteur.paragraphs', 'rapporteur.tags'];

/** Where the grammars of a VS Code that was installed for tests stand; `undefined` if none was. */
export const REAL_GRAMMARS: string | undefined = installed();

function installed(): string | undefined {
  const cache = path.join(ROOT, '.vscode-test');
  const folders = fs.existsSync(cache) ? fs.readdirSync(cache) : [];
  return folders
    .map((name) => path.join(cache, name, 'package', 'lib', 'vscode', 'extensions'))
    .concat(folders.map((name) => path.join(cache, name, 'lib', 'vscode', 'extensions')))
    .find((folder) => fs.existsSync(path.join(folder, 'markdown-basics')));
}

/** Markdown with our tags: in VS Code's own grammar, or in the small one of the tests. */
export async function markdownGrammar(host: 'real' | 'small'): Promise<IGrammar> {
  await engine();
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => rawGrammar(scope, host) ?? null,
    getInjections: (scope) =>
      scope === 'text.html.markdown' ? OWN.map((name) => `${name}.injection`) : undefined,
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (grammar === null) throw new Error('no grammar for Markdown');
  return grammar;
}

let loaded: Promise<void> | undefined;
function engine(): Promise<void> {
  const wasm = require.resolve('vscode-oniguruma/release/onig.wasm');
  loaded ??= loadWASM(fs.readFileSync(wasm));
  return loaded;
}

function rawGrammar(scope: string, host: 'real' | 'small'): IRawGrammar | undefined {
  const own = OWN.find((name) => `${name}.injection` === scope);
  if (own !== undefined) return read(path.join(ROOT, 'syntaxes', `${own}.tmLanguage.json`));
  if (host === 'small')
    return scope === 'text.html.markdown'
      ? parseRawGrammar(JSON.stringify(MARKDOWN_HOST), 'markdown.json')
      : undefined;
  const file = VSCODE_FILES[scope];
  return file === undefined ? undefined : read(path.join(REAL_GRAMMARS ?? '', file));
}

const VSCODE_FILES: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown-basics/syntaxes/markdown.tmLanguage.json',
  'text.html.derivative': 'html/syntaxes/html-derivative.tmLanguage.json',
  'text.html.basic': 'html/syntaxes/html.tmLanguage.json',
  // Front matter is a rule of its own only where YAML is known.
  'source.yaml': 'yaml/syntaxes/yaml.tmLanguage.json',
  'source.yaml.1.2': 'yaml/syntaxes/yaml-1.2.tmLanguage.json',
};

function read(file: string): IRawGrammar {
  return parseRawGrammar(fs.readFileSync(file, 'utf8'), file);
}

/** What our scopes are drawn as; the last that fits counts. */
const DRAWN: readonly (readonly [RegExp, string])[] = [
  [/^punctuation\..*\.rapporteur$/, '.'],
  [/^entity\.name\.type\.kind\.rapporteur$/, 'k'],
  [/^entity\.other\.attribute-value\.id\.rapporteur$/, 'i'],
  [/^entity\.other\.attribute-name\.rapporteur$/, 'a'],
  [/^meta\.attribute-value\..*\.rapporteur$/, 'v'],
  [/^meta\.suppression\..*\.rapporteur$/, 's'],
];

/** The text with a line under each that has a tag in it: what each character is coloured as. */
export function drawTokens(grammar: IGrammar, text: string): string {
  return tokensOf(grammar, text)
    .flatMap(({ line, tokens }) => {
      const marks = tokens
        .map(({ startIndex, endIndex, scopes }) =>
          markOf(scopes).repeat(Math.min(endIndex, line.length) - startIndex),
        )
        .join('')
        .trimEnd();
      return marks === '' ? [line] : [line, marks];
    })
    .join('\n');
}

/** Line by line, as an editor asks. */
export function tokensOf(
  grammar: IGrammar,
  text: string,
): readonly { readonly line: string; readonly tokens: readonly IToken[] }[] {
  let state: StateStack = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return { line, tokens };
  });
}

function markOf(scopes: readonly string[]): string {
  const innermost = scopes.at(-1) ?? '';
  const ours = scopes.findLast((scope) => scope.endsWith('.rapporteur')) ?? '';
  const drawn = DRAWN.find(([pattern]) => pattern.test(innermost) || pattern.test(ours));
  return drawn?.[1] ?? ' ';
}
