// Documents of Word, written from the XML that they hold.
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NAMESPACES = `${W}
  xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
  xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  /** What is in `w:body`. */
  readonly body: string;
  /** What is in each part, by the word for it: `styles`, `numbering`, `footnotes`, `endnotes`, `comments`. */
  readonly parts?: Readonly<Record<string, string>>;
  /** By id: the type and the target of what the text refers to; `!` before an address outside. */
  readonly relations?: Readonly<Record<string, readonly [type: string, target: string]>>;
  /** What is in `docProps/core.xml`. */
  readonly core?: string;
  /** Other files, by their paths. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** In place of `<w:document …><w:body>…`. */
  readonly document?: string;
}

const ROOTS: Readonly<Record<string, string>> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
};

export function docx({
  body,
  parts = {},
  relations = {},
  core,
  files = {},
  document,
}: DocxParts): Uint8Array {
  const own = Object.keys(parts).map((type) => [`own-${type}`, [type, `${type}.xml`]] as const);
  const related = [...own, ...Object.entries(relations)].map(([id, [type, target]]) => {
    const isOutside = target.startsWith('!');
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${isOutside ? target.slice(1) : target}"${isOutside ? ' TargetMode="External"' : ''}/>`;
  });
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([
      `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
      '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    ]),
    'word/document.xml':
      document ?? xml(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': relationships(related),
    ...Object.fromEntries(
      Object.entries(parts).map(([type, content]) => [
        `word/${type}.xml`,
        xml(`<w:${ROOTS[type]} ${NAMESPACES}>${content}</w:${ROOTS[type]}>`),
      ]),
    ),
    ...(core === undefined
      ? {}
      : {
          'docProps/core.xml': xml(
            `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
          ),
        }),
    ...files,
  };
  return zipped(all);
}

export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

function xml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;
}

function relationships(all: readonly string[]): string {
  return xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  );
}

/** A paragraph of runs: words, or XML where they begin with `<`. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : r(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export function r(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

export function style(id: string, name: string, rest = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
}

/** An item of list `id`, on a level from 0. */
export function item(words: string, id: number, level = 0): string {
  return p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
}

/** Lists by their ids: the format and start of each level. */
export function lists(
  all: Readonly<Record<number, readonly (readonly [string, number])[]>>,
): string {
  const abstract = Object.entries(all).map(
    ([id, levels]) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels
        .map(
          ([format, start], level) =>
            `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`,
        )
        .join('')}</w:abstractNum>`,
  );
  const numbers = Object.keys(all).map(
    (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  );
  return [...abstract, ...numbers].join('');
}

/** A picture with nothing in it, one dot large. */
export const PNG: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export function picture(id: string, words: string): string {
  return `<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${words}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
}
