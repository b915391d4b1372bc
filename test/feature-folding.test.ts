import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { folds } from '../server/core/features/index.js';
import { pageOf } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

/** Each fold by its type, its first line and its last line. */
function folded(text: string, id = 'a.md'): readonly string[] {
  const lines = text.split(/\r\n|\n/);
  const lineAt = (offset: number): string =>
    lines[text.slice(0, offset).split(/\r\n|\n/).length - 1] ?? '';
  return folds(pageOf(workspaceOf({ [id]: text }), id)).map(
    ({ span, type }) => `${type}: ${lineAt(span.start)} … ${lineAt(span.end)}`,
  );
}

describe('folds', () => {
  it('are front matter, sections, blocks and records over several lines', () => {
    const brief = `---
title: T
---

# One

::person[Ann]{#ann
other-names=Lee}

## Two

:::commitment{#c by=ann}
:person[Ann] will.
:::

### Three

end of three

## Four

end of all
`;
    const expected = [
      'front-matter: --- … ---',
      'section: # One … end of all',
      'block: ::person[Ann]{#ann … other-names=Lee}',
      'section: ## Two … end of three',
      'block: :::commitment{#c by=ann} … :::',
      'section: ### Three … end of three',
      'section: ## Four … end of all',
    ];
    assert.deepEqual(folded(brief), expected);
    assert.deepEqual(folded(brief.replaceAll('\n', '\r\n')), expected);
  });

  it('are kinds and entries in a registry', () => {
    const registry = `person:
  ann:
    name: Ann
  bo: { name: Bo }
# more

place: { india: { name: India } }
`;
    assert.deepEqual(folded(registry, 'registry.yaml'), [
      'section: person: …   bo: { name: Bo }',
      'entry:   ann: …     name: Ann',
    ]);
  });

  it('are stretches where findings are suppressed', () => {
    const brief = `:person[Ann]

<!-- rapporteur-disable unresolved-name -->

:person[Bo]

<!-- rapporteur-enable unresolved-name -->

<!-- rapporteur-disable -->
`;
    assert.deepEqual(folded(brief), [
      'region: <!-- rapporteur-disable unresolved-name --> … <!-- rapporteur-enable unresolved-name -->',
    ]);
  });

  it('leave out headings in quotes, and what has one line', () => {
    assert.deepEqual(folded('# One\n\n> # Quoted\n>\n> more\n\n# Two\n'), [
      'section: # One … > more',
    ]);
  });

  property('lie in the text and have more than one line, whatever is written', () => {
    fc.assert(
      fc.property(taggedMarkdown, (text) => {
        const all = folds(pageOf(workspaceOf({ 'a.md': text }), 'a.md'));
        for (const { span } of all) {
          assert.ok(span.start >= 0 && span.end <= text.length);
          assert.match(text.slice(span.start, span.end), /[\r\n]/);
        }
      }),
      runs('page'),
    );
  });
});
