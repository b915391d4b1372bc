import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, drawn, mended, scan } from './support/drawn-tags.js';

/** Text, its one fault with the words it stands at, and the text after the fix where one is certain. */
const FAULTS: readonly (readonly [text: string, code: string, words: string, mended?: string])[] = [
  [':a[x]{by=india, us}', 'space-in-list', ' ', ':a[x]{by=india,us}'],
  [':a[x]{by=india , us to=c}', 'space-in-list', ' ', ':a[x]{by=india,us to=c}'],
  [':a[x]{by=a, b, c}', 'space-in-list', ' ', ':a[x]{by=a,b,c}'],
  [':a[x]{names=Foo; Bar Baz}', 'space-in-list', ' ', ':a[x]{names="Foo; Bar Baz"}'],
  [':a[x]{by=“india”}', 'curly-quotes', '“india”', ':a[x]{by="india"}'],
  [':a[x]{what=“a b” by=c}', 'curly-quotes', '“a b”', ':a[x]{what="a b" by=c}'],
  [':a[x]{what="a b” by=c}', 'curly-quotes', '"a b”', ':a[x]{what="a b" by=c}'],
  [':a[x]{what=‘a b’}', 'curly-quotes', '‘a b’', ':a[x]{what="a b"}'],
  [':a[x]{what=「a b」 by=c}', 'curly-quotes', '「a b」', ':a[x]{what="a b" by=c}'],
  [':a[x]{what=『a b』}', 'curly-quotes', '『a b』', ':a[x]{what="a b"}'],
  [':a[x]{what=＂a b＂}', 'curly-quotes', '＂a b＂', ':a[x]{what="a b"}'],
  [':a[x]{what=＇a b＇}', 'curly-quotes', '＇a b＇', ':a[x]{what="a b"}'],
  [':a[x]{what=〝a b〟}', 'curly-quotes', '〝a b〟', ':a[x]{what="a b"}'],
  [':a[x]{what=«a b»}', 'curly-quotes', '«a b»', ':a[x]{what="a b"}'],
  ['：a［x］｛b＝c｝', 'full-width-sign', '：', ':a[x]{b=c}'],
  ['﹕a【x】{＃b}', 'full-width-sign', '﹕', ':a[x]{#b}'],
  [':a〔x〕{b=c}', 'full-width-sign', '〔', ':a[x]{b=c}'],
  [':a[x]『b=c』', 'full-width-sign', '『', ':a[x]{b=c}'],
  [':a「x」「b=c」', 'full-width-sign', '「', ':a[x]{b=c}'],
  ['：a（x）{b=c}', 'full-width-sign', '：', ':a[x]{b=c}'],
  [':ａ[x]', 'full-width-sign', 'ａ', ':a[x]'],
  [':a[x]{ｂ＝"c＝d"}', 'full-width-sign', 'ｂ＝', ':a[x]{b="c＝d"}'],
  [':a[x［y］］', 'full-width-sign', '］', ':a[x［y］]'],
  [':a[x]{foo}', 'bare-word', 'foo'],
  [':a[x]{.foo by=b}', 'bare-word', '.foo'],
  [':a[x]{name=Pete Hegseth}', 'bare-word', 'Hegseth'],
  [':a[x]{by=b other-names=c other_names=d}', 'duplicate-attribute', 'other_names=d'],
  [':a[x]{by=b by=b}', 'duplicate-attribute', 'by=b', ':a[x]{by=b}'],
  [':a[x]{#a #b}', 'duplicate-attribute', '#b'],
  [':a[x]{#a ref=b}', 'ref-with-id', '#a'],
  [':a[x]{by=}', 'malformed-attribute', 'by='],
  [':a[x]{by= to=b}', 'malformed-attribute', 'by='],
  [':a[x]{#}', 'malformed-attribute', '#'],
  [':a[x]{by = b}', 'malformed-attribute', ' ', ':a[x]{by=b}'],
  [':a[x]{by=b, to=c}', 'malformed-attribute', ',', ':a[x]{by=b to=c}'],
  [':a[x]{by="b", to=c}', 'malformed-attribute', ',', ':a[x]{by="b" to=c}'],
  [':a[x]{by="b"to=c}', 'malformed-attribute', '"', ':a[x]{by="b" to=c}'],
  [':a[x]{url=http://a?b=c}', 'malformed-attribute', 'http://a?b=c', ':a[x]{url="http://a?b=c"}'],
  [":a[x]{name=O'Neill}", 'malformed-attribute', "O'Neill", `:a[x]{name="O'Neill"}`],
  [':a[x]{größe=3}', 'malformed-attribute', 'größe'],
  [':a[x]{name="b}', 'unclosed-quote', '"', ':a[x]{name="b"}'],
  [':a[x]{name="b to=c}', 'unclosed-quote', '"'],
  [':a[x]{name="b', 'unclosed-quote', '"'],
  [':a[x]{ref=y', 'unclosed-attributes', '{', ':a[x]{ref=y}'],
  [':a[x]{ref=y and so on', 'unclosed-attributes', '{'],
  [':a[x', 'unclosed-label', ':a['],
  [':a[x :b[y', 'unclosed-label', ':a['],
  [':a[] b', 'empty-label', '[]'],
  [':a[ ]{ref=b}', 'empty-label', '[ ]'],
  ['::a[]{of=b}', 'empty-label', '[]', '::a{of=b}'],
  [':a{ref=b}', 'empty-label', ':a'],
  [':a[x] {ref=y}', 'space-in-tag', ' ', ':a[x]{ref=y}'],
  ['::a[x] {#y}', 'space-in-tag', ' ', '::a[x]{#y}'],
  ['::a {#y}', 'space-in-tag', ' ', '::a{#y}'],
  ['::a[x]{#y} and more', 'text-beside-record', 'and more'],
  ['::a[x]\n{#y}\nmore', 'attributes-on-next-line', '{#y}', '::a[x]{#y}\nmore'],
  ['> ::a[x]\n> {#y}', 'attributes-on-next-line', '{#y}', '> ::a[x]{#y}'],
];

