import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { highlights } from '../server/core/features/index.js';
import { drawn, workspaceWithCursor } from './support/features.js';

const REGISTRY = `\`\`\`yaml path=registry.yaml
person:
  ann: { name: Ann Lee, other_names: [Lee] }
place:
  arcadia: { name: Arcadia }
  borduria: { name: Borduria }
\`\`\`
`;

function marked(brief: string): string {
  const { workspace, page, offset } = workspaceWithCursor(
    `${REGISTRY}\n\`\`\`brief path=a.md\n${brief}\n\`\`\`\n`,
  );
  const found = highlights(workspace, page, offset);
  return drawn(
    page.text.trimEnd(),
    found.map(({ span, type }) => ({ span, words: type })),
  );
}

describe('highlights', () => {
  const brief = `:place[Arcadia] and :place[both]{ref=arcadia,borduria}
:commitment[will help :place[Borduria]]{#c by=arcadia} :place[Borduria].`;
  const arcadia = `:place[Arcadia] and :place[both]{ref=arcadia,borduria}
       ^^^^^^^ words
                           ^^^^ words
                                     ^^^^^^^ pointer
:commitment[will help :place[Borduria]]{#c by=arcadia} :place[Borduria].
                                              ^^^^^^^ pointer`;

  it('are all places that mean an entity, by name, by ref and in attributes', () => {
    assert.equal(marked(brief.replace('Arcadia]', 'Arc‸adia]')), arcadia);
    assert.equal(marked(brief.replace('by=arcadia', 'by=‸arcadia')), arcadia);
  });

  it('are all that several mean, on words that mean several', () => {
    assert.equal(marked(brief.replace('both', 'b‸oth')).match(/words|pointer/g)?.length, 7);
  });

  it('tell the definition from what points at it', () => {
    assert.equal(
      marked(`::person[Bo Berg]{#bo}
:person[Bo B‸erg] and :person[he]{ref=bo}`),
      `::person[Bo Berg]{#bo}
         ^^^^^^^ definition
                   ^^ definition
:person[Bo Berg] and :person[he]{ref=bo}
        ^^^^^^^ words
                             ^^ words
                                     ^^ pointer`,
    );
    assert.equal(
      marked(`They :commitment[will he‸lp]{#c by=arcadia}, :commitment[so]{ref=c}.

::update{of=c status=fulfilled}`),
      `They :commitment[will help]{#c by=arcadia}, :commitment[so]{ref=c}.
                 ^^^^^^^^^ definition
                             ^ definition
                                                        ^^ words
                                                                ^ pointer

::update{of=c status=fulfilled}
            ^ pointer`,
    );
  });

  it('are a footnote and its marks', () => {
    assert.equal(
      marked(':person[Lee][^1] and[^o‸ne] more[^One]\n\n[^1]: First.\n[^one]: Second.'),
      `:person[Lee][^1] and[^one] more[^One]
                    ^^^^^^ words
                               ^^^^^^ words

[^1]: First.
[^one]: Second.
  ^^^ definition`,
    );
  });

  it('are the two ends of a block', () => {
    const expected = `:::commitment{#c by=arcadia}
^^^ words
They will.
:::
^^^ words`;
    const block = ':::commitment{#c by=arcadia}\nThey will.\n:::';
    assert.equal(marked(`‸${block}`), expected);
    assert.equal(marked(`${block}‸`), expected);
    assert.equal(marked(block.replace('{#c', '{#‸c')).match(/words/g), null);
  });

  it('are none on prose and on names that nobody has', () => {
    assert.doesNotMatch(marked(':person[Ann Lee] w‸as here'), /\^/);
    assert.doesNotMatch(marked(':person[Nob‸ody] and :person[Nobody]'), /\^/);
  });
});
