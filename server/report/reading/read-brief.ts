import type { FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { parse, type Span } from '../../core/index.js';
import type { ReportBrief } from '../frame/report-view.js';
import type { Block, Cell, ReadBrief, Run } from './blocks.js';
import { decodedPlaces } from './decoded-places.js';
import { type MarkIndex, markIndex } from './mark-index.js';
import { parseMarkdown } from './parse-markdown.js';
import { safeLink } from './safe-link.js';

/** Reads what a brief says without its tags as a document, with the marks of its tags: linear in its length. */
export function readBrief({ plain, mentions }: ReportBrief): ReadBrief {
  const { text } = plain;
  const pieces = piecesOf(text);
  const reader = new Reader(text, markIndex(mentions), definedIn(pieces));
  const blocks: Block[] = [];
  for (const piece of pieces) appendTo(blocks, reader.blocksOf(piece));
  return { blocks, notes: reader.notes(), leftOut: reader.leftOut };
}

/** A block of the text, and the tree of it; without one its words are shown as they are. */
interface Piece extends Span {
  readonly nodes: readonly RootContent[] | undefined;
  /** From places of the tree to those of the text. */
  readonly by: number;
}

function piecesOf(text: string): readonly Piece[] {
  return parse(text).blocks.map(({ at, block }) => {
    const end = at + block.length;
    const used = [
      ...block.footnotes.flatMap(({ form, defined, label }) =>
        form === 'reference' && defined ? [`[^${label.text}]: x\n\n`] : [],
      ),
      ...block.links.flatMap(({ form, label }) =>
        form === 'reference' && label !== undefined ? [`[${label}]: x\n`] : [],
      ),
    ];
    // The last closes a footnote that would take an indented block for its own.
    const prefix = `${[...new Set(used)].join('')}[\u0001]: x\n\n`;
    const root = parseMarkdown(`${prefix}${text.slice(at, end)}\n`);
    const nodes = root?.children.filter(({ position }) => startOf(position) >= prefix.length);
    return { start: at, end, nodes, by: at - prefix.length };
  });
}

function startOf(position: RootContent['position']): number {
  return position?.start.offset ?? 0;
}

interface Defined {
  /** Addresses, by the labels of links. */
  readonly links: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, { readonly node: FootnoteDefinition; readonly piece: Piece }>;
}

function definedIn(pieces: readonly Piece[]): Defined {
  const links = new Map<string, string>();
  const notes = new Map<string, { node: FootnoteDefinition; piece: Piece }>();
  for (const piece of pieces)
    for (const node of piece.nodes ?? []) {
      if (node.type === 'definition' && !links.has(node.identifier))
        links.set(node.identifier, node.url);
      if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
        notes.set(node.identifier, { node, piece });
    }
  return { links, notes };
}

/** How words look. */
type Look = Omit<Run, 'text' | 'marks' | 'note' | 'isBreak'>;

class Reader {
  readonly leftOut = { pictures: 0, html: 0 };
  /** Labels, and the numbers of their notes. */
  private readonly called = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly marks: MarkIndex,
    private readonly defined: Defined,
  ) {}

  blocksOf({ nodes, by, start, end }: Piece): readonly Block[] {
    if (nodes === undefined) return this.asItStands({ start, end });
    return this.blocks(nodes, by);
  }

  /** Notes may call others, which then follow. */
  notes(): readonly (readonly Block[])[] {
    const read: (readonly Block[])[] = [];
    for (const label of this.defined.notes.keys()) this.numberOf(label);
    // A map is gone through to its end, what comes meanwhile included.
    for (const label of this.called.keys()) {
      const found = this.defined.notes.get(label);
      read.push(found === undefined ? [] : this.blocks(found.node.children, found.piece.by));
    }
    return read;
  }

  private numberOf(label: string): number {
    const number = this.called.get(label) ?? this.called.size;
    this.called.set(label, number);
    return number;
  }

  private blocks(nodes: readonly RootContent[], by: number): readonly Block[] {
    const blocks: Block[] = [];
    for (const node of nodes) appendTo(blocks, this.block(node, by));
    return blocks;
  }

  private block(node: RootContent, by: number): readonly Block[] {
    switch (node.type) {
      case 'heading':
        return [{ type: 'heading', depth: node.depth, runs: this.runs(node.children, by) }];
      case 'paragraph':
        return [{ type: 'paragraph', runs: this.runs(node.children, by) }];
      case 'blockquote':
        return [{ type: 'quote', blocks: this.blocks(node.children, by) }];
      case 'code':
        return [{ type: 'code', text: node.value }];
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered === true,
            marker: this.markerAt(startOf(node.position) + by),
            start: node.start ?? 1,
            items: node.children.map(({ checked, children }) => ({
              checked: checked ?? undefined,
              blocks: this.blocks(children, by),
            })),
          },
        ];
      case 'table':
        return [
          {
            type: 'table',
            rows: node.children.map(({ children }) =>
              children.map((cell): Cell => this.runs(cell.children, by)),
            ),
          },
        ];
      case 'thematicBreak':
        return [{ type: 'rule' }];
      case 'html':
        this.countHtml(node.value);
        return [];
      default:
        return [];
    }
  }

  private markerAt(start: number): string {
    return /^\d*([^\d])/.exec(this.text.slice(start, start + 12))?.[1] ?? '';
  }

  private runs(nodes: readonly PhrasingContent[], by: number, look: Look = {}): readonly Run[] {
    return nodes.flatMap((node) => this.runsOf(node, by, look));
  }

  private runsOf(node: PhrasingContent, by: number, look: Look): readonly Run[] {
    const inside = (nodes: readonly PhrasingContent[], more: Look): readonly Run[] =>
      this.runs(nodes, by, { ...look, ...more });
    const one = (run: Partial<Run>): readonly Run[] => [
      { ...look, text: '', ...run, marks: this.marks.at(startOf(node.position) + by) },
    ];
    switch (node.type) {
      case 'text':
        return this.words(node, by, look);
      case 'strong':
        return inside(node.children, { bold: true });
      case 'emphasis':
        return inside(node.children, { italic: true });
      case 'delete':
        return inside(node.children, { struck: true });
      case 'inlineCode':
        return one({ text: node.value, code: true });
      case 'break':
        return one({ isBreak: true });
      case 'link':
        return inside(node.children, linkTo(node.url));
      case 'linkReference':
        return inside(node.children, linkTo(this.defined.links.get(node.identifier)));
      case 'image':
      case 'imageReference':
        this.leftOut.pictures += 1;
        return one({ text: node.alt ? `[${node.alt}]` : '[picture]', italic: true });
      case 'footnoteReference':
        return one({ note: this.numberOf(node.identifier) });
      case 'html':
        if (/^<br\b/i.test(node.value)) return one({ isBreak: true });
        this.countHtml(node.value);
        return [];
      default:
        return [];
    }
  }

  private words(
    { value, position }: { readonly value: string; readonly position?: Nodes['position'] },
    by: number,
    look: Look,
  ): readonly Run[] {
    const start = startOf(position) + by;
    const end = (position?.end.offset ?? 0) + by;
    const edges = [start, ...this.marks.edgesIn(start, end)];
    const places = decodedPlaces(
      this.text.slice(start, end),
      value,
      edges.map((edge) => edge - start),
    );
    return edges.flatMap((edge, index) => {
      const text = value.slice(places[index], places[index + 1] ?? value.length);
      return text === '' ? [] : [{ ...look, text, marks: this.marks.at(edge) }];
    });
  }

  /** Paragraph by paragraph. */
  private asItStands({ start, end }: Span): readonly Block[] {
    const blocks: Block[] = [];
    const whole = this.text.slice(start, end);
    for (const { 0: value, index } of whole.matchAll(/[^\r\n](?:.|\r?\n(?!\s*\n))*/g)) {
      const at = { start: { offset: index }, end: { offset: index + value.length } };
      const runs = this.words({ value, position: at as Nodes['position'] }, start, {});
      blocks.push({ type: 'paragraph', runs });
    }
    return blocks;
  }

  private countHtml(html: string): void {
    if (!/^\s*<!--/.test(html)) this.leftOut.html += 1;
  }
}

function linkTo(address: string | undefined): Look {
  const link = address === undefined ? undefined : safeLink(address);
  return link === undefined ? {} : { link };
}

/** Items of one list may come in several blocks. */
function appendTo(blocks: Block[], more: readonly Block[]): void {
  for (const block of more) {
    const last = blocks.at(-1);
    if (last?.type === 'list' && block.type === 'list' && last.marker === block.marker)
      for (const item of block.items) last.items.push(item);
    else blocks.push(block);
  }
}
