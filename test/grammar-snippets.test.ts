// What the extension tells VS Code of the language, besides the grammar.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { tokenLegend } from '../server/core/features/index.js';
import { parse, RULES, recognize, vocabularyOf } from '../server/core/index.js';
import { KINDS } from '../server/core/kinds/index.js';
import { DEFAULT_SETTINGS, readPage } from '../server/core/workspace/index.js';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const read = (name: string): Record<string, Snippet> =>
  JSON.parse(fs.readFileSync(`syntaxes/${name}.snippets.json`, 'utf8'));
const briefs = read('briefs');
const registries = read('registries');
const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8'));

/** The text as it stands when nothing is filled in: of a choice the first. */
function filled({ body }: Snippet): string {
  const DATE = { YEAR: '2026', MONTH: '01', DATE: '31' };
  let text = body.join('\n').replaceAll('\t', '  ');
  text = text.replace(/\$\{\d\|([^,|]*)[^|]*\|\}/g, '$1');
  text = text.replace(/\$CURRENT_(YEAR|MONTH|DATE)/g, (_, part: keyof typeof DATE) => DATE[part]);
  for (let last = ''; last !== text; ) {
    last = text;
    text = text.replace(/\$\{\w+:([^${}]*)\}/g, '$1');
  }
  return text.replace('$0', '');
}

test('no snippet comes up behind a colon, in prose or behind a key, and no two are alike', () => {
  for (const snippets of [briefs, registries]) {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    for (const prefix of prefixes) assert.match(prefix, /^new-[a-z]/);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const { description } of Object.values(snippets)) assert.match(description, /^[A-Z].*\.$/);
  }
});

test('there is one for each entity, for promises, news, a beginning and a suppression', () => {
  const entities = KINDS.filter(({ role }) => role === 'entity').map(({ tag }) => tag);
  const prefixes = Object.values(briefs).map(({ prefix }) => prefix);
  const wanted = [
    ...entities.map((tag) => `new-${tag}`),
    ...[
      'new-commitment',
      'new-commitment-record',
      'new-commitment-block',
      'new-update',
      'new-assessment',
      'new-date',
    ],
    ...['new-front-matter', 'new-suppression', 'new-suppression-file'],
  ];
  assert.deepEqual([...prefixes].sort(), wanted.sort());
  const keys = Object.values(registries).map(({ prefix }) => prefix);
  assert.deepEqual(
    [...keys].sort(),
    entities.flatMap((tag) => [`new-${tag}`, `new-${tag}-first`]).sort(),
  );
});

for (const [title, snippet] of Object.entries(briefs)) {
  test(`what it writes is sound: ${title}`, () => {
    const text = filled(snippet);
    const facts = recognize(parse(text), vocabularyOf([]));
    const rules = new Set(RULES.map(({ name }) => name));
    assert.deepEqual(
      facts.faults.filter(({ rule }) => rules.has(rule)),
      [],
      text,
    );
    const written = snippet.prefix.replace(/^new-|-(?:record|block|first)$/g, '');
    const isTag = KINDS.some(({ tag }) => tag === written);
    assert.equal(facts.tags[0]?.kind, isTag ? written : undefined, text);
  });
}

for (const [title, snippet] of Object.entries(registries)) {
  test(`what it writes is sound: ${title}`, () => {
    const kind = snippet.prefix.replace(/^new-|-(?:record|block|first)$/g, '');
    const body = filled(snippet);
    const isEntry = !snippet.prefix.endsWith('-first');
    const text = isEntry ? `${kind}:\n${body.replace(/^/gm, '  ')}` : body;
    const { facts } = readPage('registry.yaml', text, DEFAULT_SETTINGS, vocabularyOf([]));
    assert.deepEqual(facts.faults, [], text);
    assert.deepEqual(
      facts.definitions.map((definition) => definition.kind),
      [kind],
    );
  });
}

test('the manifest knows the types and modifiers that the server sends', () => {
  const { types, modifiers } = tokenLegend(KINDS);
  const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
  assert.deepEqual(ids(contributes.semanticTokenTypes), types);
  assert.deepEqual(['definition', ...ids(contributes.semanticTokenModifiers)], modifiers);
  for (const { scopes } of contributes.semanticTokenScopes)
    assert.deepEqual(Object.keys(scopes), types);
});

test('the grammar of paragraphs comes first, or an open label would run on', () => {
  const names = contributes.grammars.map(({ scopeName }: { scopeName: string }) => scopeName);
  assert.deepEqual(names, ['rapporteur.paragraphs.injection', 'rapporteur.tags.injection']);
});

interface ThemeColor {
  readonly id: string;
  readonly defaults: Readonly<Record<string, string>>;
}

test('our colours can be read on the grounds of all themes of a sort', () => {
  const grounds: Readonly<Record<string, readonly [least: number, ...grounds: string[]]>> = {
    light: [4.5, '#ffffff'],
    // Dark Modern, Monokai, Solarized Dark, Abyss.
    dark: [4.5, '#1f1f1f', '#272822', '#002b36', '#000c18'],
    highContrast: [7, '#000000'],
    highContrastLight: [7, '#ffffff'],
  };
  const letters = /^rapporteur\.(?:kind\..*|overdue|chip|syntax)$/;
  const colors = (contributes.colors as readonly ThemeColor[]).filter(({ id }) => letters.test(id));
  assert.deepEqual(
    colors.filter(({ id }) => id.startsWith('rapporteur.kind.')).length,
    KINDS.length + 1,
  );
  for (const { id, defaults } of colors)
    for (const [sort, [least, ...all]] of Object.entries(grounds))
      for (const ground of all)
        assert.ok(contrast(defaults[sort] ?? '', ground) >= least, `${id} on ${ground}`);
});

test('no rule of ours hangs on what a theme is called', () => {
  const defaults = contributes.configurationDefaults as Readonly<Record<string, object>>;
  for (const name of ['editor.semanticTokenColorCustomizations', 'editor.tokenColorCustomizations'])
    assert.deepEqual(
      Object.keys(defaults[name] ?? {}).filter((key) => key.startsWith('[')),
      [],
    );
});

/** As WCAG has it. */
function contrast(a: string, b: string): number {
  const light = [a, b].map(luminance).sort((one, other) => other - one);
  return ((light[0] ?? 0) + 0.05) / ((light[1] ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
