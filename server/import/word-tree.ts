import type { Element, ElementContent } from 'hast';
import { commentText } from './comments.js';
import type { LeavingOut } from './left-out.js';
import { isElement, made } from './styles.js';
import type { WordBody, WordNode } from './word-body.js';
import type { Pictures } from './word-pictures.js';
import type { ItemForm, ParagraphForm } from './word-styles.js';

/** What a document refers to. */
export interface WordParts {
  /** `undefined`: they have no place. */
  readonly pictures: Pictures | undefined;
  /** By kind and id: `footnote 2`. */
  readonly notes: ReadonlyMap<string, WordBody>;
  readonly comments: ReadonlyMap<
    string,
    { readonly author: string | undefined; readonly words: string }
  >;
  readonly choices: { readonly comments: boolean; readonly authors: boolean };
}

/** More columns than a page has. */
const WIDEST = 64;

/** A document as HTML would have it, with the marks that the later steps read. */
export class WordTree {
  /** How many comments were about something in the text. */
  comments = 0;
  readonly #parts: WordParts;
  readonly #leaving: LeavingOut;
  /** Notes in the order in which the text comes to them. */
  readonly #numbers = new Map<string, number>();
  /** Of each count of each level. */
  readonly #counts = new Map<string, number[]>();

  constructor(parts: WordParts, leaving: LeavingOut) {
    this.#parts = parts;
    this.#leaving = leaving;
  }

  get footnotes(): number {
    return this.#numbers.size;
  }

  /** The text, and its notes behind it. */
  document(body: WordBody): readonly ElementContent[] {
    const text = this.#blocks(body.nodes, body.forms);
    const notes: Element[] = [];
    // A note may come to another one.
    for (const [key, number] of this.#numbers) {
      const note = this.#parts.notes.get(key);
      const blocks = note === undefined ? [] : this.#blocks(note.nodes, note.forms);
      notes.push(made('aside', blocks, { dataNote: String(number) }));
    }
    return [...text, ...notes];
  }

  #blocks(nodes: readonly WordNode[], forms: WordBody['forms']): ElementContent[] {
    const blocks: ElementContent[] = [];
    let code: Element | undefined;
    for (const node of nodes) {
      const form = forms.get(node.styleId ?? '') ?? {};
      if (node.type === 'paragraph' && form.role === 'code') {
        // Lines of one text.
        const line: ElementContent = { type: 'text', value: `${textOf(node)}\n` };
        if (code === undefined) {
          code = made('code', []);
          blocks.push(made('pre', [code]));
        }
        code.children.push(line);
        continue;
      }
      code = undefined;
      if (node.type === 'paragraph') blocks.push(...this.#paragraph(node, form));
      else if (node.type === 'table') blocks.push(...this.#table(node, forms));
      else blocks.push(...this.#inline(node));
    }
    return blocks;
  }

  #paragraph(node: WordNode, form: ParagraphForm): readonly ElementContent[] {
    const isHeading = form.heading !== undefined;
    const words = (node.children ?? []).flatMap((child) => this.#inline(child, isHeading));
    if (words.every(saysNothing)) return [];
    if (isHeading) return [made(`h${form.heading}`, words)];
    if (form.item !== undefined) return [this.#item(form.item, words)];
    const paragraph = made('p', words);
    return form.role === 'quote' ? [made('blockquote', [paragraph])] : [paragraph];
  }

  /** As Word's clipboard has it. */
  #item({ counter, level, isNumbered, start }: ItemForm, words: ElementContent[]): Element {
    const counts = this.#counts.get(counter) ?? [];
    this.#counts.set(counter, counts);
    const number = (counts[level] ?? start - 1) + 1;
    counts[level] = number;
    counts.length = level + 1;
    const mark = made('span', [{ type: 'text', value: isNumbered ? `${number}.` : '·' }], {
      style: 'mso-list:Ignore',
    });
    return made('p', [mark, ...words], { style: `mso-list:${counter} level${level + 1} lfo1` });
  }

  #table(node: WordNode, forms: WordBody['forms']): readonly ElementContent[] {
    const rows = (node.children ?? []).map((row) => ({
      isHeader: row.isHeader === true,
      cells: (row.children ?? []).map((cell) => ({
        blocks: this.#blocks(cell.children ?? [], forms),
        colSpan: Math.min(WIDEST, cell.colSpan ?? 1),
        rowSpan: Math.min(rowsOf(node), cell.rowSpan ?? 1),
      })),
    }));
    // A frame around a text.
    if (rows.length === 1 && rows[0]?.cells.length === 1) return rows[0].cells[0]?.blocks ?? [];
    const lines = rows.map(({ isHeader, cells }) =>
      made(
        'tr',
        cells.map(({ blocks, colSpan, rowSpan }) =>
          made(isHeader ? 'th' : 'td', blocks, {
            ...(colSpan > 1 ? { colSpan } : {}),
            ...(rowSpan > 1 ? { rowSpan } : {}),
          }),
        ),
      ),
    );
    return [made('table', lines)];
  }

  #inline(node: WordNode, isHeading = false): ElementContent[] {
    const inside = (): ElementContent[] =>
      (node.children ?? []).flatMap((child) => this.#inline(child, isHeading));
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value ?? '' }];
      case 'tab':
        return [{ type: 'text', value: ' ' }];
      case 'break':
        return node.breakType === 'line' ? [made('br', [])] : [];
      case 'checkbox':
        return [{ type: 'text', value: node.checked === true ? '☑' : '☐' }];
      case 'run': {
        let words = inside();
        if (node.isStrikethrough === true) words = [made('s', words)];
        if (node.isItalic === true) words = [made('em', words)];
        // A heading is bold as it is.
        return node.isBold === true && !isHeading ? [made('strong', words)] : words;
      }
      case 'hyperlink': {
        const address = node.href ?? (node.anchor === undefined ? '' : `#${node.anchor}`);
        return address === '' ? inside() : [made('a', inside(), { href: address })];
      }
      case 'bookmarkStart':
        return [made('a', [], { name: node.name ?? '' })];
      case 'image':
        return this.#picture(node);
      case 'noteReference':
        return this.#note(`${node.noteType} ${node.noteId}`);
      case 'commentReference':
        return this.#comment(node.commentId ?? '');
      default:
        return inside();
    }
  }

  #picture(node: WordNode): ElementContent[] {
    const { pictures } = this.#parts;
    const path = node.readAsArrayBuffer?.();
    const name = typeof path === 'string' ? pictures?.named(path) : undefined;
    if (name === undefined) {
      this.#leaving.add(pictures === undefined ? 'image' : 'picture');
      return [];
    }
    return [made('img', [], { src: name, alt: (node.altText ?? '').replace(/\s+/g, ' ') })];
  }

  #note(key: string): ElementContent[] {
    if (!this.#parts.notes.has(key)) return [];
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return [made('span', [], { dataFootnote: String(number) })];
  }

  #comment(id: string): ElementContent[] {
    const { choices, comments } = this.#parts;
    const comment = comments.get(id);
    if (comment === undefined) return [];
    if (!choices.comments) {
      this.#leaving.add('comment');
      return [];
    }
    this.comments += 1;
    return [made('span', [], { dataComment: commentText(comment, choices.authors) })];
  }
}

function saysNothing(node: ElementContent): boolean {
  return node.type === 'text'
    ? node.value.trim() === ''
    : isElement(node, 'a', 'br') && node.children.length === 0;
}

function rowsOf({ children }: WordNode): number {
  return children?.length ?? 0;
}

/** The words alone: of a comment, of a line of code. */
export function textOf(node: WordNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(textOf).join('');
}
