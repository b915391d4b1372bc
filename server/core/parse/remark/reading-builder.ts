// Over 300 lines: one reading whose parts come one by one; what each means hangs on the same few fields.
import type { Span, Written } from '../../text/index.js';
import { normalizeLabel } from '../reading/labels.js';
import type { Reading } from '../reading/reading.js';
import { trimEnd } from '../split/line-columns.js';
import type { Footnote, Heading, Html, Link, Prose } from '../syntax.js';
import { CONTENT, HOLES, MARKUP, REGIONS } from './token-types.js';

/** A token of micromark: its type and place in the chunk. */
export interface Mark extends Span {
  readonly type: string;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };
/** A quote, item or footnote, or (`list`) what only groups items. Its end is known when it is closed. */
interface Container extends Draft<Span> {
  readonly kind: 'quote' | 'item' | 'footnote' | 'list';
}
interface ProseRegion {
  readonly span: Draft<Span>;
  readonly holes: Span[];
  readonly within: Prose['within'];
  readonly box: Container | undefined;
}
type DraftLink = Draft<Link> & { text?: Written; resource?: boolean };
type DraftNote = Draft<Footnote> & { box?: Container };

/** Gathers a {@link Reading} from micromark's events. A class, because they come one by one. */
export class ReadingBuilder {
  readonly #regions: ProseRegion[] = [];
  readonly #headings: Draft<Heading>[] = [];
  readonly #links: DraftLink[] = [];
  readonly #notes: DraftNote[] = [];
  readonly #html: Html[] = [];
  readonly #markup: Span[] = [];
  readonly #boxes: Container[] = [];
  readonly #open: DraftLink[] = [];
  #region: ProseRegion | undefined;
  #delimiterRow = false;
  /** The end of the last content: where a container that closes now ends. */
  #last = 0;
  #holesTo = 0;
  #markupTo = 0;
  #recordAt = 0;
  #recordTo = 0;

  /** @param records where the guessed records and fences begin, and where their lines end. */
  constructor(
    readonly source: string,
    readonly masked: string,
    readonly records: ReadonlyMap<number, number>,
  ) {}

  enter(mark: Mark): void {
    if (this.#region && HOLES.has(mark.type)) this.#hole(this.#region, mark);
    if (this.#region && MARKUP.has(mark.type)) this.#mark(mark);
    const within = REGIONS.get(mark.type);
    if (within && !this.#delimiterRow) this.#region = this.#regionOf(mark, within);
    this.#enterBlock(mark);
    this.#enterInline(mark);
  }

  exit(mark: Mark): void {
    if (CONTENT.has(mark.type)) this.#last = Math.max(this.#last, this.#wordsEnd(mark));
    if (REGIONS.has(mark.type)) this.#closeRegion();
    if (mark.type === 'tableDelimiterRow') this.#delimiterRow = false;
    if (mark.type === 'blockQuote' || mark.type === 'gfmFootnoteDefinition')
      this.#closeBox(mark.end);
    if (mark.type === 'listOrdered' || mark.type === 'listUnordered') {
      this.#closeItem(mark.end);
      this.#boxes.pop();
    }
    if (mark.type === 'link' || mark.type === 'image') this.#closeLink();
  }

  finish(): Reading {
    return {
      prose: this.#regions.map(proseOf),
      headings: this.#headings,
      links: this.#links.map(({ span, form, target, label }) => ({ span, form, target, label })),
      footnotes: this.#notes.map(({ form, span, label, defined, box }) => ({
        form,
        span: box ? { start: box.start, end: box.end } : span,
        label,
        defined,
      })),
      html: this.#html,
      markup: this.#markup,
    };
  }

