// The outline of briefs and registries, written as a list with two spaces a level.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type OutlineItem, outline } from '../server/core/features/index.js';
import { shortWords } from '../server/core/features/outline/outline-words.js';
import { pageOf, workspaceWithCursor } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  ann: { name: Ann Lee, other_names: [Minister Lee, Lee] }
place:
  arcadia: { name: Arcadia }
  borduria: { name: Borduria }
`;

function listed(items: readonly OutlineItem[], indent = ''): readonly string[] {
  return items.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail === '' ? '' : ` | ${detail}`}`,
    ...listed(children, `${indent}  `),
  ]);
}

function outlineOf(brief: string, registry = REGISTRY): readonly string[] {
  const workspace = workspaceOf({ 'a.md': brief, 'registry.yaml': registry });
  return listed(outline(workspace, pageOf(workspace, 'a.md')));
}

describe('the outline of a brief', () => {
  it('nests headings, under them commitments, under them whom they speak of', () => {
    const brief = `---
date: 2025-06-15
---

# Harbour *talks* with :place[Arcadia]

:person[Ann Lee] came. :place[Arcadia] :commitment[will give
  :place[Borduria] and :person[the minister]{ref=ann} **three** ships]{#c-ships by=arcadia to=borduria due=2025-10-17}.

## News

::update[The first is there]{of=c-ships progress=limited on=2025-09}
::update{of=c-ships status=fulfilled}

> ## Quoted

### Deeper

:::commitment{#c-block by=arcadia due-text=soon}
:place[Both]{ref=arcadia,borduria} promise.

#### In the block

More.
:::

# Last
`;
    assert.deepEqual(outlineOf(brief), [
      'Harbour talks with Arcadia',
      '  will give Borduria and the minister three ships | due 17 October 2025 · fulfilled',
      '    Borduria',
      '    Ann Lee | “the minister”',
      '  News',
      '    The first is there | limited, September 2025',
      '    Update: will give Borduria and the minister three ships | fulfilled, 15 June 2025',
      '    Deeper',
      '      Both promise. In the block More. | due “soon” · active',
      '        Arcadia and Borduria | “Both”',
      '        In the block',
      'Last',
    ]);
  });

  it('says how long a commitment is overdue, and names what has no words by what it is', () => {
    const brief =
      '::commitment{#c-x by=arcadia what="send ships" due=2025-10-17}\n\n::commitment{#c-y by=arcadia}\n\n#\n';
    assert.deepEqual(outlineOf(`---\ndate: 2025\n---\n\n${brief}`), [
      'send ships | due 17 October 2025 · overdue by 15 days',
      'c-y | active',
      'Heading without words',
    ]);
  });

  it('lists what is defined in it, with kind and other names', () => {
    assert.deepEqual(
      outlineOf(
        '# Who\n\n::person[Bo Berg]{#bo other-names="Berg; Minister Berg"}\n\nThe :org[Port Board]{#board} met.\n',
      ),
      ['Who', '  Bo Berg | Person · Berg, Minister Berg', '  Port Board | Organization'],
    );
  });

  it('cuts long words behind a word', () => {
    assert.equal(shortWords('one two three', 9), 'one two…');
    assert.equal(shortWords('one two, three', 9), 'one two…');
    assert.equal(shortWords('条約条約条約', 4), '条約条約…');
    assert.equal(shortWords('ab😀😀', 3), 'ab…');
    assert.equal(shortWords(' a\u0007\n b '), 'a b');
  });

  it('has headings only where nothing is tagged', () => {
    assert.deepEqual(outlineOf('# A\n\n### C\n\n## B\n\nText.\n'), ['A', '  C', '  B']);
  });
});

describe('the outline of a registry', () => {
  it('lists entries under their kinds', () => {
    const { workspace, page } = workspaceWithCursor(
      `\`\`\`yaml path=registry.yaml\n‸${REGISTRY}topic:\nunknown: { x: 1 }\n\`\`\``,
    );
    assert.deepEqual(listed(outline(workspace, page)), [
      'People | 1 entry',
      '  Ann Lee | Minister Lee, Lee',
      'Places | 2 entries',
      '  Arcadia',
      '  Borduria',
      'Topics | 0 entries',
    ]);
  });

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

it('keeps every selection in its item and every item in its parent, whatever is written', () => {
  fc.assert(
    fc.property(taggedMarkdown, (brief) => {
      const workspace = workspaceOf({ 'a.md': brief, 'registry.yaml': REGISTRY });
      check(outline(workspace, pageOf(workspace, 'a.md')), brief.length);
    }),
    { numRuns: 300 },
  );
});
