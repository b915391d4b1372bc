// What a new line adds, when it was typed where the cursor stands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closingFence } from '../server/core/features/index.js';
import { applyEdits } from '../server/core/index.js';
import { pageOf } from './support/features.js';
import { workspaceOf } from './support/workspace.js';

/** The text after the answer, with the cursor where it stays; `undefined` when nothing is added. */
function typed(text: string): string | undefined {
  const offset = text.indexOf('‸');
  const plain = text.replace('‸', '');
  const workspace = workspaceOf({ 'a.md': plain });
  const edit = closingFence(workspace, pageOf(workspace, 'a.md'), offset);
  if (edit === undefined) return undefined;
  assert.ok(edit.span.start >= offset, 'the cursor would move');
  const after = applyEdits(plain, [edit]);
  return `${after.slice(0, offset)}‸${after.slice(offset)}`;
}

describe('a new line in a block', () => {
  it('closes it below the cursor', () => {
    assert.equal(
      typed(':::commitment{#c by=a}\n‸\n\nMore.\n'),
      ':::commitment{#c by=a}\n‸\n:::\n\nMore.\n',
    );
    assert.equal(typed(':::commitment{#c by=a}\n‸\n'), ':::commitment{#c by=a}\n‸\n:::\n');
    assert.equal(typed(':::commitment{#c by=a}\n‸'), ':::commitment{#c by=a}\n‸\n:::');
    assert.equal(typed(':::commitment\n‸\nMore.'), ':::commitment\n‸\n:::\nMore.');
  });

  it('has as many colons, stands as far in, and keeps the line ends', () => {
    assert.equal(
      typed('::::commitment{by=a}\r\n‸\r\nMore.'),
      '::::commitment{by=a}\r\n‸\r\n::::\r\nMore.',
    );
    assert.equal(typed('  :::commitment{by=a}\n  ‸\n'), '  :::commitment{by=a}\n  ‸\n  :::\n');
    assert.equal(typed('> :::commitment{by=a}\n> ‸\n'), '> :::commitment{by=a}\n> ‸\n> :::\n');
    assert.equal(typed('- :::commitment{by=a}\n  ‸\n'), '- :::commitment{by=a}\n  ‸\n  :::\n');
  });

  it('reads attributes over several lines', () => {
    assert.equal(typed(':::commitment{#c\nby=a}\n‸\n'), ':::commitment{#c\nby=a}\n‸\n:::\n');
    assert.equal(typed(':::commitment{#c\n‸\n'), undefined);
  });

  it('is not closed twice', () => {
    assert.equal(typed(':::commitment{#c by=a}\n‸\n:::\n'), undefined);
    assert.equal(typed(':::commitment{#c by=a}\n‸\n\nMore.\n\n:::\n'), undefined);
    assert.equal(typed(':::commitment{#c by=a}\n\n‸\n'), undefined);
  });

  it('is none in code, of another tool, in a comment, or with words behind it', () => {
    for (const text of [
      '```\n:::commitment{#c by=a}\n‸\n```\n',
      '    :::commitment{#c by=a}\n    ‸\n',
      '<!--\n:::commitment{#c by=a}\n‸\n-->\n',
      ':::note\n‸\n',
      ':::person[Ann]{#ann}\n‸\n',
      ':::commitment{#c by=a}\n‸Existing words.\n',
      ':::commitment{#c by=a} words\n‸\n',
      'Words.\n‸\n',
      '‸\n:::commitment{#c by=a}\n',
      ':::\n‸\n',
      '',
    ]) {
      assert.equal(typed(text), undefined, text);
    }
  });
});
