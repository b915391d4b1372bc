// Input that grows twice must not make four times the work or the text: what is counted are signs of the output and nodes,
// not seconds. Each of these once stood for more than a computer has memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Imported, importDocx, importFile, importHtml } from '../server/import/index.js';
import { docx, p, r } from './support/docx.js';

const HTML: Readonly<Record<string, (size: number) => string>> = {
  'a cell that says it is as wide as a house': (size) =>
    `<table><tr>${'<td colspan=1000000000>a</td>'.repeat(size)}</tr></table>`,
  'rows in which each cell goes on to the end': (size) =>
    `<table>${'<tr><td rowspan=100000>a</td></tr>'.repeat(size)}</table>`,
  'one row of many cells and many rows of one': (size) =>
    `<table><tr>${'<td>a</td>'.repeat(size)}</tr>${'<tr><td>b</td></tr>'.repeat(size)}</table>`,
  'one long cell over many short ones': (size) =>
    `<table><tr><td>${'word '.repeat(size)}</td></tr>${'<tr><td>b</td></tr>'.repeat(size)}</table>`,
  'bold in bold in bold': (size) => `<p>${'<b>a'.repeat(size)}</p>`,
  'links that are never closed': (size) => '<p><a href="#a" name="b">[1]'.repeat(size),
  'notes that all lead to the first': (size) =>
    `${'<sup><a href="#n" id="r">1</a></sup>'.repeat(size)}${'<p id="n"><a href="#r">1</a></p>'.repeat(size)}`,
  'comments that nobody closes': (size) => '<!-- a'.repeat(size),
  colons: (size) => `<p>${':a'.repeat(size)}[x]</p>`,
};

for (const [title, make] of Object.entries(HTML))
  test(`HTML: ${title}`, () => {
    for (const size of [500, 1000]) {
      const html = make(size);
      const { markdown } = importHtml(html);
      assert.ok(markdown.length < 20 * html.length + 50_000, `${html.length}: ${markdown.length}`);
    }
  });

const WORD: Readonly<Record<string, (size: number) => string>> = {
  'a cell that says it is as wide as a house': (size) =>
    `<w:tbl><w:tr>${`<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${p('a')}</w:tc>`.repeat(size)}</w:tr></w:tbl>`,
  'fields that never end': (size) =>
    `<w:p>${`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "a" ${' '.repeat(99)}</w:instrText></w:r>${r('a')}`.repeat(size)}</w:p>`,
  'fields that are shown again and again': (size) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${`<w:r><w:instrText>HYPERLINK "a"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`.repeat(size)}</w:p>`,
  'signs of fonts that nobody knows': (size) =>
    `<w:p><w:r>${Array.from({ length: size }, (_, at) => `<w:sym w:font="f${at}" w:char="${at}"/>`).join('')}</w:r></w:p>`,
  'elements that nobody knows': (size) =>
    `<w:p>${Array.from({ length: size }, (_, at) => `<w:x${at}>${r('a')}</w:x${at}>`).join('')}</w:p>`,
  'elements in elements': (size) =>
    `${'<w:customXml>'.repeat(size * 20)}${p('a')}${'</w:customXml>'.repeat(size * 20)}`,
  'paragraphs whose ends were taken out': (size) => p('a', '<w:rPr><w:del/></w:rPr>').repeat(size),
  attributes: (size) =>
    `<w:p ${Array.from({ length: size * 10 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
};

for (const [title, make] of Object.entries(WORD))
  test(`Word: ${title}`, () => {
    for (const size of [500, 1000]) {
      const body = make(size);
      const imported = importDocx(docx({ body }), undefined) as Imported;
      assert.ok(!('refused' in imported), JSON.stringify(imported));
      assert.ok(imported.markdown.length < 20 * body.length + 50_000);
    }
  });

test('a page of too many signs or elements is refused, and so is a document', () => {
  const decodePage = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  for (const page of ['<b>'.repeat(900_000), 'a '.repeat(9_000_000)])
    assert.deepEqual(importFile({ name: 'a.html', bytes: Buffer.from(page), decodePage }), {
      refused: 'too-large',
    });
  const body = '<w:p/>'.repeat(1_100_000);
  assert.deepEqual(importDocx(docx({ body }), undefined), { refused: 'too-large' });
});

test('a table that would be mostly empty becomes paragraphs, and that is said', () => {
  const html = `<table><tr>${'<td>a</td>'.repeat(300)}</tr>${'<tr><td>b</td></tr>'.repeat(300)}</table>`;
  const { markdown, leftOut } = importHtml(html);
  assert.match(markdown, /^a\n\na\n/);
  assert.deepEqual(leftOut, [{ kind: 'table', count: 1 }]);
});
