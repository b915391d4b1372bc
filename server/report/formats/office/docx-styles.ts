import type { OfficePart } from './package.js';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** By the names that Word knows: whoever has these looks for them. */
export function stylesPart(lang: string): OfficePart {
  const style = (id: string, name: string, inner: string, of = 'paragraph'): string =>
    `<w:style w:type="${of}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`;
  const based = '<w:basedOn w:val="Normal"/>';
  const next = '<w:next w:val="Normal"/>';
  const headings = [32, 28, 26, 24, 22, 22].map((size, index) =>
    style(
      `Heading${index + 1}`,
      `heading ${index + 1}`,
      `${based}${next}<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="${index}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`,
    ),
  );
  const indented = `${based}<w:pPr><w:ind w:left="567" w:right="567"/></w:pPr><w:rPr><w:i/><w:iCs/></w:rPr>`;
  const mono =
    '<w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/><w:sz w:val="20"/></w:rPr>';
  const border = (side: string): string =>
    `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const all = [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${lang}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    style(
      'Title',
      'Title',
      `${based}${next}<w:qFormat/><w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>`,
    ),
    style(
      'Subtitle',
      'Subtitle',
      `${based}${next}<w:qFormat/><w:rPr><w:color w:val="595959"/></w:rPr>`,
    ),
    ...headings,
    style('Quote', 'Quote', indented),
    style(
      'Code',
      'HTML Preformatted',
      `${based}<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F3F5F8"/></w:pPr>${mono}`,
    ),
    style(
      'ListParagraph',
      'List Paragraph',
      `${based}<w:pPr><w:spacing w:after="60"/><w:ind w:left="720"/></w:pPr>`,
    ),
    style(
      'FootnoteText',
      'footnote text',
      `${based}<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`,
    ),
    style(
      'CommentText',
      'annotation text',
      `${based}<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>`,
    ),
    style(
      'TableText',
      'Table Text',
      `${based}<w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>`,
    ),
    style(
      'Footer',
      'footer',
      `${based}<w:pPr><w:spacing w:after="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`,
    ),
    style(
      'FootnoteReference',
      'footnote reference',
      '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
      'character',
    ),
    style(
      'CommentReference',
      'annotation reference',
      '<w:rPr><w:sz w:val="16"/></w:rPr>',
      'character',
    ),
    style(
      'Hyperlink',
      'Hyperlink',
      '<w:rPr><w:color w:val="0B5CAB"/><w:u w:val="single"/></w:rPr>',
      'character',
    ),
    style('InlineCode', 'HTML Code', mono, 'character'),
    style(
      'TableGrid',
      'Table Grid',
      `<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`,
      'table',
    ),
  ];
  return {
    path: 'word/styles.xml',
    contentType: `${WORD}.styles+xml`,
    xml: `<w:styles ${WORD_NAMESPACES}>${all.join('')}</w:styles>`,
  };
}

/** The number of the page, and of how many. */
export const FOOTER: OfficePart = {
  path: 'word/footer.xml',
  contentType: `${WORD}.footer+xml`,
  xml: `<w:ftr ${WORD_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`,
};

function field(name: string): string {
  return `<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}

/** A list of the document: Word counts each by itself. */
export interface WordList {
  readonly ordered: boolean;
  readonly start: number;
}

/** As deep as Word goes. */
export const MOST_LEVELS = 9;

export function numberingPart(lists: readonly WordList[]): OfficePart {
  const levels = (ordered: boolean): string =>
    Array.from({ length: MOST_LEVELS }, (_, level) => {
      const sign = ordered ? `%${level + 1}.` : (['•', '◦', '▪'][level % 3] ?? '•');
      const format = ordered
        ? (['decimal', 'lowerLetter', 'lowerRoman'][level % 3] ?? 'decimal')
        : 'bullet';
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`;
    }).join('');
  const abstract = [false, true].map(
    (ordered) =>
      `<w:abstractNum w:abstractNumId="${Number(ordered)}"><w:multiLevelType w:val="hybridMultilevel"/>${levels(ordered)}</w:abstractNum>`,
  );
  const numbers = lists.map(({ ordered, start }, index) => {
    const starts = Array.from(
      { length: ordered ? MOST_LEVELS : 0 },
      (_, level) =>
        `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    );
    return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${Number(ordered)}"/>${starts.join('')}</w:num>`;
  });
  return {
    path: 'word/numbering.xml',
    contentType: `${WORD}.numbering+xml`,
    xml: `<w:numbering ${WORD_NAMESPACES}>${abstract.join('')}${numbers.join('')}</w:numbering>`,
  };
}
