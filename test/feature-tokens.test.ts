import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  semanticTokens,
  type Token,
  tokenCode,
  tokenEdits,
  tokenLegend,
} from '../server/core/features/index.js';
import { customKind, KINDS } from '../server/core/index.js';
import { drawn, pageOf } from './support/features.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const REGISTRY = `person:
  ann: { name: Ann Lee }
place:
  arcadia: { name: Arcadia }
office:
  minister: { name: Arcadia's minister, place: arcadia }
`;

function colours(texts: Readonly<Record<string, string>>, id: string): string {
  const workspace = workspaceOf({ 'registry.yaml': REGISTRY, ...texts });
  const page = pageOf(workspace, id);
  const marks = semanticTokens(workspace, page).map(({ span, kind, modifiers }) => ({
    span,
    words: [kind, ...modifiers].join(' '),
  }));
  return drawn(page.text, marks);
}

describe('semantic tokens', () => {
  it('colour words of mentions, ids and kinds; the innermost of nested ones counts', () => {
    const brief = `:office[:place[Arcadia]'s minister] and :person[Bo] came
:date[soon] or :date[2025].`;
    assert.equal(
      colours({ 'a.md': brief }, 'a.md'),
      `:office[:place[Arcadia]'s minister] and :person[Bo] came
 ^^^^^^ office
         ^^^^^ place
               ^^^^^^^ place
                       ^^^^^^^^^^^ office
                                         ^^^^^^ person
                                                ^^ person unresolved
:date[soon] or :date[2025].
 ^^^^ date
      ^^^^ date unresolved
                ^^^^ date
                     ^^^^ date`,
    );
  });

  it('leave the words of commitments alone, and mark them where they are overdue', () => {
    const brief = `:commitment[give :place[Arcadia] it]{#c-1 by=arcadia due=2025-09}
:commitment[that]{ref=c-1}
::update[News]{of=c-2 source=none}`;
    assert.equal(
      colours({ 'a.md': `---\ndate: 2025-06-01\n---\n${brief}` }, 'a.md'),
      `---
date: 2025-06-01
---
:commitment[give :place[Arcadia] it]{#c-1 by=arcadia due=2025-09}
 ^^^^^^^^^^ commitment overdue
                  ^^^^^ place
                        ^^^^^^^ place
                                      ^^^ commitment definition overdue
                                             ^^^^^^^ place
:commitment[that]{ref=c-1}
 ^^^^^^^^^^ commitment
                      ^^^ commitment overdue
::update[News]{of=c-2 source=none}
  ^^^^^^ update
                  ^^^ commitment unresolved
                             ^^^^ source unresolved`,
    );
  });

  it('stay on their lines, behind the marks of a quote', () => {
    assert.equal(
      colours({ 'a.md': '> :person[Ann\n> Lee] came' }, 'a.md'),
      '> :person[Ann\n   ^^^^^^ person\n          ^^^ person\n> Lee] came\n  ^^^ person',
    );
  });

  it('colour definitions in briefs and registries', () => {
    assert.equal(
      colours({ 'a.md': '::person[Bo Berg]{#bo}' }, 'a.md'),
      '::person[Bo Berg]{#bo}\n  ^^^^^^ person\n         ^^^^^^^ person definition\n                   ^^ person definition',
    );
    assert.equal(
      colours({ 'a.md': ':person[Ann Lee]' }, 'registry.yaml'),
      `person:
^^^^^^ person
  ann: { name: Ann Lee }
  ^^^ person definition
place:
^^^^^ place
  arcadia: { name: Arcadia }
  ^^^^^^^ place definition
office:
^^^^^^ office
  minister: { name: Arcadia's minister, place: arcadia }
  ^^^^^^^^ office definition
                                               ^^^^^^^ place
`,
    );
  });

  it('have a type for each built-in kind, and one for all others', () => {
    const legend = tokenLegend(KINDS);
    assert.deepEqual(legend.types, [...KINDS.map(({ tag }) => tag), 'entity']);
    const kind = customKind({
      tag: 'vessel',
      title: 'Vessel',
      plural: 'Vessels',
      summary: 'A ship.',
      attributes: [],
    });
    const workspace = workspaceOf({ 'a.md': ':vessel[Argo]' }, [kind]);
    const tokens = semanticTokens(workspace, pageOf(workspace, 'a.md'));
    assert.deepEqual(
      tokens.map((token) => tokenCode(legend, token)),
      [
        [legend.types.length - 1, 0],
        [legend.types.length - 1, 2],
      ],
    );
  });

  it('are those of a stretch, when only that is asked for', () => {
    const brief = ':person[Ann Lee] and\n\n:place[Arcadia] and\n\n:person[Ann Lee]\n';
    const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': brief });
    const page = pageOf(workspace, 'a.md');
    const start = brief.indexOf(':place');
    const some = semanticTokens(workspace, page, { start, end: start + 10 });
    assert.deepEqual(
      some.map(({ span }) => brief.slice(span.start, span.end)),
      ['place', 'Arcadia'],
    );
  });

  property(
    'never overlap nor cross a line, whatever is written; a part is the part of the whole',
    () => {
      fc.assert(
        fc.property(taggedMarkdown, fc.nat(), fc.nat(), (brief, one, other) => {
          const workspace = workspaceOf({ 'registry.yaml': REGISTRY, 'a.md': brief });
          const page = pageOf(workspace, 'a.md');
          const all = semanticTokens(workspace, page);
          let at = 0;
          for (const { span } of all) {
            assert.ok(at <= span.start && span.start < span.end && span.end <= brief.length);
            assert.doesNotMatch(brief.slice(span.start, span.end), /[\r\n]/);
            at = span.end;
          }
          const [a, b] = [one % (brief.length + 1), other % (brief.length + 1)];
          const within = { start: Math.min(a, b), end: Math.max(a, b) };
          const touching = ({ span }: Token): boolean =>
            span.start < within.end && span.end > within.start;
          assert.deepEqual(semanticTokens(workspace, page, within), all.filter(touching));
        }),
        runs('page'),
      );
    },
  );
});

describe('changes of tokens', () => {
  const data = fc
    .array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)), { maxLength: 12 })
    .map((tokens) => tokens.flat());

  property('make of what was the whole of what is, between tokens', () => {
    fc.assert(
      fc.property(data, data, data, data, (before, after, head, tail) => {
        const [from, to] = [
          [...head, ...before, ...tail],
          [...head, ...after, ...tail],
        ];
        const made = [...from];
        for (const { start, deleteCount, data: put } of tokenEdits(from, to)) {
          assert.equal(start % 5, 0);
          assert.equal(deleteCount % 5, 0);
          made.splice(start, deleteCount, ...put);
        }
        assert.deepEqual(made, to);
      }),
      runs('workspace'),
    );
  });

  it('are small where little changed, and none where nothing did', () => {
    const many = Array.from({ length: 500 }, (_, at) => at);
    const edited = many.with(252, -1);
    assert.deepEqual(tokenEdits(many, edited), [
      { start: 250, deleteCount: 5, data: edited.slice(250, 255) },
    ]);
    assert.deepEqual(tokenEdits(many, many), []);
  });
});
