import { strToU8, zipSync } from 'fflate';
import { XML_HEAD, xmlText } from './xml.js';

/** A part of an Office Open XML package (ECMA-376). */
export interface OfficePart {
  /** `xl/workbook.xml` */
  readonly path: string;
  readonly contentType: string;
  /** Without the head of XML. */
  readonly xml: string;
  /** What it refers to. */
  readonly relations?: readonly OfficeRelation[];
}

export interface OfficeRelation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  readonly target: string;
  /** Of something outside of the package. */
  readonly isExternal?: boolean;
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * The bytes of a package: the same for the same parts, whenever and wherever it is made.
 * @param main the part that is the document
 */
export function officePackage(
  main: OfficePart,
  others: readonly OfficePart[],
  about: { readonly title: string; readonly asOf: string },
): Uint8Array {
  const parts = [main, ...others, properties(about)];
  const overrides = parts.map(
    ({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`,
  );
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      relationsXml([
        { id: 'rId1', type: `${TYPES}/officeDocument`, target: main.path },
        {
          id: 'rId2',
          type: `${PACKAGE}/relationships/metadata/core-properties`,
          target: 'docProps/core.xml',
        },
      ]),
    ],
  ];
  for (const { path, xml, relations } of parts) {
    files.push([path, xml]);
    if (relations === undefined || relations.length === 0) continue;
    const typed = relations.map((each) => ({ ...each, type: `${TYPES}/${each.type}` }));
    files.push([path.replace(/([^/]+)$/, '_rels/$1.rels'), relationsXml(typed)]);
  }
  return zipSync(Object.fromEntries(files.map(([path, xml]) => [path, strToU8(XML_HEAD + xml)])), {
    level: 6,
    // The first day that a ZIP file knows, by the clock of whoever reads it.
    mtime: new Date(1980, 0, 1),
  });
}

function relationsXml(relations: readonly OfficeRelation[]): string {
  const all = relations.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${xmlText(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function properties({ title, asOf }: { title: string; asOf: string }): OfficePart {
  const day = `<dcterms:created xsi:type="dcterms:W3CDTF">${asOf}T00:00:00Z</dcterms:created>`;
  return {
    path: 'docProps/core.xml',
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    xml: `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Rapporteur</dc:creator>${day}${day.replaceAll('created', 'modified')}</cp:coreProperties>`,
  };
}
