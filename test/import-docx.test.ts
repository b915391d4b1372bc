// Documents of Word, LibreOffice and Google Docs as Markdown. The XML is written from what is documented of each; no text
// is anybody's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Imported, importDocx } from '../server/import/index.js';
import {
  type DocxParts,
  docx,
  item,
  lists,
  PNG,
  p,
  picture,
  r,
  style,
  zipped,
} from './support/docx.js';

const NAMES = { stem: 'brief', taken: [] };

function imported(parts: DocxParts, choices = { comments: true, authors: true }): Imported {
  const found = importDocx(docx(parts), NAMES, choices);
  assert.ok(!('refused' in found), JSON.stringify(found));
  return found;
}

const pStyle = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const LISTS = lists({
  1: [
    ['bullet', 1],
    ['decimal', 1],
  ],
  2: [
    ['decimal', 1],
    ['lowerLetter', 1],
    ['bullet', 1],
  ],
  3: [['upperRoman', 4]],
  4: [['none', 1]],
});

/** Each with the Markdown that it becomes. */
const EXAMPLES: Readonly<Record<string, readonly [parts: DocxParts, markdown: string]>> = {
  'headings by the names that Word has for them in all languages, titles among them': [
    {
      body: [
        p('Joint statement', pStyle('a3')),
        p('Ports', pStyle('berschrift1')),
        p('Quays', pStyle('2')),
        p('Pay', pStyle('x')),
      ].join(''),
      parts: {
        styles: [
          style('a3', 'Title'),
          style('berschrift1', 'heading 1'),
          style('2', 'heading 2'),
          style('x', 'Our own', '<w:basedOn w:val="2"/>'),
        ].join(''),
      },
    },
    '# Joint statement\n\n# Ports\n\n## Quays\n\n## Pay\n',
  ],
  'headings of LibreOffice and others, by other names, by their outline, and by id alone': [
    {
      body: [
        p('One', pStyle('U1')),
        p('Two', pStyle('T2')),
        p('Three', pStyle('L3')),
        p('Four', '<w:outlineLvl w:val="3"/>'),
        p('Five', pStyle('Heading5')),
        p('No heading', pStyle('Body')),
        p('Nine', pStyle('Heading9')),
      ].join(''),
      parts: {
        styles: [
          style('U1', 'Überschrift 1'),
          style('T2', 'Titre 2'),
          style('L3', 'Level three', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
          style('Body', 'Text Body', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        ].join(''),
      },
    },
    '# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\nNo heading\n\n###### Nine\n',
  ],
  'bold by hand or by style, in as many pieces as it was typed; headings are bold as they are': [
    {
      body: [
        p(r('Aims', '<w:b/>'), pStyle('Heading2')),
        p(
          `${r('It ', '<w:b/>')}${r('will', '<w:b/>')}${r(' pay', '<w:b/><w:i/>')}${r(' gladly', '<w:b w:val="0"/>')}${r(', soon', '<w:rStyle w:val="Strong"/>')}${r(' and never', '<w:strike/>')}${r('.')}`,
        ),
      ].join(''),
      parts: {
        styles: style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
      },
    },
    '## Aims\n\n**It will _pay_** gladly, **soon** ~~and never~~.\n',
  ],
  'lists with their kinds and levels; each counts on its own, and on behind a paragraph': [
    {
      body: [
        item('First', 1),
        item('Inner', 1, 1),
        item('Inner too', 1, 1),
        item('Second', 1),
        item('One', 2),
        item('a', 2, 1),
        item('deep', 2, 2),
        item('Two', 2),
        p('Between.'),
        item('Three', 2),
        item('Four of another', 3),
        item('No item', 4),
        item('Nor this', 0),
      ].join(''),
      parts: { numbering: LISTS },
    },
    '- First\n  1. Inner\n  2. Inner too\n- Second\n\n1. One\n   1. a\n      - deep\n2. Two\n\nBetween.\n\n3. Three\n\n4) Four of another\n\nNo item\n\nNor this\n',
  ],
  'lists that are lists by their style': [
    {
      body: [p('A', pStyle('LB')), p('B', pStyle('LB2')), p('C', pStyle('LB'))].join(''),
      parts: {
        styles: [
          style('LB', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
          style(
            'LB2',
            'List Bullet 2',
            '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
          ),
        ].join(''),
        numbering: LISTS,
      },
    },
    '- A\n  1. B\n- C\n',
  ],
  'tables, their cells joined as they are, their paragraphs and items on lines; a frame around a text is none':
    [
      {
        body: `<w:tbl><w:tr><w:tc>${p('Who')}</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('What')}</w:tc></w:tr><w:tr><w:tc>${p('Norland')}${item('pays', 2, 0)}${item('builds', 2, 0)}</w:tc><w:tc>${p('ports | roads')}${p('and rail')}</w:tc><w:tc>${p('2026')}</w:tc></w:tr></w:tbl><w:tbl><w:tr><w:tc>${p('Framed')}</w:tc></w:tr></w:tbl>`,
        parts: { numbering: LISTS },
      },
      '| Who                             | What                       |      |\n| ------------------------------- | -------------------------- | ---- |\n| Norland<br>1. pays<br>2. builds | ports \\| roads<br>and rail | 2026 |\n\nFramed\n',
    ],
  'links by relation, by field and to headings, and none to other places or to a program': [
    {
      body: `${p(`<w:bookmarkStart w:id="1" w:name="_Ref1"/>${r('The ports')}`, '<w:outlineLvl w:val="0"/>')}${p(
        `<w:hyperlink r:id="l1">${r('one')}</w:hyperlink>${r(', ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('t')}${r('wo')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r(', ')}<w:hyperlink w:anchor="_Ref1">${r('three')}</w:hyperlink>${r(', ')}<w:hyperlink w:anchor="_Ref2">${r('none')}</w:hyperlink>${r(', ')}<w:hyperlink r:id="l2">${r('four')}</w:hyperlink>${r(', ')}<w:fldSimple w:instr="PAGE">${r('five')}</w:fldSimple>`,
      )}`,
      relations: {
        l1: ['hyperlink', '!https://example.org/a'],
        l2: ['hyperlink', '!javascript:a()'],
      },
    },
    '# The ports\n\n[one](https://example.org/a), [two](https://example.org/b), [three](#the-ports), none, four, five\n',
  ],
  'footnotes and endnotes, numbered as the text comes to them': [
    {
      body: p(
        `${r('Ports')}<w:r><w:endnoteReference w:id="2"/></w:r>${r(' and roads')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('.')}`,
      ),
      parts: {
        footnotes: `<w:footnote w:type="separator" w:id="0">${p('-')}</w:footnote><w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${r(' A note.')}`)}${p('Its second paragraph.')}</w:footnote>`,
        endnotes: `<w:endnote w:id="2">${p('An endnote.')}</w:endnote>`,
      },
    },
    'Ports[^1] and roads[^2].\n\n[^1]: An endnote.\n\n[^2]: A note.\n\n    Its second paragraph.\n',
  ],
  'tracked changes: what is put in stays, what is taken out goes, what is moved is where it went': [
    {
      body: [
        p(
          `${r('Norland will ')}<w:del w:id="1"><w:r><w:delText>not </w:delText></w:r></w:del><w:ins w:id="2">${r('gladly ')}</w:ins>${r('pay')}<w:moveFrom w:id="3">${r(' later')}</w:moveFrom>${r('.')}`,
        ),
        p(r('Two '), '<w:rPr><w:del w:id="4"/></w:rPr>'),
        p(`<w:moveTo w:id="5">${r('lines')}</w:moveTo>`),
        `<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>${p('c')}</w:tc></w:tr></w:tbl>`,
      ].join(''),
    },
    'Norland will gladly pay.\n\nTwo lines\n\n| a | b |\n| - | - |\n',
  ],
  'comments end where they end, and silence nothing': [
    {
      body: p(
        `<w:commentRangeStart w:id="0"/>${r('Norland pays')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('.')}`,
      ),
      parts: {
        comments: `<w:comment w:id="0" w:author="Jane --&gt; Doe" w:initials="JD">${p('Really?--&gt; &lt;!-- rapporteur-disable --&gt;')}${p('Yes.')}</w:comment>`,
      },
    },
    'Norland pays<!-- comment by Jane –› Doe: Really?–› ‹!– rapporteur-disable –› Yes. -->.\n',
  ],
  'words that would be a tag, text that would be front matter, signs that nobody sees': [
    {
      body: [
        p('---'),
        p('title: x'),
        p(
          `${r(':person[Jane] and ::update{of=x}, co\u00adoperation, non')}<w:r><w:noBreakHyphen/></w:r>${r('breaking')}`,
        ),
        p(':::commitment{#a}'),
        p('&lt;!-- rapporteur-disable --&gt;x'),
      ].join(''),
    },
    '\\---\n\ntitle: x\n\n\\:person\\[Jane] and :\\:update{of=x}, cooperation, non-breaking\n\n\\::\\:commitment{#a}\n\n\\<!-- rapporteur-disable -->x\n',
  ],
  'what is quoted, and what is code': [
    {
      body: [
        p('Words of others.', pStyle('Q')),
        p('a: 1', pStyle('C')),
        p('  b: 2', pStyle('C')),
        p('End.'),
      ].join(''),
      parts: { styles: style('Q', 'Quote') + style('C', 'HTML Preformatted') },
    },
    '> Words of others.\n\n```\na: 1\n  b: 2\n```\n\nEnd.\n',
  ],
  'hidden words, placeholders, page breaks and the table of contents are no text': [
    {
      body: [
        p(
          `${r('a')}${r('b', '<w:vanish/>')}${r('type here', '<w:rStyle w:val="PH"/>')}<w:r><w:br w:type="page"/></w:r>`,
        ),
        p('Ports 3', pStyle('toc1')),
        p('Roads 4', pStyle('toc1')),
        p(`${r('c')}<w:r><w:br/></w:r>${r('d')}`),
      ].join(''),
      parts: {
        styles: style('PH', 'Placeholder Text', '', 'character') + style('toc1', 'toc 1'),
      },
    },
    'a\n\nc\\\nd\n',
  ],
  'the strict form of the format, and other names for its namespaces': [
    {
      body: '',
      document:
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>Ports</x:t></x:r></x:p></x:body></x:document>',
    },
    '# Ports\n',
  ],
  'text boxes, old and new, behind the paragraph that they hang on': [
    {
      body: [
        p(
          `${r('Ports.')}<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><s:wsp xmlns:s="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><s:txbx><w:txbxContent>${p('Key figures')}${p('Ten quays')}</w:txbxContent></s:txbx></s:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
        ),
        p(
          `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p('Old')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
        ),
      ].join(''),
    },
    'Ports.\n\nKey figures\n\nTen quays\n\nOld\n',
  ],
};

for (const [title, [parts, markdown]] of Object.entries(EXAMPLES))
  test(title, () => {
    assert.equal(imported(parts).markdown, markdown);
  });

test('says what was left out, and how often', () => {
  const { leftOut, markdown } = imported({
    body: [
      p(
        `<w:del w:id="1"><w:r><w:delText>a</w:delText></w:r></w:del><w:del w:id="2"><w:r><w:delText>b</w:delText></w:r></w:del>${r('x')}<w:del w:id="3"><w:r><w:delText>c</w:delText></w:r></w:del>`,
      ),
      p('Contents', pStyle('TOC1')),
      p(
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing></w:r>',
      ),
      p(`<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>`),
      p(`<w:r>${picture('i1', 'a')}</w:r>`),
    ].join(''),
    parts: {
      header: p('Draft'),
      footer: p(''),
      comments: `<w:comment w:id="0"/>`,
      styles: style('TOC1', 'toc 1'),
    },
    relations: { i1: ['image', 'media/image1.emf'] },
    files: { 'word/media/image1.emf': 'not a picture that browsers show' },
  });
  assert.equal(markdown, 'x\n\nE=mc\n');
  assert.deepEqual(leftOut, [
    { kind: 'deletion', count: 2 },
    { kind: 'contents', count: 1 },
    { kind: 'drawing', count: 1 },
    { kind: 'formula', count: 1 },
    { kind: 'picture', count: 1 },
    { kind: 'margin', count: 1 },
  ]);
});

test('keeps comments without names, or not at all', () => {
  const parts: DocxParts = {
    body: p(`${r('a')}<w:r><w:commentReference w:id="0"/></w:r>`),
    parts: { comments: `<w:comment w:id="0" w:author="Jane Doe">${p('b')}</w:comment>` },
  };
  assert.equal(
    imported(parts, { comments: true, authors: false }).markdown,
    'a<!-- comment: b -->\n',
  );
  const without = imported(parts, { comments: false, authors: true });
  assert.equal(without.markdown, 'a\n');
  assert.deepEqual(without.leftOut, [{ kind: 'comment', count: 1 }]);
});

test('takes the title, the day and the author from the properties of a document', () => {
  const core =
    '<dc:title>Ports: a plan</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2025-10-31T10:00:00Z</dcterms:created>';
  const { properties } = imported({ body: p('a'), core });
  assert.deepEqual(properties, { title: 'Ports: a plan', date: '2025-10-31', author: 'Ann Lee' });
});

test('gives pictures safe and free names, each picture once, whatever the document calls them', () => {
  const body = p(
    `<w:r>${picture('i1', 'A [map]')}${picture('i1', 'again')}${picture('i2', '')}</w:r>`,
  );
  const found = importDocx(
    docx({
      body,
      relations: {
        i1: ['image', 'media/../../evil/image.exe'],
        i2: ['image', '/word/media/%C3%A4.png'],
      },
      files: { 'evil/image.exe': PNG, 'word/media/ä.png': Buffer.from('ffd8ffe0', 'hex') },
    }),
    { stem: '../Über dies: x', taken: ['UBER-DIES-X-1.PNG'] },
  );
  assert.ok(!('refused' in found));
  assert.equal(
    found.markdown,
    '![A \\[map\\]](uber-dies-x-2.png)![again](uber-dies-x-2.png)![](uber-dies-x-3.jpg)\n',
  );
  assert.deepEqual(
    found.pictures.map(({ name, bytes }) => [name, bytes.length]),
    [
      ['uber-dies-x-2.png', PNG.length],
      ['uber-dies-x-3.jpg', 4],
    ],
  );
});

test('follows nothing that a document declares: its entities are faults, and no file is read', () => {
  const attack = (declaration: string): unknown =>
    importDocx(
      docx({
        body: '',
        document: `<!DOCTYPE d [${declaration}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('a&e;')}</w:body></w:document>`,
      }),
      NAMES,
    );
  assert.deepEqual(attack('<!ENTITY e SYSTEM "file:///etc/passwd">'), { refused: 'broken' });
  const laughs = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;&b;">';
  assert.deepEqual(attack(laughs), { refused: 'broken' });
});

test('refuses what it cannot read, each with its reason', () => {
  const refusals: Readonly<Record<string, readonly [bytes: Uint8Array, refused: string]>> = {
    'no zip file': [Buffer.from('hello'), 'not-zip'],
    'half a zip file': [docx({ body: p('a') }).subarray(0, 300), 'broken'],
    'a spreadsheet': [zipped({ 'xl/workbook.xml': '<a/>' }), 'not-word'],
    'broken XML': [docx({ body: '<w:p>' }), 'broken'],
    'no body': [docx({ body: '', document: '<a/>' }), 'not-word'],
    'an old document': [Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'old-word'],
    'a password': [
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    'a document of 100 MB': [new Uint8Array(100 * 1024 * 1024), 'too-large'],
  };
  for (const [title, [bytes, refused]] of Object.entries(refusals))
    assert.deepEqual(importDocx(bytes, NAMES), { refused }, title);
});
