// Reports that are documents: a page and a Word file, read back by readers that are not ours.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { validateXML } from 'xmllint-wasm';
import { htmlReport } from '../server/report/formats/html/html-report.js';
import { STYLE, STYLE_HASH } from '../server/report/formats/html/style.js';
import { docx } from '../server/report/formats/office/docx.js';
import { type ReportView, reportView } from '../server/report/index.js';
import type { Block, Run } from '../server/report/reading/blocks.js';
import { readBrief } from '../server/report/reading/read-brief.js';
import { safeLink } from '../server/report/reading/safe-link.js';
import { hostileText } from './support/hostile-text.js';
import { taggedMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const FILES = {
  'registry.yaml': `place:
  x: { name: "Arcadia <b>&", links: ["javascript:alert(1)", "https://example.org/x"] }
source:
  s: { name: Statement, url: "https://example.org/s" }
`,
  'one.md': `---
title: "All of it & <more>"
date: 2025-10-01
lang: ar
source: s
---

# Heading *one* of :place[Arcadia]{ref=x}

A para with **bold *both*** and \`code\`, a [link](https://example.org/a?b=c&d), [bad](javascript:alert(1)), <b>html</b>
that goes on&mdash;:commitment[will **pay** at \\*once\\* and[^1]
more]{#c-pay by=x to=each-other due=2025-05}.[^2]

- one
- two
  1. nested
  2. nested b

     more of b
- [x] done

> quote
> > deeper

| a | b |
|---|--:|
| :place[cell]{ref=x} | 2 |

:::commitment{#c-two by=x due=2026}
First paragraph of it.

Second one.
:::

هذا نص عربي :person[أحمد] مع **نص غامق**.

![alt words](pic.png) https://auto.example.org/x ~~gone~~

::update[Some of it]{of=c-pay on=2025-10-20 status=in-progress}

[^1]: A note with :commitment[will note]{by=x}.
[^2]: See [this] & that.

[this]: https://example.org/this
`,
};

const ASKED = { view: 'timeline' } as const;

function viewOf(files: Readonly<Record<string, string>>): ReportView {
  const workspace = workspaceOf(files);
  const pages = Object.keys(files);
  return reportView([{ workspace, pages, fileOf: (page) => page }], workspace.today);
}

function pageOf(view: ReportView): string {
  return [...(htmlReport.write?.(view, ASKED) ?? [])].join('');
}

function partsOf(view: ReportView): Readonly<Record<string, string>> {
  const [bytes] = [...(docx.write?.(view, ASKED) ?? [])];
  assert.ok(bytes instanceof Uint8Array);
  const parts = unzipSync(bytes);
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}

function elementsIn(page: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') found.push(node);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(unified().use(rehypeParse).parse(page));
  return found;
}

function classed(elements: readonly Element[], name: string): readonly Element[] {
  return elements.filter(({ properties }) => [properties.className ?? []].flat().includes(name));
}

/** What a page may hold: nothing runs, nothing is fetched, and links lead to pages. */
function assertHarmless(elements: readonly Element[]): void {
  const known = new Set([
    ...[
      'html',
      'head',
      'meta',
      'title',
      'style',
      'body',
      'header',
      'main',
      'footer',
      'nav',
      'section',
      'article',
    ],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'br',
      'hr',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'blockquote',
      'pre',
    ],
    ...[
      'table',
      'caption',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'a',
      'bdi',
      'span',
      'mark',
      'strong',
      'em',
      'del',
    ],
    ...['code', 'sup'],
  ]);
  for (const { tagName, properties } of elements) {
    assert.ok(known.has(tagName), tagName);
    for (const name of Object.keys(properties))
      assert.doesNotMatch(name, /^(?:on|style$|src|srcSet|background)/, `${tagName} ${name}`);
    if (properties.href !== undefined)
      assert.match(String(properties.href), /^(?:#|https?:\/\/|mailto:)/);
  }
}

/** How many things of a view are in a page. */
function countsIn(elements: readonly Element[]): Readonly<Record<string, number>> {
  const marked = elements.filter(({ properties }) => properties.dataM !== undefined);
  return {
    briefs: classed(elements, 'brief').length,
    commitments: classed(elements, 'promise').length,
    history: classed(elements, 'step').length,
    entities: classed(elements, 'entity').length,
    mentions: new Set(marked.map(({ properties }) => properties.dataM)).size,
  };
}

function countsOf(view: ReportView): Readonly<Record<string, number>> {
  return {
    briefs: view.briefs.length,
    commitments: view.commitments.length,
    history: view.commitments.reduce((sum, { history }) => sum + history.length, 0),
    entities: view.entities.length,
    mentions: [...view.mentions()].length,
  };
}

test('a page holds all of the view, and nothing that runs or is fetched', () => {
  const view = viewOf(FILES);
  const page = pageOf(view);
  const elements = elementsIn(page);
  assert.deepEqual(countsIn(elements), countsOf(view));
  assertHarmless(elements);
  assert.equal(page, pageOf(viewOf(FILES)));
  assert.ok(page.includes(' lang="ar"'));
  const hash = crypto.createHash('sha256').update(STYLE).digest('base64');
  assert.equal(STYLE_HASH, `sha256-${hash}`);
  assert.ok(page.includes(`default-src 'none'; style-src '${STYLE_HASH}'`));
  assert.deepEqual(htmlReport.leavesOut(view, ASKED), [
    '1 picture (their descriptions are there)',
    '2 pieces of HTML',
  ]);
  // Each promise is marked where it is said, with a way to its terms.
  for (const number of [1, 2, 3]) assert.ok(page.includes(`<a href="#p${number}" aria-label=`));
  assert.ok(page.includes('<em>both</em>') && page.includes('<li dir="auto">☑ done</li>'));
});

test('a Word file has a comment at each promise, real lists, footnotes and links, and a table of promises', () => {
  const view = viewOf(FILES);
  const parts = partsOf(view);
  const document = parts['word/document.xml'] ?? '';
  const count = (xml: string | undefined, sign: RegExp): number => xml?.match(sign)?.length ?? 0;
  assert.equal(count(parts['word/comments.xml'], /<w:comment /g), 2);
  for (const name of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
    assert.equal(count(document, new RegExp(`<w:${name} `, 'g')), 2, name);
  assert.ok(parts['word/comments.xml']?.includes('Due: May 2025, overdue by 5 months'));
  assert.ok(
    parts['word/comments.xml']?.includes('20 October 2025: in progress: Some of it (Statement)'),
  );
  assert.equal(count(document, /<w:footnoteReference /g), 2);
  assert.equal(count(parts['word/footnotes.xml'], /<w:footnote w:id=/g), 2);
  assert.equal(count(document, /<w:numPr>/g), 5);
  // Of both tables: a head and a row, a head and three promises.
  assert.equal(count(document, /<w:tr>/g), 6);
  assert.ok(document.includes('<w:bidi/>'));
  const links = parts['word/_rels/document.xml.rels'] ?? '';
  assert.ok(links.includes('Target="https://example.org/a?b=c&amp;d"'));
  assert.ok(!links.includes('javascript'));
  assert.ok(parts['word/_rels/footnotes.xml.rels']?.includes('https://example.org/this'));
  assert.ok(parts['word/styles.xml']?.includes('<w:lang w:val="ar"/>'));
  assert.deepEqual(docx.leavesOut(view, ASKED), [
    ...htmlReport.leavesOut(view, ASKED),
    'comments of 1 promise without words in the text (the table has them)',
    'entities',
  ]);
  assert.deepEqual(parts, partsOf(viewOf(FILES)));
});

function runsIn(blocks: readonly Block[]): readonly Run[] {
  return blocks.flatMap((block): readonly Run[] => {
    if ('runs' in block) return block.runs;
    if (block.type === 'quote') return runsIn(block.blocks);
    if (block.type === 'list') return block.items.flatMap((item) => runsIn(item.blocks));
    return block.type === 'table' ? block.rows.flat(2) : [];
  });
}

/** Letters alone: white space and marks of Markdown are another matter. */
function letters(words: string): string {
  return words.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

property('the runs of a mark are its words, and every mark is there', () => {
  fc.assert(
    fc.property(taggedMarkdown, (text) => {
      const view = viewOf({ 'one.md': text });
      for (const brief of view.briefs) {
        const { blocks, notes } = readBrief(brief);
        const all = runsIn([...blocks, ...notes.flat()]);
        for (const [index, { words, role }] of brief.mentions.entries()) {
          const marked = all.filter(({ marks }) => marks.includes(index));
          if (role === 'commitment' || role === 'update') continue;
          if (letters(words) !== '')
            assert.equal(letters(marked.map((run) => run.text).join('')), letters(words), text);
        }
      }
    }),
    runs('page'),
  );
});

property('whatever the words, a page is harmless and whole, and a Word file is XML', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (one, other) => {
      const view = viewOf({
        'one.md': `# ${one}\n\n:person[Ann ${other.replace(/[[\]\\`]/g, '')}] said ${one}.\n\n[x](${other}) :commitment[will go]{by=ann what='${one.replace(/['\n\r]/g, '')}' due=2026}\n`,
      });
      const elements = elementsIn(pageOf(view));
      assertHarmless(elements);
      assert.deepEqual({ ...countsIn(elements), mentions: 0 }, { ...countsOf(view), mentions: 0 });
      const parts = Object.entries(partsOf(view)).map(([fileName, contents]) => ({
        fileName: `part-${fileName.replace(/[^\w.]/g, '-')}`,
        contents,
      }));
      const { valid, errors } = await validateXML({ xml: parts, normalization: 'format' });
      assert.ok(valid, errors.map(({ message }) => message).join('\n'));
    }),
    runs('server'),
  );
});

