import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { plainOf, previewMarkdown, shown } from './support/preview.js';

const md = previewMarkdown();

/** Of a text that is one paragraph. */
function words(text: string): string {
  return plainOf(md.render(text))
    .trim()
    .replace(/^<p>|<\/p>$/g, '');
}

test('tags show as their words, with a class for their kind and its name for who cannot see', () => {
  const html = md.render(':person[Pete Hegseth] met him.');
  assert.equal(
    html,
    '<p><span class="rapporteur rapporteur-person">Pete Hegseth' +
      '<span class="rapporteur-unseen"> (Person)</span></span> met him.</p>\n',
  );
});

const SHOWN: readonly (readonly [title: string, text: string, words: string])[] = [
  ['nested tags', ':office[:place[U.S.] Secretary]{ref=x} spoke', 'U.S. Secretary spoke'],
  ['attributes over several lines leave no gap', 'a :org[B]{ref=x\n  y=z\n}. C', 'a B. C'],
  ['a label over two lines', ':org[one\ntwo] three', 'one\ntwo three'],
  ['emphasis inside', ':org[**B** and *c*]{ref=x}', '<strong>B</strong> and <em>c</em>'],
  ['emphasis at both edges', ':org[_B_]', '<em>B</em>'],
  ['emphasis outside', '**:org[B]{ref=x}** and _:org[c]_', '<strong>B</strong> and <em>c</em>'],
  ['emphasis beside Chinese', '**:org[B]{ref=x}**和', '<strong>B</strong>和'],
  ['a link inside', ':org[the [B](http://b.x)]', 'the <a href="http://b.x">B</a>'],
  ['a link around', '[see :org[B]{ref=x} there](/u)', '<a href="/u">see B there</a>'],
  [
    'a web address that is a label',
    ':source[https://b.x/c]{ref=x}.',
    '<a href="https://b.x/c">https://b.x/c</a>.',
  ],
  ['brackets and code inside', ':org[a [b] `c]`]{ref=x}', 'a [b] <code>c]</code>'],
  ['code stays code', '`:org[B]` :org[C]', '<code>:org[B]</code> C'],
  ['an escape stays a colon', '\\:org[B] :org[C]', ':org[B] C'],
  ['characters are escaped', ':org[A & <B>]{ref=x}', 'A &amp; <B>'],
  ['signs of our own in the text', '\u0080\u0091\ue000 :org[B]', '\u0080\u0091\ue000 B'],
];
for (const [title, text, expected] of SHOWN) test(title, () => assert.equal(words(text), expected));

const SLIPS: readonly (readonly [text: string, words: string])[] = [
  [':person[Jean went home.', 'Jean went home.'],
  ['a :person[Jean]{ref=x went home.', 'a Jean went home.'],
  ['a :person[Jean]{ref="x} went home.', 'a Jean went home.'],
  ['a :person[Jean]{ref=“x”}.', 'a Jean.'],
  ['both :place[A]{ref=a, b}.', 'both A.'],
  ['a :person [Jean].', 'a Jean.'],
  ['a person:[Jean].', 'a Jean.'],
  ['Minister:person[Jean].', 'Minister Jean.'],
  ['a :persn[Jean] of :org[B].', 'a Jean of B.'],
  ['a :person[Jean] {ref=x}.', 'a Jean.'],
  ['an ::person[Jean]{#x} amid', 'an Jean amid'],
  ['an :::commitment{by=x} amid', 'an Commitment amid'],
  ['an ::update{of=x} amid', 'an Update amid'],
  [':update[news]{of=c} here', 'news here'],
  [':person[]{ref=jean} came, and :org[B]', 'Person came, and B'],
];
for (const [text, expected] of SLIPS)
  test(`a slip does not look like code: ${text}`, () => assert.equal(words(text), expected));

test('a tag in HTML shows as its words, too', () => {
  const html = md.render('<div>Here :person[Jean]{ref=x}.</div>\n\n:org[B]');
  assert.ok(html.startsWith('<div>Here Jean.</div>\n'), html);
});

test('what the engine calls prose stays prose, beside a brief', () => {
  const prose = 'At 10:30, Note:this, :per, :smile:, a::b and doi:10.1000/x';
  assert.equal(words(`${prose} :org[B]`), `${prose} B`);
});

test('comments to the tool vanish, others stay', () => {
  const text = `<!-- rapporteur-disable-next-line overdue-commitment -- why -->
:org[A] <!-- rapporteur-disable x --> b <!-- mine -->

- one
<!-- rapporteur-enable x
-->
- two`;
  const html = plainOf(md.render(text));
  assert.equal(html.includes('rapporteur-'), false, html);
  assert.ok(html.includes('<p>A  b <!-- mine --></p>'), html);
});

test('a suppression alone makes no gap in the text', () => {
  const html = md.render('A\n<!-- rapporteur-disable-file overdue-commitment -->\nB');
  assert.equal(html, '<p>A</p>\n<p>B</p>\n');
});

test('a tag that crosses emphasis is cut where it must be, and its kind is said once', () => {
  const html = md.render('*a :org[b* c] d');
  assert.equal(plainOf(html), '<p><em>a b</em> c d</p>\n');
  assert.equal(html.match(/rapporteur-unseen/g)?.length, 1);
  assertNested(html);
});

test('the anchors of headings have no trace of tags', () => {
  const [heading] = md.parse('# On :person[Ann]{#ann}', {}).filter(({ type }) => type === 'inline');
  const text = heading?.children
    ?.filter(({ type }) => type === 'text')
    .map(({ content }) => content);
  assert.equal(text?.join(''), 'On Ann');
});

test('tags in the text of an image are its words', () => {
  assert.equal(words('![:org[B]{ref=x} c](i.png)'), '<img src="i.png" alt="B c">');
});

property('any text with tags gives HTML that nests and has no sign of ours in it', () => {
  fc.assert(
    fc.property(taggedMarkdown, (text) => {
      const html = md.render(text);
      assert.doesNotMatch(html, /[\u0080-\u009f\ue000-\ue0ff]/);
      if (!/[<&]/.test(text)) assertNested(html);
    }),
    runs('text'),
  );
});

test('a kind of the workspace is shown like the built-in ones', () => {
  const own = previewMarkdown({ kinds: () => [{ tag: 'vessel', title: 'Vessel' }] });
  assert.equal(
    own.render(':vessel[Aurora]{ref=a}'),
    '<p><span class="rapporteur rapporteur-own-kind">Aurora' +
      '<span class="rapporteur-unseen"> (Vessel)</span></span></p>\n',
  );
  assert.equal(md.render(':vessel[Aurora]'), '<p>:vessel[Aurora]</p>\n');
});

test('a document that VS Code renders twice from the same tokens is the same twice', () => {
  const tokens = md.parse(':org[A] and :commitment[go]{by=a}', {});
  const once = md.renderer.render(tokens, md.options, {});
  assert.equal(md.renderer.render(tokens, md.options, {}), once);
  assert.doesNotThrow(() => structuredClone(tokens.map(({ meta }) => meta)));
});

test('a mention that nobody knows is told apart, once all files are read', () => {
  const html = shown(':person[Nobody] and :person[Ann]', 'person: { ann: { name: Ann } }');
  assert.match(html, /rapporteur-unresolved" title="This is not in any registry.">Nobody/);
  assert.match(html, /<span class="rapporteur rapporteur-person" title="Ann \(Person\)">Ann/);
});

function assertNested(html: string): void {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (VOID.has(name)) continue;
    if (slash === '') open.push(name);
    else assert.equal(open.pop(), name, html);
  }
  assert.deepEqual(open, [], html);
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img']);
