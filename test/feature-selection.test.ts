import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { selections } from '../server/core/features/index.js';
import { worked } from './support/clock.js';
import { pageOf, workspaceWithCursor } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

function selected(text: string, path = 'a.md'): readonly string[] {
  const language = path.endsWith('.md') ? 'brief' : 'yaml';
  const { workspace, page, offset } = workspaceWithCursor(
    `\`\`\`${language} path=${path}\n${text}\n\`\`\`\n`,
  );
  const words = selections(workspace, page, offset).map(({ start, end }) =>
    page.text.slice(start, end),
  );
  // The case ends its texts with a line end.
  return [...new Set(words.map((each) => each.replace(/\n$/, '')))];
}

/** The first of the selections around the cursor that has two words: in plain prose, the sentence. */
function sentence(text: string): string | undefined {
  return selected(text).find((each) => /\s|[。！]/.test(each));
}

describe('selecting more and more', () => {
  it('goes from the word over label, tag, sentence, paragraph and section to the text', () => {
    const text = `# One

## Two

They met :office[:place[U.S.] Secretary of Def‸ense]{ref=x}. Then they left.

Another.

## Three`;
    const tag = ':office[:place[U.S.] Secretary of Defense]{ref=x}';
    const paragraph = `They met ${tag}. Then they left.`;
    assert.deepEqual(selected(text), [
      'Defense',
      ':place[U.S.] Secretary of Defense',
      tag,
      `They met ${tag}.`,
      paragraph,
      `## Two\n\n${paragraph}\n\nAnother.`,
      `# One\n\n## Two\n\n${paragraph}\n\nAnother.\n\n## Three`,
    ]);
  });

  it('takes ids, values and attributes one by one', () => {
    assert.deepEqual(selected(':place[both]{ref=us,ind‸ia}').slice(0, 3), [
      'india',
      '{ref=us,india}',
      ':place[both]{ref=us,india}',
    ]);
    assert.deepEqual(selected('::person[A]{#a other-names="Ann Lee; L‸ee"}').slice(0, 4), [
      'Lee',
      'Ann Lee; Lee',
      'other-names="Ann Lee; Lee',
      '{#a other-names="Ann Lee; Lee"}',
    ]);
  });

  it('takes list items and quotes before the whole of them', () => {
    assert.deepEqual(selected('- one tw‸o\n- three\n\nEnd.'), [
      'two',
      'one two',
      '- one two',
      '- one two\n- three\n\nEnd.',
    ]);
  });

  it('takes values, entries and kinds in a registry', () => {
    assert.deepEqual(selected('person:\n  ann: { name: Ann L‸ee }', 'registry.yaml'), [
      'Lee',
      'Ann Lee',
      'name: Ann Lee',
      '{ name: Ann Lee }',
      'ann: { name: Ann Lee }',
      'person:\n  ann: { name: Ann Lee }',
    ]);
  });

  property('grows strictly, whatever is written and wherever the cursor is', () => {
    fc.assert(
      fc.property(taggedMarkdown, fc.nat(), (text, at) => {
        const workspace = workspaceOf({ 'a.md': text });
        const page = pageOf(workspace, 'a.md');
        const offset = at % (text.length + 1);
        const spans = selections(workspace, page, offset);
        for (const [index, { start, end }] of spans.entries()) {
          assert.ok(start <= offset && offset <= end);
          const inner = spans[index - 1];
          if (inner === undefined) continue;
          assert.ok(start <= inner.start && inner.end <= end);
          assert.ok(end - start > inner.end - inner.start);
        }
        const whole = spans.at(-1) ?? { start: 0, end: 0 };
        assert.deepEqual(whole, { start: 0, end: text.length });
      }),
      runs('page'),
    );
  });
});

describe('a sentence', () => {
  it('does not end with an abbreviation, an initial or a line', () => {
    assert.equal(
      sentence(
        'He left. The U.S. Sec‸retary met Dr. S. Jaishankar\nin No. 10 Downing St. today. She stayed.',
      ),
      'The U.S. Secretary met Dr. S. Jaishankar\nin No. 10 Downing St. today.',
    );
    assert.equal(sentence('Am 31. Okt‸ober kam er. Dann ging er.'), 'Am 31. Oktober kam er.');
  });

  it('ends with one where the next begins as sentences do', () => {
    assert.equal(sentence('He went to the U.‸S. The pact held.'), 'He went to the U.S.');
  });

  it('is known in several scripts', () => {
    assert.equal(sentence('会见了‸部长。协议已签署。'), '会见了部长。');
    assert.equal(sentence('वे मि‸ले। समझौता हुआ।'), 'वे मिले।');
    assert.equal(sentence('هل التق‸وا؟ نعم.'), 'هل التقوا؟');
  });

  it('ends with a tag whose words end it, and not inside of one', () => {
    const text = ':commitment[We will go. And stay.] Next ‸one. Last one.';
    assert.equal(sentence(text), 'Next one.');
    assert.equal(
      sentence('The :place[U.S.] Secretary ‸spoke. Done now.'),
      'The :place[U.S.] Secretary spoke.',
    );
    assert.equal(sentence(':commitment[We will g‸o. And stay.] Next.'), 'We will go.');
  });

  it('is found at once in a paragraph without end', () => {
    const text = `${'so it goes on and on '.repeat(50_000)}.`;
    const workspace = workspaceOf({ 'a.md': text });
    const page = pageOf(workspace, 'a.md');
    const start = worked();
    assert.ok(selections(workspace, page, 500_000).length > 1);
    assert.ok(worked() - start < 1000);
  });
});
