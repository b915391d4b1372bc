// Over 300 lines: the elements of a Word document, each written in one place, block by block.
import { isRightToLeft } from '../../frame/readable-text.js';
import type { ReportBrief, ReportCommitment } from '../../frame/report-view.js';
import type { Block, Cell, ListBlock, ReadBrief, Run } from '../../reading/blocks.js';
import { MOST_LEVELS, WORD, WORD_NAMESPACES, type WordList } from './docx-styles.js';
import type { OfficePart, OfficeRelation } from './package.js';
import { wordText } from './word-text.js';

/** Parts that refer to addresses by relations of their own. */
type Home = 'document' | 'footnotes';

/** Where a block is. */
interface Around {
  readonly home: Home;
  readonly list?: { readonly id: number; readonly level: number };
  readonly style?: string;
}

/** A brief that is written: what its marks say, and which of its promises have a comment. */
interface Open {
  readonly brief: ReportBrief;
  readonly notes: ReadBrief['notes'];
  /** The id in the document of its first note. */
  readonly firstNote: number;
  readonly promises: ReadonlyMap<number, ReportCommitment>;
  /** By mention: the number of its comment. */
  readonly comments: Map<number, number>;
  /** The last run of each mention. */
  readonly ends: ReadonlyMap<number, Run>;
}

/** Writes WordprocessingML, and keeps what stands in other parts than the document. */
export class DocxWriter {
  readonly lists: WordList[] = [];
  private readonly addresses: Record<Home, string[]> = { document: [], footnotes: [] };
  private readonly comments: string[] = [];
  private readonly footnotes: string[] = [];
  private open: Open | undefined;

  constructor(private readonly asOf: string) {}

  /** How many promises have a comment. */
  get commented(): number {
    return this.comments.length;
  }

  /** @param comment the paragraphs of the comment of a promise */
  brief(
    brief: ReportBrief,
    { blocks, notes }: ReadBrief,
    comment: (commitment: ReportCommitment) => readonly string[],
  ): string {
    const promises = new Map(brief.commitments.map((each) => [each.span.start, each]));
    const firstNote = this.footnotes.length + 1;
    const ends = lastRuns(blocks);
    this.open = { brief, notes, firstNote, promises, comments: new Map(), ends };
    this.commentOf = comment;
    const written = blocks.map((block) => this.block(block, { home: 'document' })).join('');
    // In a footnote there are no comments.
    this.open = { ...this.open, ends: new Map() };
    for (const note of notes) this.footnotes.push(this.note(note));
    this.open = undefined;
    return written;
  }

  private commentOf: (commitment: ReportCommitment) => readonly string[] = () => [];

  /** @param words what says in which direction it runs */
  paragraph(style: string | undefined, runs: string, words: string, more = ''): string {
    const properties = [
      style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
      more,
      isRightToLeft(words) ? '<w:bidi/>' : '',
    ].join('');
    return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
  }

  /** Words of ours or of a document, on as many lines as they have. */
  plain(words: string, properties = ''): string {
    return this.words(words, properties);
  }

  /** The first row is the head. */
  textTable(rows: readonly (readonly string[])[], widths: readonly number[]): string {
    const bold = '<w:b/><w:bCs/>';
    return this.table(
      rows.map((row, index) =>
        row.map((words) =>
          this.paragraph('TableText', this.words(words, index === 0 ? bold : ''), words),
        ),
      ),
      widths,
    );
  }

  links(home: Home): readonly OfficeRelation[] {
    return this.addresses[home].map((target, index) => ({
      id: `link${index + 1}`,
      type: 'hyperlink',
      target,
      isExternal: true,
    }));
  }

  commentsPart(): OfficePart {
    return {
      path: 'word/comments.xml',
      contentType: `${WORD}.comments+xml`,
      xml: `<w:comments ${WORD_NAMESPACES}>${this.comments.join('')}</w:comments>`,
    };
  }

