import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previewMarkdown, shown } from './support/preview.js';

const md = previewMarkdown();

/** The elements with our classes as an outline, and the words between. */
function outline(html: string): string {
  return html
    .replace(
      /<(div|span|mark|ul|li|bdi|sup)(?: class="([^"]*)")?[^>]*>/g,
      (_, _tag, classes = '') => {
        const ours = classes.split(' ').filter((name: string) => name.startsWith('rapporteur-'));
        return `<${ours.map((name: string) => name.slice('rapporteur-'.length)).join(' ')}>`;
      },
    )
    .replace(/<\/(?:div|span|mark|ul|li|bdi|sup)>/g, '</>')
    .replace(/<unseen>[^<]*<\/>/g, '')
    .replace(/\n+/g, '');
}

test('a record is a card: its kind, its words, what else it says', () => {
  const html = md.render(
    '::person[Ada *L.*]{#ada other-names="Countess; A." description="First."}',
  );
  assert.equal(
    outline(html),
    '<card person><head><kind>Person</> <name>Ada <em>L.</em></></>' +
      '<lines><>Other names: Countess, A.</><>Description: First.</></></>',
  );
});

test('a card says what the server knows', () => {
  const html = shown('::person[Ada]{#ada other-names="Countess"}\n\n:person[Ada]');
  assert.match(html, /<li dir="auto">Also Countess<\/li>/);
});

test('a record without words is named by its name, else by its id', () => {
  assert.match(outline(md.render('::org{#un-women}')), /<name>un women<\/>/);
  assert.match(outline(md.render('::org{#x name="UN Women"}')), /<name>UN Women<\/>/);
});

test('records in a row, in lists and in quotes are where they stand', () => {
  const html = md.render(
    'text\n::org[A]{#a\nparent=b}\n::org[B]{#b}\nmore\n\n- ::org[C]{#c}\n\n> ::org[D]{#d}',
  );
  const card = (name: string, lines = ''): string =>
    `<card org><head><kind>Organization</> <name>${name}</></>${lines}</>`;
  assert.equal(
    outline(html),
    `<p>text</p>${card('A', '<lines><>Parent: b</></>')}${card('B')}<p>more</p>` +
      `<><>${card('C')}</></><blockquote>${card('D')}</blockquote>`,
  );
});

test('words beside a record come after it', () => {
  assert.match(md.render('::place[A]{#a} and *words*'), /<\/div>\n<p>and <em>words<\/em><\/p>/);
});

test('an update is a line of what became of which commitment, when, and on what source', () => {
  const brief = `---
date: 2025-10-31
source: s
---
:commitment[will pay]{#c by=a}

::update[Paid **all**]{of=c status=fulfilled on=2025-11-01 source=s}
`;
  const registry = 'place: { a: { name: Aland } }\nsource: { s: { name: The Gazette } }';
  assert.match(
    outline(shown(brief, registry)),
    /<card update><head><kind>Update<\/> <name>Paid <strong>all<\/strong><\/><\/><terms><>fulfilled, 1 November 2025<\/> · <>about “will pay”<\/> · <>The Gazette<\/><\/><\/>/,
  );
  assert.match(
    outline(md.render('::update[Paid]{of=c status=fulfilled on=2025-11-01}')),
    /<terms><>1 November 2025<\/> · <>fulfilled<\/><\/>/,
  );
});

test('a commitment is a marked passage, and below the paragraph it says who, by when and how it stands', () => {
  const registry = 'place: { a: { name: Aland }, b: { name: Borduria } }';
  const brief = ':place[Aland] :commitment[will pay]{by=a to=b due=2026-03-31}.';
  assert.equal(
    outline(shown(brief, registry)),
    '<p><place>Aland</> <commitment promise>will pay</>.' +
      '<terms><>by Aland, to Borduria</> · <>due 31 March 2026, in 4 months</> · <>active</></></p>',
  );
});

test('without the server the brief speaks for itself', () => {
  assert.match(
    outline(md.render(':commitment[will pay]{by=a-land for=b to=c due=2026-03-31 status=stalled}')),
    /<terms><>a land for b to c<\/> · <>due 31 March 2026<\/> · <>stalled<\/><\/>/,
  );
});