test('a promise has a source where its brief names one', () => {
  const brief = ':commitment[will pay]{by=a} :commitment[will go]{by=a source="Page 1"}\n';
  const figure = (text: string): string | undefined =>
    />(\d+)<\/strong> without a source/.exec(pageOf(viewOf({ 'a.md': text })))?.[1];
  assert.equal(figure(brief), '1');
  const sourced = `---\nsource: https://example.org/a\n---\n${brief}`;
  assert.equal(figure(sourced), '0');
  const steps = pageOf(viewOf({ 'a.md': sourced })).match(/(?:No source|Source: <bdi>[^<]*)/g);
  assert.ok(
    steps?.every((each) => each.startsWith('Source')),
    String(steps),
  );
});

test('only pages are linked to', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    '#a',
    'a.md',
    '//x',
    'vbscript:x',
  ])
    assert.equal(safeLink(address), undefined, address);
  assert.equal(
    safeLink('https://example.org/"><script>'),
    'https://example.org/%22%3E%3Cscript%3E',
  );
  assert.equal(safeLink('https://x/\ud800'), 'https://x/%EF%BF%BD');
});

test('marks are found in long texts, and nesting has an end: work grows with the text', () => {
  const texts = [
    '> '.repeat(5000),
    '- '.repeat(5000),
    '*a '.repeat(6000),
    '[a](b) '.repeat(9000),
    'a`'.repeat(9000),
  ];
  for (const text of texts) {
    const view = viewOf({
      'one.md': `:person[Ann] ${text}\n\n${text}\n\n:commitment[will go]{by=ann}\n`,
    });
    assert.equal(classed(elementsIn(pageOf(view)), 'promise').length, 1);
    assert.ok(partsOf(view)['word/document.xml']?.includes('will go'));
  }
});
