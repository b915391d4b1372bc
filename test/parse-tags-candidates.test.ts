import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanTags } from '../server/core/parse/tags/scan-tags.js';
import { at, draw, drawn, scan } from './support/drawn-tags.js';

const TAGS: readonly (readonly [text: string, ...tags: string[]])[] = [
  [':person[Pete Hegseth]', 'text person [Pete Hegseth]'],
  [':person[He]{ref=pete-hegseth}', 'text person [He] {ref=pete-hegseth}'],
  [
    ':p[the two]{ref=rajnath-singh,pete-hegseth}',
    'text p [the two] {ref=rajnath-singh,pete-hegseth}',
  ],
  [':office[:place[U.S.] Secretary]', 'text office [:place[U.S.] Secretary]', 'text place [U.S.]'],
  [`:c[x]{#c-1 by=a to='b c' what="d e"}`, 'text c [x] {#=c-1 by=a to=b c what=d e}'],
  [':c[x]{due=2025-12\n  by=a}', 'text c [x] {due=2025-12 by=a}'],
  ['> :c[x]{due=2025-12\n> by=a}', 'text c [x] {due=2025-12 by=a}'],
  [':c[a\nb]', 'text c [a\nb]'],
  [':c[a [b] c]', 'text c [a [b] c]'],
  [':c[a \\] b]', 'text c [a \\] b]'],
  [':c[a `]` b]', 'text c [a `]` b]'],
  ['会见了:person[A]', 'text person [A]'],
  ['و:person[A]', 'text person [A]'],
  [':a[x]:b[y]', 'text a [x]', 'text b [y]'],
  ['(:a[x])', 'text a [x]'],
  ['\\\\:a[x]', 'text a [x]'],
  [
    ':c[x]{url=https://a.b/c what="R&amp;D &#8211; &#x2013;"}',
    'text c [x] {url=https://a.b/c what=R&D – –}',
  ],
  [':a[x]{}', 'text a [x] {}'],
  [':a[x]{k="{y}" l="a]b"}', 'text a [x] {k={y} l=a]b}'],
  [':a[x :b[y]{k="a]b"} z]', 'text a [x :b[y]{k="a]b"} z]', 'text b [y] {k=a]b}'],
  ['::person[A]{#a}', 'record person [A] {#=a}'],
  ['   ::update{of=c}', 'record update {of=c}'],
  ['words\n::person[A]\nwords', 'record person [A]'],
  ['- ::person[A]', 'record person [A]'],
  ['> 1. ::person[A]', 'record person [A]'],
  [
    '::person[A :place[B] c]{#a\n  name="x y"}',
    'record person [A :place[B] c] {#=a name=x y}',
    'text place [B]',
  ],
  ['::agreement[Major\nPartnership]{#a}', 'record agreement [Major\nPartnership] {#=a}'],
  [
    ':::commitment{#c by=a}\nwords :p[A]\n:::',
    'fence commitment {#=c by=a}',
    'text p [A]',
    'fence -',
  ],
  ['::::', 'fence -'],
  [':::note Title', "fence note !text-beside-record 'Title'"],
];

const PROSE = [
  '10:30',
  'GMT+5:30',
  '3:17',
  'Note:this',
  'Re:subject',
  'U.S.:India',
  'Mitglieder:innen',
  'doi:10.1000/x',
  'urn:un:res:2231',
  'localhost:8080',
  ':smile:',
  '$10:30$',
  'a::b',
  'https://x',
  'a::b[c]',
  '\\:person[A]',
  '`:person[A]`',
  '``:person[`A]``',
  'x &#58;person[A]',
  ': person',
  '::',
  '::std::vector',
  'a :1[x]',
  '- [x] done',
  '[quoted text]',
  '[^1]',
  'Note:[x]',
  ': [x]',
  '[a]: b',
  'Is it 3:[4]?',
  ':::',
  '::person Pete',
  'see: [a](b)',
];

test('tags and their parts', () => {
  for (const [text, ...tags] of TAGS) assert.deepEqual(drawn(text), tags, text);
});

