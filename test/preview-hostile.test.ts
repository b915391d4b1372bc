import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeWorkspace } from './support/briefs.js';
import { worked } from './support/clock.js';
import { plainMarkdown, previewMarkdown } from './support/preview.js';

const HOSTILE: Readonly<Record<string, string>> = {
  'blocks that nobody closes': ':::commitment{#c}\n'.repeat(5_000),
  'deep tags': `${':topic['.repeat(3_000)}x${']'.repeat(3_000)}`,
  'open tags': ':topic['.repeat(5_000),
  'records without end': '::person[x]{#a}\n'.repeat(10_000),
  'emphasis across tags': '*a :topic[b* c] '.repeat(3_000),
  'tags across emphasis': '**:topic[x **y] '.repeat(3_000),
  'attributes over many lines': `:topic[x]{${'a=b\n'.repeat(10_000)}}`,
  'promises in one paragraph': ':commitment[x]{by=a} '.repeat(5_000),
  'comments to the tool': `${'<!-- rapporteur-disable x -->\n'.repeat(5_000)}:topic[x]`,
  'all our signs': `${Array.from({ length: 0x100 }, (_, at) => String.fromCharCode(0xe000 + at)).join('')}${Array.from({ length: 0x20 }, (_, at) => String.fromCharCode(0x80 + at)).join('')}:topic[x]`,
};

for (const [title, text] of Object.entries(HOSTILE)) {
  test(`does not hang on ${title}`, () => {
    const before = worked();
    assert.equal(typeof previewMarkdown().render(text), 'string');
    assert.ok(worked() - before < 20_000);
  });
}

test('a megabyte is no matter of seconds more than without tags', () => {
  const [brief = ''] = makeWorkspace(1, 1_000_000).briefs.values();
  const md = previewMarkdown();
  md.render(brief);
  const timed = (render: () => void): number => {
    const before = worked();
    render();
    return worked() - before;
  };
  const plain = timed(() => plainMarkdown().render(brief));
  const tagged = timed(() => md.render(`${brief}\nOne more key.`));
  assert.ok(tagged - plain < 3_000, `${tagged} ms, ${plain} ms without`);
});