test('one that is overdue is told apart', () => {
  const html = shown(':commitment[will pay]{by=a due=2025}', 'place: { a: { name: Aland } }');
  assert.doesNotMatch(html, /rapporteur-late/);
  const late = shown(':commitment[will pay]{by=a due=2024}', 'place: { a: { name: Aland } }');
  assert.match(late, /rapporteur-promise rapporteur-overdue"/);
  assert.match(late, /rapporteur-terms rapporteur-late">.*overdue by/);
});

test('several in a paragraph are numbered, one is not', () => {
  const html = outline(md.render(':commitment[a :commitment[b]{by=y}]{by=x} :commitment[c]{by=z}'));
  assert.equal(
    html,
    '<p><commitment promise>a <commitment promise>b<number>2</></><number>1</></> ' +
      '<commitment promise>c<number>3</></>' +
      '<terms><number>1</><>x</></><terms><number>2</><>y</></><terms><number>3</><>z</></></p>',
  );
});

test('a mention of a commitment is a mention', () => {
  const html = md.render(':commitment[that pledge]{ref=c}');
  assert.doesNotMatch(html, /mark|terms/);
});

test('a block is a box with its terms at the end', () => {
  const html = md.render(
    ':::commitment{by=a due=2030}\nThey *will*:\n\n- go\n\n> and come\n:::\nAfter.',
  );
  assert.equal(
    outline(html),
    '<box commitment><p>They <em>will</em>:</p><><>go</></><blockquote><p>and come</p></blockquote>' +
      '<terms><>a</> · <>due 2030</></></><p>After.</p>',
  );
});

test('boxes nest, and one that nobody closed ends before the next heading', () => {
  const html = md.render(
    '::::commitment{by=a}\n:::commitment{by=b}\nx\n:::\n::::\n\n# H\n\n:::commitment{by=c}\ny\n\n## I\n\nz\n\n# J',
  );
  assert.equal(
    outline(html),
    '<box commitment><box commitment><p>x</p><terms><>b</></></><terms><>a</></></><h1>H</h1>' +
      '<box commitment><p>y</p><h2>I</h2><p>z</p><terms><>c</></></><h1>J</h1>',
  );
});

test('a box in a list item or a quote ends with it', () => {
  const html = outline(
    md.render('- :::commitment{by=a}\n  x\n\ny\n\n> :::commitment{by=b}\n> z\n\nend'),
  );
  assert.match(html, /<box commitment>(?:<p>)?x(?:<\/p>)?<terms><>a<\/><\/><\/><\/><\/><p>y<\/p>/);
  assert.match(
    html,
    /<blockquote><box commitment><p>z<\/p><terms><>b<\/><\/><\/><\/blockquote><p>end<\/p>/,
  );
});

test('fences of other tools are left as they are', () => {
  const html = md.render('::: note\nx\n:::\n\n:org[A]');
  assert.match(html, /<p>::: note\nx\n:::<\/p>/);
});

test('cards and boxes keep the lines they stand on', () => {
  const tokens = md.parse(
    'a\n\n::org[A]{#a\nparent=b}\n\n:::commitment{by=a}\n\nx\n\n:::\n\n# H',
    {},
  );
  const maps = tokens.flatMap(({ type, map }) =>
    map && type !== 'inline' ? [[type, ...map]] : [],
  );
  assert.deepEqual(maps, [
    ['paragraph_open', 0, 1],
    ['rapporteur_record_open', 2, 4],
    ['rapporteur_box_open', 5, 6],
    ['paragraph_open', 7, 8],
    ['heading_open', 11, 12],
  ]);
});

test('an attribute that VS Code adds to a block is kept', () => {
  const tokens = md.parse('::org[A]{#a}', {});
  tokens[0]?.attrJoin('class', 'code-line');
  tokens[0]?.attrSet('data-line', '0');
  const html = md.renderer.render(tokens, md.options, {});
  assert.match(html, /^<div class="rapporteur-card rapporteur-org code-line" data-line="0">/);
});