  footnotesPart(): OfficePart {
    const lines = [
      '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
      '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>',
    ];
    const notes = this.footnotes.map(
      (held, index) => `<w:footnote w:id="${index + 1}">${held}</w:footnote>`,
    );
    return {
      path: 'word/footnotes.xml',
      contentType: `${WORD}.footnotes+xml`,
      xml: `<w:footnotes ${WORD_NAMESPACES}>${lines.join('')}${notes.join('')}</w:footnotes>`,
      relations: this.links('footnotes'),
    };
  }

  private block(block: Block, around: Around): string {
    const { home } = around;
    switch (block.type) {
      case 'heading':
        return this.runsParagraph(`Heading${Math.min(6, block.depth)}`, block.runs, around);
      case 'paragraph':
        return this.runsParagraph(around.style, block.runs, around);
      case 'quote':
        return this.blocks(block.blocks, { ...around, style: 'Quote' });
      case 'code':
        return this.paragraph('Code', this.words(block.text, ''), '');
      case 'list':
        return this.list(block, around);
      case 'table':
        return `${this.table(this.cells(block.rows, home), undefined)}<w:p/>`;
      case 'rule':
        return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="A6A6A6"/></w:pBdr></w:pPr></w:p>';
    }
  }

  private blocks(blocks: readonly Block[], around: Around): string {
    return blocks.map((block) => this.block(block, around)).join('');
  }

  private list({ ordered, start, items }: ListBlock, { list: outer, ...around }: Around): string {
    const id = this.lists.push({ ordered, start });
    const level = Math.min(MOST_LEVELS - 1, outer === undefined ? 0 : outer.level + 1);
    const list = { id, level };
    return items
      .map(({ checked, blocks }) => {
        const box = checked === undefined ? '' : checked ? '☑ ' : '☐ ';
        const [first, ...rest] = blocks;
        const inside = { ...around, style: 'ListParagraph' };
        const runs = first?.type === 'paragraph' ? first.runs : [];
        const later = first === undefined || first.type === 'paragraph' ? rest : blocks;
        const head = this.runsParagraph('ListParagraph', runs, { ...inside, list }, box);
        // Further paragraphs of an item have no mark; a list in it is one level down.
        return `${head}${later.map((block) => this.block(block, block.type === 'list' ? { ...inside, list } : inside)).join('')}`;
      })
      .join('');
  }

