import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KINDS } from '../server/core/kinds/index.js';
import { worked } from './support/clock.js';
import { drawTokens, markdownGrammar, REAL_GRAMMARS, tokensOf } from './support/grammar.js';

const HOSTS = REAL_GRAMMARS === undefined ? (['small'] as const) : (['small', 'real'] as const);

/**
 * `.` punctuation, `k` the kind, `i` an id, `a` an attribute's name, `v` its value, `s` a part of a
 * suppression; nothing under words.
 */
const CASES: readonly (readonly [title: string, drawing: string])[] = [
  [
    'a mention, and words around it',
    `Yes, :person[Pete Hegseth] and :place[both]{ref=india,united-states}.
     .kkkkkk.            .     .kkkkk.    ..aaa.vvvvvvvvvvvvvvvvvvv.`,
  ],
  [
    'tags in tags, over the lines of a paragraph',
    `He :commitment[will meet :person[Ann
   .kkkkkkkkkk.          .kkkkkk.
Lee] soon]{#c-meet by=bob
   .     ...iiiiii aa.vvv
to=ann due-text="the
aa.vvv aaaaaaaa..vvv
next week" due=2025}. Then he goes.
vvvvvvvvv. aaa.vvvv.`,
  ],
  [
    'brackets in a label',
    `:topic[a [b [c]] \\] d]{ref=x} e]
.kkkkk.              ..aaa.v.`,
  ],
  [
    'emphasis and code in a label',
    `:topic[**bold** and \`code ]\` here] after
.kkkkk.                          .`,
  ],
  [
    'an id and quoted values',
    `:org[NATO]{#nato other-names='N.A.T.O.; the "Alliance"' x=""}
.kkk.    ...iiii aaaaaaaaaaa..vvvvvvvvvvvvvvvvvvvvvvvv. a....`,
  ],
  [
    'what stands before the colon',
    `a:person[x] 1:person[x] é:person[x] я:person[x] ::person[x] \\:person[x] 会见了:person[习]
${' '.repeat(75)}.kkkkkk. .`,
  ],
  [
    'other colons',
    'At 10:30, Note:this, :smile: and doi:10.1000/x, :persons[x], :per, :person x, urn:un:res[3]',
  ],
  [
    'a record, a fence and their lines',
    `::person[Ada]{#ada}
..kkkkkk.   ...iii.
::update{of=c-a
..kkkkkk.aa.vvv
status=fulfilled}
aaaaaa.vvvvvvvvv.
:::commitment{#c by=ada}
...kkkkkkkkkk..i aa.vvv.
She will :place[go].
         .kkkkk.  .
:::
...`,
  ],
  ['a record amid a line, and one too deep', 'Now ::person[Ada]{#ada}\n\n    ::person[Ada]{#ada}'],
  [
    'headings, lists, quotes and tables',
    `# On :person[Ann]{#ann}
     .kkkkkk.   ...iii.

- one :org[A
      .kkk.
  b]{ref=x
   ..aaa.v
  y=z} two
  a.v.
- ::org[B]{#b}
  ..kkk. ...i.

> said :org[C
       .kkk.
> d]{ref=x}
   ..aaa.v.

| who | :org[D]{ref=x} |
        .kkk. ..aaa.v.
|---|---|
| :place[E] | f |
  .kkkkk. .`,
  ],
  [
    'links and emphasis around a tag',
    `[see :org[A] there](http://x/:org[b]) and **:org[C]{ref=c}**
     .kkk. .                                .kkk. ..aaa.v.`,
  ],
  [
    'no tags in code, comments and front matter',
    `---
title: :person[x]
---

\`:person[x]\` is code

\`\`\`
:person[x]
\`\`\`

<!-- :person[x] -->

    :person[x]`,
  ],
  [
    'suppressions',
    `<!-- rapporteur-disable-next-line vague-deadline, x -- why -->
     ssssssssssssssssssssssssssss ssssssssssssss  s sssssss`,
  ],
  [
    'a label that is left open ends with its paragraph',
    `:person[open [ and
.kkkkkk.
on

Free text ] {here=1} and :org[A].
                         .kkk. .
# Head
:person[open
.kkkkkk.
# Head ]{x=y}
- :person[open
  .kkkkkk.
- next ]{x=y}`,
  ],
  [
    'braces and quotes that are left open, too',
    `:person[A]{ref="x
.kkkkkk. ..aaa..v
and y} more
vvvvvvvvvvv

Free "text} of :org[A].
               .kkk. .`,
  ],
];

for (const host of HOSTS) {
  for (const [title, drawing] of CASES) {
    test(`${title} (${host})`, async () => {
      const grammar = await markdownGrammar(host);
      const source = drawing
        .split('\n')
        .filter((line) => !isDrawing(line))
        .join('\n');
      assert.equal(drawTokens(grammar, source), drawing);
    });
  }
}

/** Lines of marks alone. */
function isDrawing(line: string): boolean {
  return /^[ .kiavs]+$/.test(line) && /[.k]|ss|vv/.test(line) && line !== '';
}

test('every kind is coloured in each of its forms, and nothing else is a kind', async () => {
  const grammar = await markdownGrammar('small');
  for (const { tag, forms } of KINDS) {
    const looks = { text: `:${tag}[x]`, record: `::${tag}[x]{#x}`, block: `:::${tag}{#x}` };
    for (const [form, look] of Object.entries(looks)) {
      const isForm = forms.some((known) => known === form);
      assert.equal(drawTokens(grammar, look).includes('k'.repeat(tag.length)), isForm, look);
    }
  }
});

test('no scope of a theme is put on the words of a label', async () => {
  const grammar = await markdownGrammar('small');
  const [first] = tokensOf(grammar, ':person[Pete Hegseth]{ref=x}');
  const words = first?.tokens.find(({ startIndex }) => startIndex === ':person['.length);
  const painted = words?.scopes.filter((scope) => !/^(?:meta\.|text\.)/.test(scope));
  assert.deepEqual(painted, []);
});

for (const host of HOSTS) {
  test(`lines made to be slow are coloured soon (${host})`, async () => {
    const grammar = await markdownGrammar(host);
    const before = worked();
    for (const line of HOSTILE) tokensOf(grammar, line);
    // Some seconds on a slow machine; what is not linear takes minutes.
    assert.ok(worked() - before < 60_000);
  });
}

const HOSTILE = [
  `:person${'['.repeat(10_000)}`,
  ':person['.repeat(1_250),
  `${'['.repeat(10_000)}:person[x]`,
  `:person[x]{${'a="'.repeat(3_000)}`,
  `:person[x]{${'a='.repeat(5_000)}`,
  `::person[${']{'.repeat(5_000)}`,
  `<!-- rapporteur-disable ${'a -- '.repeat(2_000)}`,
];
