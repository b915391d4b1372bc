// What is drawn over a text so that it reads like prose.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readingMarks } from '../server/core/features/index.js';
import { drawn, pageOf } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = 'place:\n  arcadia: { name: Arcadia }\n';

function marksOf(text: string): string {
  const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
  const page = pageOf(workspace, 'a.md');
  const { words, tags } = readingMarks(workspace, page, { start: 0, end: text.length });
  const marks = [
    ...words.map(({ span, kind }) => ({ span, words: kind })),
    ...tags.flatMap(({ syntax, marks: inside, promise }) => [
      ...syntax.map((span) => ({ span, words: '-' })),
      ...inside.map(({ span, kind }) => ({ span, words: `- ${kind}` })),
      ...(promise ? [{ span: promise.words, words: `${promise.standing}: ${promise.chip}` }] : []),
    ]),
  ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return drawn(page.text, marks);
}

describe('the marks of reading', () => {
  it('part what is written around words from the words, and say how promises stand', () => {
    assert.equal(
      marksOf(':place[Arcadia] :commitment[will go]{#c-1 by=arcadia due=2025-12-11}.\n'),
      `:place[Arcadia] :commitment[will go]{#c-1 by=arcadia due=2025-12-11}.
^ -
 ^^^^^ - place
      ^ -
       ^^^^^^^ place
              ^ -
                ^ -
                 ^^^^^^^^^^ - commitment
                           ^ -
                            ^^^^^^^ open: due in 40 days
                                   ^^^ -
                                      ^^^ - commitment
                                         ^^^^ -
                                             ^^^^^^^ - place
                                                    ^^^^^^^^^^^^^^^^ -
`,
    );
  });

  it('say of a promise that it is overdue, closed, or nothing', () => {
    const chips = (text: string): readonly unknown[] => {
      const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
      const page = pageOf(workspace, 'a.md');
      const { tags } = readingMarks(workspace, page, { start: 0, end: text.length });
      return tags.flatMap(({ promise }) => (promise ? [promise.standing, promise.chip] : []));
    };
    assert.deepEqual(chips(':commitment[will go]{due=2025-10-17}'), [
      'overdue',
      'overdue by 15 days',
    ]);
    assert.deepEqual(chips(':commitment[went]{status=fulfilled}'), ['over', 'fulfilled']);
    assert.deepEqual(chips(':commitment[will go]'), ['open', '']);
  });

  property('are the same for a part as for the whole, and no two of the syntax overlap', () => {
    fc.assert(
      fc.property(taggedMarkdown, fc.nat(), fc.nat(), (text, one, other) => {
        const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': text });
        const page = pageOf(workspace, 'a.md');
        const [start = 0, end = 0] = [one, other]
          .map((at) => at % (text.length + 1))
          .sort((a, b) => a - b);
        const all = readingMarks(workspace, page, { start: 0, end: text.length });
        const part = readingMarks(workspace, page, { start, end });
        const seen = all.tags.filter(({ span }) => span.start <= end && span.end >= start);
        assert.deepEqual(
          part.tags.map(({ span, promise }) => ({ span, promise })),
          seen.map(({ span, promise }) => ({ span, promise })),
        );
        for (const { syntax, marks } of all.tags) {
          const spans = [...syntax, ...marks.map(({ span }) => span)].sort(
            (a, b) => a.start - b.start || a.end - b.end,
          );
          for (const [at, span] of spans.entries())
            assert.ok(at === 0 || (spans[at - 1]?.end ?? 0) <= span.start);
        }
      }),
      runs('workspace'),
    );
  });
});