test('a tag stays incomplete while it is typed, with positions', () => {
  for (const [text, tag] of [
    [':per', 'text per'],
    [':person[Pe', "text person [Pe… !unclosed-label ':person['"],
    [':p[x]{', "text p [x] {… !unclosed-attributes '{'"],
    [':p[x]{ref=', "text p [x] {ref=… !unclosed-attributes '{'"],
    [':p[x]{ref= \nwords', "text p [x] {ref=… !unclosed-attributes '{'"],
    [':p[x]{by=india,', "text p [x] {by=india,… !unclosed-attributes '{'"],
    [':p[x]{name="Pe', `text p [x] {name=Pe… !unclosed-quote '"'`],
    ['::per', 'record per'],
    [':::com', 'fence com'],
  ] as const)
    assert.deepEqual(drawn(text), [tag], text);
});

test('what only has a colon is prose', () => {
  for (const text of PROSE.filter((prose) => prose !== ':::')) {
    const { tags, slips } = scan(text);
    // `:India` may be a tag still being typed, and `::word Pete` meant as a record, if that were a kind.
    const whole = tags.filter((tag) => tag.label !== undefined || tag.attributes !== undefined);
    const found = slips.filter((slip) => slip.code !== 'text-beside-record');
    assert.deepEqual([draw(text, whole), found], [[], []], text);
  }
});

test('no letter of a script with spaces, and no digit, touches a tag', () => {
  for (const before of ['a', 'é', 'e\u0301', 'я', 'λ', 'क', 'कि', '7', '७', ':', 'क्\u200d'])
    assert.deepEqual(drawn(`x ${before}:person[A]`), [], before);
  for (const before of ['', ' ', '(', '“', '了', 'و', 'か', '_', '😀'])
    assert.deepEqual(drawn(`${before}:person[A]`), ['text person [A]'], before);
});

test('in known prose holes hide tags and brackets, and prefixes of lines are passed over', () => {
  const text = '> :a[x <b title=":c[">y</b>]{k=v\n> l="m\n> n"} :d[z';
  const hole = (words: string, from = 0) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const second = text.indexOf('\n> ') + 1;
  const third = text.indexOf('\n> ', second) + 1;
  const holes = [
    hole('<b title=":c[">'),
    hole('</b>'),
    { start: second, end: second + 2 },
    { start: third, end: third + 2 },
  ];
  const prose = {
    span: { start: 2, end: text.indexOf(' :d') },
    holes,
    within: 'paragraph' as const,
  };
  const { tags } = scanTags(text, [prose]);
  assert.deepEqual(draw(text, tags), ['text a [x <b title=":c[">y</b>] {k=v l=m\nn}']);
});

test('a region of prose ends its labels, and a record region is a record', () => {
  const text = '| :a[x | y] |\n::b[c]{#d}';
  const cell = (start: number, end: number) => ({
    span: { start, end },
    holes: [],
    within: 'cell' as const,
  });
  const line = text.indexOf('::');
  const container = { start: 0, end: text.length };
  const record = {
    span: { start: line, end: text.length },
    holes: [],
    within: 'record' as const,
    container,
  };
  const { tags } = scanTags(text, [cell(2, 7), cell(9, 12), record]);
  assert.deepEqual(draw(text, tags), ["text a [x … !unclosed-label ':a['", 'record b [c] {#=d}']);
  assert.deepEqual(tags[1]?.container, container);
});

test('each part has its place', () => {
  const text = 'x :office[A :place[B]]{#id by="c,d"}';
  const [office, place] = scan(text).tags;
  assert.ok(office?.label && office.attributes && place);
  const [id, by] = office.attributes.items;
  assert.ok(id?.value && by?.value);
  assert.deepEqual(
    [office.span, office.kind.span, office.label.span, office.attributes.span].map((span) =>
      at(text, span),
    ),
    [text.slice(2), 'office', 'A :place[B]', '{#id by="c,d"}'],
  );
  assert.deepEqual(
    [id.span, id.name.span, id.value.span, by.span, by.value.span].map((span) => at(text, span)),
    ['#id', '#', 'id', 'by="c,d"', 'c,d'],
  );
  assert.equal(place.parent, 0);
  assert.equal(by.quote, '"');
});

test('a blank line and the line of a record end a label', () => {
  assert.deepEqual(drawn(':a[x\n\ny] :b[z]'), ["text a [x… !unclosed-label ':a['", 'text b [z]']);
  assert.deepEqual(drawn(':a[x\n::b[y]\nz]'), ["text a [x… !unclosed-label ':a['", 'record b [y]']);
});
