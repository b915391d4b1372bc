// What holds of completion in any text at any place: samples, half of them, and texts as odd as they come.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  applyChanges,
  type Completion,
  complete,
  isMarkdownPath,
  parse,
  type TagSyntax,
  type Workspace,
} from '../server/core/index.js';
import { worked } from './support/clock.js';
import { applied } from './support/completing.js';
import { pageOf } from './support/features.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const SAMPLES = path.resolve('samples');

/** The texts of a sample by path. */
function sample(name: string): Readonly<Record<string, string>> {
  const root = path.join(SAMPLES, name);
  const files = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  const texts = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:md|yaml)$/.test(file) && file !== 'rapporteur.yaml')
    .map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')] as const);
  return Object.fromEntries(texts);
}

const WORLDS = fs.readdirSync(SAMPLES).map((name) => ({ name, texts: sample(name) }));

/** Asks, and checks what has to hold of every answer. */
function ask(workspace: Workspace, file: string, offset: number): readonly Completion[] {
  const page = pageOf(workspace, file);
  const items = complete(workspace, page, offset, { trigger: undefined })?.items ?? [];
  for (const item of items) {
    const { span, also = [], label, filter } = item;
    const said = `${label} at ${offset} of ${JSON.stringify(page.text)}`;
    assert.ok(span.start <= offset && offset <= span.end, `the cursor is in the place of ${said}`);
    assert.doesNotMatch(page.text.slice(span.start, span.end), /[\r\n]/, said);
    assert.ok(
      also.every((edit) => edit.span.end <= span.start || edit.span.start >= span.end),
      `another edit touches ${said}`,
    );
    if (item.icon.type === 'thing') {
      assert.ok(filter.startsWith(page.text.slice(span.start, offset)), `filter of ${said}`);
    }
    applied(page.text, item, 'snippets');
    applied(page.text, item, 'plain');
  }
  return items;
}

for (const { name, texts } of WORLDS) {
  property(`at any place of ${name}`, () => {
    const workspace = workspaceOf(texts);
    for (const [file, text] of Object.entries(texts)) {
      for (let offset = 0; offset <= text.length; offset += 3) ask(workspace, file, offset);
    }
  });
}

/** The innermost tag around an offset. */
function tagAround(text: string, offset: number): TagSyntax | undefined {
  for (const { at, block } of parse(text).blocks) {
    const found = block.tags.findLast(
      ({ span }) => at + span.start <= offset && offset <= at + span.end,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every place of the cursor that an editor would make filled in. */
function filledIn(text: string, item: Completion): string {
  return applied(text, item, 'snippets').replace(/‸/g, 'x');
}

property('a tag that breaks off anywhere is whole once something is accepted', () => {
  let asked = 0;
  for (const { texts } of WORLDS) {
    const briefs = Object.entries(texts).filter(([file]) => isMarkdownPath(file));
    const before = workspaceOf(texts);
    for (const [file, text] of briefs) {
      for (let offset = 1; offset < text.length; offset += 7) {
        const typed = `${text.slice(0, offset)}\n\nAnd so on.\n`;
        const workspace = applyChanges(before, [{ type: 'text', id: file, text: typed }]);
        const items = ask(workspace, file, offset).filter(({ icon }) => icon.type !== 'word');
        for (const item of items.slice(0, 3)) {
          const after = filledIn(typed, item);
          const tag = tagAround(after, item.span.start + 1);
          if (tag === undefined) continue;
          asked += 1;
          const said = `${JSON.stringify(typed.slice(-80))} -> ${JSON.stringify(after.slice(-120))}`;
          assert.notEqual(tag.label?.closed, false, said);
          assert.notEqual(tag.attributes?.closed, false, said);
        }
      }
    }
  }
  assert.ok(asked > 300, `only ${asked} tags`);
});

const PIECES = fc.constantFrom(
  ...':person[|:place[|:commitment[|::update{|:::commitment{|]|}|{|[|by=|ref=|to=|of=|status=|due=|what="|"|\'|=|,|;|#|#c-x|india|pete|Pete|each-other| |  |\n|\n\n|\r\n|\r|> |- |1. |---\n|source: |date: |:|::|:::|per|`|```\n|~~~\n|<!-- |-->|rapporteur-disable |<div>\n|$$\n|\\|*|_|é|王毅|मोदी|ع|🙂|\ud83d|\u00a0|0|| a | b |\n|---|\n'
    .split('|')
    .filter((piece) => piece !== ''),
  '|',
);

const YAML = fc.constantFrom(
  'person:',
  'event:',
  'place:',
  ' ',
  '  ',
  '    ',
  '\n',
  '\r\n',
  '\n  ',
  '\n    ',
  '\n      ',
  '- ',
  'jo:',
  'name: ',
  'memberships: ',
  'office: ',
  'attendees: ',
  'start_date: ',
  '{ ',
  ' }',
  '[',
  ']',
  ', ',
  '"',
  "'",
  '#',
  ' # rapporteur-disable ',
  'x',
  'india',
  ':',
  '&a ',
  '*a',
  '|',
  '王',
  '🙂',
  '\t',
);

const REGISTRY =
  'person:\n  pete: { name: Pete, other_names: ["P [1]", ":x[y]", Jo] }\n  jo: { name: Jo }\nplace:\n  india: { name: India }\noffice: { minister: { name: Minister } }\n';

property('in any text of tags, half of tags and Markdown', () => {
  const texts = fc.array(PIECES, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.nat(), (text, place) => {
      const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
      ask(workspace, 'a.md', place % (text.length + 1));
      ask(workspace, 'a.md', text.length);
    }),
    runs('page'),
  );
});

property('in any text that may be meant as YAML', () => {
  const texts = fc.array(YAML, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.nat(), (text, place) => {
      const workspace = workspaceOf({ 'a.registry.yaml': text, 'registry.yaml': REGISTRY });
      ask(workspace, 'a.registry.yaml', place % (text.length + 1));
      ask(workspace, 'a.registry.yaml', text.length);
    }),
    runs('page'),
  );
});

test('a hostile text takes no longer than its length', () => {
  const texts = [
    ':person['.repeat(20_000),
    ':commitment[x]{by='.repeat(10_000),
    `:commitment[x]{${'by=a,'.repeat(20_000)}`,
    `:commitment[x]{what="${'a '.repeat(60_000)}`,
    ':'.repeat(100_000),
    `${'[ '.repeat(50_000)}:person[P`,
    '<!-- rapporteur-disable '.repeat(5_000),
    `:person[${'a\n'.repeat(40_000)}`,
  ];
  for (const text of texts) {
    const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
    const start = worked();
    ask(workspace, 'a.md', text.length);
    ask(workspace, 'a.md', text.length >> 1);
    const took = worked() - start;
    assert.ok(took < 5000, `${JSON.stringify(text.slice(0, 20))} took ${took} ms`);
  }
  const yaml = ['person:\n', '  a: {'.repeat(5000), '\n'.repeat(5000), '  b:\n'.repeat(20_000)];
  const workspace = workspaceOf({ 'registry.yaml': `${yaml.join('')}    ` });
  ask(workspace, 'registry.yaml', pageOf(workspace, 'registry.yaml').text.length);
});
