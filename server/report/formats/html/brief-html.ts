import { languageTag } from '../../frame/readable-text.js';
import type { ReportBrief, ReportMention } from '../../frame/report-view.js';
import type { Block, ListBlock, ReadBrief, Run } from '../../reading/blocks.js';
import { html } from './escape.js';

/** A brief with its marks. */
export interface PlacedBrief {
  readonly brief: ReportBrief;
  readonly read: ReadBrief;
  /** From 1: parts of what its places are called. */
  readonly number: number;
  /** The numbers of promises, by the starts of their tags. */
  readonly promises: ReadonlyMap<number, number>;
}

export function* briefHtml(placed: PlacedBrief): Iterable<string> {
  const { brief, read, number } = placed;
  const lang = languageTag(brief.lang);
  const id = `b${number}`;
  yield `<article class="brief" id="${id}" aria-labelledby="${id}-title"${lang ? ` lang="${html(lang)}"` : ''}>\n`;
  yield `<h3 id="${id}-title" dir="auto">${html(brief.title)}</h3>\n<p class="quiet" lang="en">${html([brief.date, brief.file].filter(Boolean).join(' · '))}</p>\n`;
  const writer = new BriefWriter(placed);
  for (const block of read.blocks) yield writer.block(block);
  yield writer.notes();
  yield '</article>\n';
}

/** Titles of a brief are below that of its article. */
const FIRST_DEPTH = 3;

class BriefWriter {
  private readonly begun = new Set<number>();
  private readonly called = new Set<number>();

  constructor(private readonly placed: PlacedBrief) {}

  block(block: Block): string {
    switch (block.type) {
      case 'heading': {
        const depth = Math.min(6, block.depth + FIRST_DEPTH);
        return `<h${depth} dir="auto">${this.runs(block.runs)}</h${depth}>\n`;
      }
      case 'paragraph':
        return `<p dir="auto">${this.runs(block.runs)}</p>\n`;
      case 'quote':
        return `<blockquote>\n${this.blocks(block.blocks)}</blockquote>\n`;
      case 'code':
        return `<pre dir="auto"><code>${html(block.text)}</code></pre>\n`;
      case 'list':
        return this.list(block);
      case 'table':
        return this.table(block.rows);
      case 'rule':
        return '<hr>\n';
    }
  }

  notes(): string {
    const { notes } = this.placed.read;
    if (notes.length === 0) return '';
    const items = notes.map((blocks, index) => {
      const back = this.called.has(index)
        ? `<p><a href="#${this.idOf('call', index)}" aria-label="Back to where footnote ${index + 1} is called">↩</a></p>\n`
        : '';
      return `<li id="${this.idOf('note', index)}">${this.blocks(blocks)}${back}</li>\n`;
    });
    return `<section aria-label="Footnotes"><hr>\n<ol>\n${items.join('')}</ol>\n</section>\n`;
  }

  private idOf(what: string, index: number): string {
    return `b${this.placed.number}-${what}${index + 1}`;
  }

  private blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.block(block)).join('');
  }

  private list({ ordered, start, items }: ListBlock): string {
    const name = ordered ? 'ol' : 'ul';
    const from = ordered && start !== 1 ? ` start="${start}"` : '';
    const all = items.map(({ checked, blocks }) => {
      const box = checked === undefined ? '' : checked ? '☑ ' : '☐ ';
      const [only] = blocks;
      // One paragraph needs no space around it.
      const held =
        blocks.length === 1 && only?.type === 'paragraph'
          ? this.runs(only.runs)
          : this.blocks(blocks);
      return `<li dir="auto">${box}${held}</li>\n`;
    });
    return `<${name}${from}>\n${all.join('')}</${name}>\n`;
  }

  private table([head = [], ...rows]: readonly (readonly (readonly Run[])[])[]): string {
    const cells = (row: readonly (readonly Run[])[], name: string, scope: string): string =>
      row
        .map((cell) => {
          const held = this.runs(cell);
          // A head without words is none.
          return held === '' ? '<td></td>' : `<${name}${scope} dir="auto">${held}</${name}>`;
        })
        .join('');
    const body = rows.map((row) => `<tr>${cells(row, 'td', '')}</tr>\n`).join('');
    return `<table>\n<thead><tr>${cells(head, 'th', ' scope="col"')}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
  }

  private runs(runs: readonly Run[]): string {
    let written = '';
    for (let at = 0; at < runs.length; ) {
      const { link } = runs[at] ?? {};
      let end = at + 1;
      while (link !== undefined && runs[end]?.link === link) end += 1;
      const held = runs.slice(at, end).map((run, index) => this.run(run, runs[at + index + 1]));
      const whole = held.join('');
      // A promise that ends in a link has its number in there.
      written += link === undefined ? whole : linked(link, whole);
      at = end;
    }
    return written;
  }

  private run(run: Run, next: Run | undefined): string {
    const { text, note, isBreak, marks } = run;
    if (isBreak) return '<br>\n';
    if (note !== undefined) return this.call(note);
    let held = html(text);
    if (run.code) held = `<code>${held}</code>`;
    if (run.struck) held = `<del>${held}</del>`;
    if (run.italic) held = `<em>${held}</em>`;
    if (run.bold) held = `<strong>${held}</strong>`;
    for (const index of marks.toReversed()) {
      const mention = this.placed.brief.mentions[index];
      if (mention === undefined) continue;
      held = this.marked(mention, index, held);
      if (!next?.marks.includes(index) && run.link === undefined) held += this.numberOf(mention);
    }
    return held;
  }

  private marked({ kind, role, means, edtf }: ReportMention, index: number, held: string): string {
    const place = ` data-m="${index}"`;
    if (role === 'commitment' || role === 'update') return `<mark${place}>${held}</mark>`;
    const names = means.map(({ name }) => name).join(', ');
    const said = edtf ?? (names === '' ? kind : `${names} (${kind})`);
    return `<span class="m k-${html(kind)}" title="${html(said)}"${place}>${held}</span>`;
  }

  /** Behind the words of a promise, once. */
  private numberOf({ role, span }: ReportMention): string {
    const number = role === 'commitment' ? this.placed.promises.get(span.start) : undefined;
    if (number === undefined || this.begun.has(number)) return '';
    this.begun.add(number);
    return `<sup><a href="#p${number}" aria-label="Promise ${number}">[${number}]</a></sup>`;
  }

  private call(note: number): string {
    const id = this.called.has(note) ? '' : ` id="${this.idOf('call', note)}"`;
    this.called.add(note);
    return `<sup><a href="#${this.idOf('note', note)}"${id} aria-label="Footnote ${note + 1}">${note + 1}</a></sup>`;
  }
}

function linked(link: string, held: string): string {
  return `<a href="${html(link)}" rel="noreferrer noopener">${held}</a>`;
}
