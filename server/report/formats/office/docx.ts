import { counted, describeDate } from '../../../core/index.js';
import { languageTag } from '../../frame/readable-text.js';
import type { ReportFormat } from '../../frame/report-format.js';
import type { ReportCommitment, ReportView } from '../../frame/report-view.js';
import type { ReadBrief } from '../../reading/blocks.js';
import { readBriefs, wordsLeftOut } from '../../reading/read-briefs.js';
import { namesOf, promiseWords, termsOf } from '../../reading/terms.js';
import { FOOTER, numberingPart, stylesPart, WORD, WORD_NAMESPACES } from './docx-styles.js';
import { DocxWriter } from './docx-writer.js';
import { type OfficePart, officePackage } from './package.js';

/** Made once for what is written and what is left out. */
const documents = new WeakMap<ReportView, Written>();

interface Written {
  readonly bytes: Uint8Array;
  /** Promises without a comment: a record, or words in a footnote. */
  readonly uncommented: number;
}

/** Briefs as they read without tags, each promise with a comment, and a table of all promises at the end. */
export const docx: ReportFormat = {
  name: 'docx',
  extension: 'docx',
  summary: 'a document for Word: the briefs, each promise with a comment, and a table of promises',
  views: [],
  holds: ['briefs', 'commitments', 'history'],
  isBinary: true,
  leavesOut(view) {
    const { uncommented } = written(view);
    return [
      ...wordsLeftOut(view),
      ...(uncommented > 0
        ? [
            `comments of ${counted(uncommented, 'promise')} without words in the text (the table has them)`,
          ]
        : []),
      ...(view.entities.length > 0 ? ['entities'] : []),
    ];
  },
  *write(view) {
    yield written(view).bytes;
  },
};

function written(view: ReportView): Written {
  const known = documents.get(view) ?? write(view);
  documents.set(view, known);
  return known;
}

function write(view: ReportView): Written {
  const { asOf, commitments } = view;
  const writer = new DocxWriter(asOf);
  const body: string[] = [];
  for (const [index, { brief, read }] of readBriefs(view).entries()) {
    if (index > 0) body.push('<w:p><w:r><w:br w:type="page"/></w:r></w:p>');
    body.push(writer.paragraph('Title', writer.plain(brief.title), brief.title));
    const about = [
      brief.date === undefined ? '' : describeDate(brief.date),
      namesOf(brief.sources),
    ];
    const said = about.filter(Boolean).join(' · ');
    if (said !== '') body.push(writer.paragraph('Subtitle', writer.plain(said), said));
    body.push(writer.brief(brief, withoutTitle(read, brief.title), commentOf));
  }
  body.push(...table(writer, view));
  const main: OfficePart = {
    path: 'word/document.xml',
    contentType: `${WORD}.document.main+xml`,
    xml: `<w:document ${WORD_NAMESPACES}><w:body>${body.join('')}<w:sectPr><w:footerReference w:type="default" r:id="r-footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    relations: [
      ...['styles', 'numbering', 'comments', 'footnotes', 'footer'].map((type) => ({
        id: `r-${type}`,
        type,
        target: `${type}.xml`,
      })),
      ...writer.links('document'),
    ],
  };
  const [first] = view.briefs;
  const others = [
    stylesPart(languageTag(first?.lang) ?? 'en'),
    numberingPart(writer.lists),
    writer.commentsPart(),
    writer.footnotesPart(),
    FOOTER,
  ];
  const title = first !== undefined && view.briefs.length === 1 ? first.title : titleOf(view);
  return {
    bytes: officePackage(main, others, { title, asOf }),
    uncommented: commitments.length - writer.commented,
  };
}

/** The title is there already; one with a promise or a footnote in it stays. */
function withoutTitle(read: ReadBrief, title: string): ReadBrief {
  const [first, ...rest] = read.blocks;
  if (
    first?.type !== 'heading' ||
    first.runs.some(({ marks, note }) => marks.length > 0 || note !== undefined)
  )
    return read;
  return first.runs.map(({ text }) => text).join('') === title ? { ...read, blocks: rest } : read;
}

function titleOf({ asOf }: ReportView): string {
  return `Commitments as of ${describeDate(asOf)}`;
}

/** What the comment at a promise says, a paragraph each. */
function commentOf(commitment: ReportCommitment): readonly string[] {
  const terms = termsOf(commitment).map(({ name, words }) => `${name}: ${words}`);
  return [...terms, ...historyOf(commitment)];
}

/** What happened to it, without its own record. */
function historyOf({ history }: ReportCommitment): readonly string[] {
  return history.slice(1).map(({ on, said, sources, isKnown }) => {
    const when = on === undefined ? 'no date' : describeDate(on);
    const from = sources.length > 0 ? ` (${namesOf(sources)})` : '';
    return `${when}: ${said || 'reported'}${from}${isKnown ? '' : ' – after the day of this report'}`;
  });
}

const HEADS = ['No.', 'Promise', 'By', 'To', 'Due', 'Status', 'History'] as const;
/** In twentieths of a point; they add up to what is between the margins. */
const WIDTHS = [600, 2172, 1300, 1100, 1050, 1050, 1800] as const;

function* table(writer: DocxWriter, view: ReportView): Iterable<string> {
  const { commitments } = view;
  const title = titleOf(view);
  if (view.briefs.length > 0) yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  yield writer.paragraph('Heading1', writer.plain(title), title);
  if (view.chosen !== '')
    yield writer.paragraph('Subtitle', writer.plain(view.chosen), view.chosen);
  if (commitments.length === 0) {
    yield writer.paragraph(undefined, writer.plain('No commitments.'), '');
    return;
  }
  const rows = commitments.map((commitment, index) => [
    String(index + 1),
    promiseWords(commitment),
    namesOf(commitment.by),
    namesOf(commitment.to),
    commitment.deadline,
    commitment.overdue ? `${commitment.urgency} (${commitment.statusName})` : commitment.statusName,
    historyOf(commitment).join('\n'),
  ]);
  yield writer.textTable([[...HEADS], ...rows], WIDTHS);
  yield writer.paragraph(undefined, '', '');
}