test('each slip in a tag is one fault, at the narrowest words, with its fix where one is certain', () => {
  for (const [text, code, words, after] of FAULTS) {
    const faults = scan(text).tags.flatMap((tag) => tag.faults);
    assert.deepEqual(
      faults.map((fault) => [fault.code, at(text, fault.span)]),
      [[code, words]],
      text,
    );
    assert.equal(mended(text), after, text);
    if (after !== undefined) {
      const left = scan(after).tags.flatMap((tag) => tag.faults);
      assert.deepEqual(left, [], `${text} mended`);
    }
  }
});

test('a slip in one tag leaves the next alone', () => {
  for (const [text, next] of [
    [':a[x]{k="abc} and :b[y]{k="def"}', 'text b [y] {k=def}'],
    [':a[x]{k="abc} said " and :b[y]{k="def"}', 'text b [y] {k=def}'],
    [':a[x]{ref=y and :b[z]{ref=w}', 'text b [z] {ref=w}'],
    [':a[x]{ref=:b[z]{ref=w}', 'text b [z] {ref=w}'],
    [':a[x]{ :b[z]', 'text b [z]'],
    [':a[x]{k=“abc :b[z]{k=v}', 'text b [z] {k=v}'],
    [':a[x :b[z]', 'text b [z]'],
  ] as const) {
    const lines = drawn(text);
    assert.equal(lines.at(-1), next, text);
    assert.equal(lines.length, 2, text);
    assert.equal(scan(text).tags.flatMap((tag) => tag.faults).length, 1, text);
  }
});

const SLIPS: readonly (readonly [
  text: string,
  code: string,
  kind: string,
  words: string,
  mended?: string,
])[] = [
  [':person [Pete]', 'space-in-tag', 'person', ' ', ':person[Pete]'],
  [':person [x]', 'space-in-tag', 'person', ' ', ':person[x]'],
  ['::person [Pete]{#p}', 'space-in-tag', 'person', ' ', '::person[Pete]{#p}'],
  [':: person[Pete]{#p}', 'space-in-tag', 'person', ' ', '::person[Pete]{#p}'],
  ['met person:[Pete]', 'missing-colon', 'person', 'person:', 'met :person[Pete]'],
  ['see:person[A]', 'glued-tag', 'person', ':person', 'see :person[A]'],
  ['7:person[A]', 'glued-tag', 'person', ':person', '7 :person[A]'],
  ['::: commitment', 'malformed-fence', 'commitment', '::: commitment', ':::commitment'],
  ['::: commitment {#c}', 'malformed-fence', 'commitment', '::: commitment', ':::commitment{#c}'],
  [':::{.commitment}', 'malformed-fence', 'commitment', ':::{.commitment', ':::commitment'],
  [
    ':::{.commitment #c by=a}',
    'malformed-fence',
    'commitment',
    ':::{.commitment',
    ':::commitment{#c by=a}',
  ],
  ['::: {.commitment}', 'malformed-fence', 'commitment', '::: {.commitment', ':::commitment'],
  ['so ::person[A]{#a}', 'text-beside-record', 'person', '::person'],
  ['    ::person[A]{#a}', 'text-beside-record', 'person', '::person'],
  ['::person Pete', 'text-beside-record', 'person', '::person'],
];

test('what was meant as a tag is a slip', () => {
  for (const [text, code, kind, words, after] of SLIPS) {
    const { slips } = scan(text);
    const found = slips.map((slip) => [slip.code, slip.kind.text, at(text, slip.span)]);
    assert.deepEqual(found, [[code, kind, words]], text);
    assert.equal(at(text, slips[0]?.kind.span ?? { start: 0, end: 0 }), kind, text);
    assert.equal(mended(text), after, text);
    if (after !== undefined) assert.deepEqual(scan(after).slips, [], `${text} mended`);
  }
});

test('links, footnotes and task boxes after a word and a colon are no slips', () => {
  for (const text of [
    'person:[Pete](a.md)',
    'person:[Pete][p]',
    'person:[^1]',
    'topic:[ ]',
    'topic:[x]',
    'Person:[Pete]',
    ':person [Pete](a.md)',
    ':person [^1]',
    'person: [Pete]',
    'person:[]',
    ':person\n[Pete]',
  ])
    assert.deepEqual(scan(text).slips, [], text);
});

test('braces after a space that are no attributes are prose', () => {
  for (const text of [':a[x] {see below}', ':a[x] {}', ':a[x] {ref=y', '::a[x]\n{see below}'])
    assert.deepEqual(
      drawn(text),
      [text.startsWith('::') ? 'record a [x]' : 'text a [x]'].slice(0, 1),
      text,
    );
});