  #enterBlock(mark: Mark): void {
    switch (mark.type) {
      case 'blockQuote':
        this.#openBox('quote', mark.start, mark.start + 1);
        return;
      case 'gfmFootnoteDefinition':
        this.#openBox('footnote', mark.start, mark.start + 1);
        this.#note('definition', mark, { text: '', span: mark });
        return;
      case 'gfmFootnoteDefinitionLabelString':
        this.#labelNote(mark);
        return;
      case 'listOrdered':
      case 'listUnordered':
        this.#openBox('list', mark.start, mark.end);
        return;
      case 'listItemPrefix':
        this.#closeItem(mark.start);
        this.#openBox('item', mark.start, trimEnd(this.source, mark.start, mark.end));
        return;
      case 'tableDelimiterRow':
        this.#delimiterRow = true;
        return;
      case 'thematicBreak':
        this.#record(mark);
        return;
      case 'htmlFlow':
        this.#addHtml(mark, 'block');
        return;
      default:
        this.#enterHeading(mark);
        return;
    }
  }

  #enterHeading(mark: Mark): void {
    const heading = this.#headings.at(-1);
    switch (mark.type) {
      case 'atxHeading':
      case 'setextHeading': {
        const end = this.#trimmed(mark);
        const top = this.#boxes.length === 0;
        const span = { start: mark.start, end };
        this.#headings.push({ span, depth: 1, content: { start: end, end }, top });
        return;
      }
      case 'atxHeadingSequence':
        if (heading?.span.start === mark.start)
          heading.depth = (mark.end - mark.start) as Heading['depth'];
        return;
      case 'setextHeadingLineSequence':
        if (heading) heading.depth = this.source.charAt(mark.start) === '=' ? 1 : 2;
        return;
      case 'atxHeadingText':
      case 'setextHeadingText':
        if (heading) heading.content = { start: mark.start, end: this.#trimmed(mark) };
        return;
    }
  }

  #enterInline(mark: Mark): void {
    const link = this.#open.at(-1);
    switch (mark.type) {
      case 'link':
      case 'image':
        this.#open.push(this.#link(mark.type, mark));
        return;
      case 'labelText':
        if (link) link.text ??= this.#written(mark);
        return;
      case 'resource':
        if (link) {
          link.resource = true;
          const inside = mark.start + 1;
          link.target = { text: '', span: { start: inside, end: inside } };
        }
        return;
      case 'resourceDestinationString':
        if (link) link.target = this.#written(mark);
        return;
      case 'referenceString':
        if (link) link.label = this.#label(mark);
        return;
      case 'autolink':
        this.#link('autolink', mark).target = this.#written({
          start: mark.start + 1,
          end: mark.end - 1,
        });
        return;
      case 'htmlText':
        this.#addHtml(mark, 'inline');
        return;
      case 'gfmFootnoteCall':
        this.#note('reference', mark, this.#written({ start: mark.start + 2, end: mark.end - 1 }));
        return;
      default:
        this.#enterDefinition(mark);
        return;
    }
  }

  #enterDefinition(mark: Mark): void {
    const link = this.#links.at(-1);
    if (mark.type === 'definition') {
      this.#link('definition', { ...mark, end: this.#trimmed(mark) });
    } else if (mark.type === 'definitionLabelString' && link) link.label = this.#label(mark);
    else if (mark.type === 'definitionDestinationString' && link) link.target = this.#written(mark);
  }

  #regionOf(mark: Mark, within: Prose['within']): ProseRegion | undefined {
    if (mark.start < this.#recordTo) return undefined;
    const span = { start: mark.start, end: this.#trimmed(mark) };
    this.#holesTo = mark.start;
    return { span, holes: [], within, box: this.#boxes.findLast((box) => box.kind !== 'list') };
  }

  #closeRegion(): void {
    if (this.#region && this.#region.span.end > this.#region.span.start)
      this.#regions.push(this.#region);
    this.#region = undefined;
  }

  /** A line of marks that is written as colons: a record or a fence, and the lines it goes on for. */
  #record(mark: Mark): void {
    if (!this.records.has(mark.start) || mark.start < this.#recordTo) return;
    const region = this.#regionOf(mark, 'record');
    if (!region) return;
    region.span.end = Math.max(region.span.end, this.records.get(mark.start) ?? 0);
    this.#recordAt = mark.start;
    this.#recordTo = region.span.end;
    this.#last = Math.max(this.#last, region.span.end);
    this.#regions.push(region);
  }

  #hole(region: ProseRegion, mark: Mark): void {
    const end = Math.min(mark.end, region.span.end);
    if (mark.start < this.#holesTo || end <= mark.start) return;
    const before = region.holes.at(-1);
    if (before?.end === mark.start) region.holes.pop();
    region.holes.push({ start: before?.end === mark.start ? before.start : mark.start, end });
    this.#holesTo = end;
  }

  #mark(mark: Mark): void {
    if (mark.start < this.#markupTo || mark.end <= mark.start) return;
    const before = this.#markup.at(-1);
    if (before?.end === mark.start) this.#markup.pop();
    this.#markup.push({
      start: before?.end === mark.start ? before.start : mark.start,
      end: mark.end,
    });
    this.#markupTo = mark.end;
  }

  #openBox(kind: Container['kind'], start: number, end: number): void {
    this.#boxes.push({ kind, start, end });
  }

  /** @param limit where it ends at the latest: events of the block after it may come before its own */
  #closeBox(limit: number): void {
    const box = this.#boxes.pop();
    // A record goes on to the end of its lines, of which Markdown has seen the first only.
    const end = this.#recordAt < limit ? Math.max(limit, this.#recordTo) : limit;
    if (box) box.end = Math.max(box.end, Math.min(end, this.#last));
  }

  #closeItem(limit: number): void {
    if (this.#boxes.at(-1)?.kind === 'item') this.#closeBox(limit);
  }

  #addHtml({ start, end }: Mark, form: 'inline' | 'block'): void {
    const comment = this.source.startsWith('<!--', start);
    this.#html.push({ span: { start, end }, form: comment ? 'comment' : form });
  }

  #note(form: Footnote['form'], { start, end }: Mark, label: Written): void {
    const note: DraftNote = { form, span: { start, end }, label, defined: true };
    const box = form === 'definition' ? this.#boxes.at(-1) : undefined;
    this.#notes.push(box ? { ...note, box } : note);
  }

  #labelNote(mark: Mark): void {
    const note = this.#notes.at(-1);
    if (note) note.label = this.#written(mark);
  }

  #link(form: Link['form'], { start, end }: Mark): DraftLink {
    const target = { text: '', span: { start: end, end } };
    const link: DraftLink = { span: { start, end }, form, target, label: undefined };
    this.#links.push(link);
    return link;
  }

  #closeLink(): void {
    const link = this.#open.pop();
    if (!link || link.resource) return;
    link.form = 'reference';
    link.label ??= link.text && this.#label(link.text.span);
  }

  #written({ start, end }: Span): Written {
    return { text: this.source.slice(start, end), span: { start, end } };
  }

  #label({ start, end }: Span): string {
    return normalizeLabel(this.masked.slice(start, end));
  }

  /** Blank lines at the end of code that runs to the end of its container are not its content. */
  #wordsEnd({ start, end }: Span): number {
    let at = end;
    while (at > start && BLANK.has(this.source.charAt(at - 1))) at -= 1;
    return at;
  }

  #trimmed({ start, end }: Span): number {
    return trimEnd(this.source, start, end);
  }
}

/** To Markdown; a no-break space or a byte order mark is a word. */
const BLANK: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n']);

function proseOf({ span, holes, within, box }: ProseRegion): Prose {
  const place = { span: { start: span.start, end: span.end }, holes, within };
  return box ? { ...place, container: { start: box.start, end: box.end } } : place;
}