  private runsParagraph(
    style: string | undefined,
    runs: readonly Run[],
    { home, list }: Around,
    before = '',
  ): string {
    const numbered =
      list === undefined
        ? ''
        : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.id}"/></w:numPr>`;
    const said = runs.map(({ text }) => text).join('');
    const box = before === '' ? '' : this.words(before, '');
    return this.paragraph(style, `${box}${this.runs(runs, home)}`, said, numbered);
  }

  private cells(rows: readonly (readonly Cell[])[], home: Home): readonly (readonly string[])[] {
    return rows.map((row) => row.map((runs) => this.runsParagraph('TableText', runs, { home })));
  }

  private table(
    rows: readonly (readonly string[])[],
    widths: readonly number[] | undefined,
  ): string {
    const columns = Math.max(1, ...rows.map((row) => row.length));
    const widthAt = (index: number): number => widths?.[index] ?? Math.floor(9072 / columns);
    const grid = Array.from({ length: columns }, (_, at) => `<w:gridCol w:w="${widthAt(at)}"/>`);
    const all = rows.map((row, index) => {
      const head = index === 0 ? '<w:tblHeader/>' : '';
      const shade = index === 0 ? '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/>' : '';
      const cells = Array.from(
        { length: columns },
        (_, at) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widthAt(at)}" w:type="dxa"/>${shade}</w:tcPr>${row[at] ?? '<w:p/>'}</w:tc>`,
      );
      return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
    });
    return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9072" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${all.join('')}</w:tbl>`;
  }

  private runs(runs: readonly Run[], home: Home): string {
    return runs
      .map((run) => {
        const { before, after } = home === 'document' ? this.commentsAt(run) : NO_COMMENTS;
        return `${before}${this.run(run, home)}${after}`;
      })
      .join('');
  }

  private run(run: Run, home: Home): string {
    const { text, note, isBreak, link } = run;
    if (isBreak) return '<w:r><w:br/></w:r>';
    if (note !== undefined)
      return home === 'footnotes' ? `<w:r><w:t>[${note + 1}]</w:t></w:r>` : this.call(note);
    const properties = [
      link === undefined
        ? run.code
          ? '<w:rStyle w:val="InlineCode"/>'
          : ''
        : '<w:rStyle w:val="Hyperlink"/>',
      run.bold ? '<w:b/><w:bCs/>' : '',
      run.italic ? '<w:i/><w:iCs/>' : '',
      run.struck ? '<w:strike/>' : '',
    ].join('');
    // A line of Markdown may end where the paragraph goes on.
    const written = this.words(text.replace(/\s*\n\s*/g, ' '), properties);
    if (link === undefined) return written;
    const id = this.addresses[home].push(link);
    return `<w:hyperlink r:id="link${id}">${written}</w:hyperlink>`;
  }

  private words(words: string, properties: string): string {
    const all = `${properties}${isRightToLeft(words) ? '<w:rtl/>' : ''}`;
    const looks = all === '' ? '' : `<w:rPr>${all}</w:rPr>`;
    return words
      .split('\n')
      .map((line) => `<w:r>${looks}<w:t xml:space="preserve">${wordText(line)}</w:t></w:r>`)
      .join('<w:r><w:br/></w:r>');
  }

  private call(note: number): string {
    const id = (this.open?.firstNote ?? 1) + note;
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
  }

  private note(blocks: readonly Block[]): string {
    const mark =
      '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>';
    const written = this.blocks(blocks, { home: 'footnotes', style: 'FootnoteText' });
    return written.startsWith('<w:p><w:pPr>')
      ? written.replace('</w:pPr>', () => `</w:pPr>${mark}`)
      : `<w:p>${mark}</w:p>${written}`;
  }

  /** Comments that begin before a run or end behind it. */
  private commentsAt(run: Run): { readonly before: string; readonly after: string } {
    const { open } = this;
    if (open === undefined || run.marks.length === 0) return NO_COMMENTS;
    let before = '';
    let after = '';
    for (const index of run.marks) {
      const mention = open.brief.mentions[index];
      const promise =
        mention?.role === 'commitment' ? open.promises.get(mention.span.start) : undefined;
      if (promise === undefined) continue;
      let id = open.comments.get(index);
      if (id === undefined) {
        id = this.addComment(promise);
        open.comments.set(index, id);
        before += `<w:commentRangeStart w:id="${id}"/>`;
      }
      if (open.ends.get(index) === run)
        after = `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>${after}`;
    }
    return { before, after };
  }

  private addComment(promise: ReportCommitment): number {
    const paragraphs = this.commentOf(promise).map((words) =>
      this.paragraph('CommentText', this.words(words, ''), words),
    );
    const id = this.comments.length;
    this.comments.push(
      `<w:comment w:id="${id}" w:author="Rapporteur" w:initials="R" w:date="${this.asOf}T00:00:00Z">${paragraphs.join('')}</w:comment>`,
    );
    return id;
  }
}

const NO_COMMENTS = { before: '', after: '' };

/** The last run of each mention, in the order of the text. */
function lastRuns(blocks: readonly Block[]): ReadonlyMap<number, Run> {
  const last = new Map<number, Run>();
  const visitRuns = (runs: readonly Run[]): void => {
    for (const run of runs) for (const index of run.marks) last.set(index, run);
  };
  const visit = (block: Block): void => {
    if ('runs' in block) visitRuns(block.runs);
    else if (block.type === 'quote') block.blocks.forEach(visit);
    else if (block.type === 'list') for (const item of block.items) item.blocks.forEach(visit);
    else if (block.type === 'table') for (const row of block.rows) row.forEach(visitRuns);
  };
  blocks.forEach(visit);
  return last;
}
