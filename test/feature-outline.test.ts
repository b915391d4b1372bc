// Of outlines what test/cases/outline cannot draw.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type OutlineItem, outline } from '../server/core/features/index.js';
import { shortWords } from '../server/core/features/outline/outline-words.js';
import { pageOf } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  ann: { name: Ann Lee, other_names: [Minister Lee, Lee] }
place:
  arcadia: { name: Arcadia }
  borduria: { name: Borduria }
`;

describe('the words of an outline', () => {
  it('cuts long words behind a word', () => {
    assert.equal(shortWords('one two three', 9), 'one two…');
    assert.equal(shortWords('one two, three', 9), 'one two…');
    assert.equal(shortWords('条約条約条約', 4), '条約条約…');
    assert.equal(shortWords('ab😀😀', 3), 'ab…');
    assert.equal(shortWords(' a\u0007\n b '), 'a b');
  });
});

describe('the outline of a registry', () => {
  it('reads one that breaks off, and one with aliases', () => {
    for (const registry of [
      'person:\n  ann: { name: Ann',
      'person: &p\n  ann: { name: Ann }\norg: *p\n',
      'person: [',
      'x',
    ]) {
      const workspace = workspaceOf({ 'registry.yaml': registry });
      check(outline(workspace, pageOf(workspace, 'registry.yaml')), registry.length);
    }
  });
});

/** Every item has a name and lies in what holds it; what is selected lies in the item. */
function check(items: readonly OutlineItem[], end: number, start = 0): void {
  for (const { name, span, selection, children } of items) {
    assert.match(name, /\S/);
    assert.doesNotMatch(name, /[\n\r]/);
    assert.ok(start <= span.start && span.start <= span.end && span.end <= end, name);
    assert.ok(span.start <= selection.start && selection.end <= span.end, name);
    check(children, span.end, span.start);
  }
}

property(
  'keeps every selection in its item and every item in its parent, whatever is written',
  () => {
    fc.assert(
      fc.property(taggedMarkdown, (brief) => {
        const workspace = workspaceOf({ 'a.md': brief, 'registry.yaml': REGISTRY });
        check(outline(workspace, pageOf(workspace, 'a.md')), brief.length);
      }),
      runs('page'),
    );
  },
);
