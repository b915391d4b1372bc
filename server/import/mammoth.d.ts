// What we take of mammoth: its reader of Word's XML, below the zip files, styles and HTML that it has as well.
declare module 'mammoth/lib/docx/body-reader.js' {
  export function createBodyReader(options: {
    readonly relationships: { findTargetByRelationshipId(id: string): string };
    readonly contentTypes: { findContentType(path: string): string };
    readonly docxFile: { read(path: string): unknown };
    readonly files: { read(path: string): unknown };
    readonly numbering: {
      findLevel(): null;
      findLevelByParagraphStyleId(): null;
    };
    readonly styles: Readonly<
      Record<
        'findParagraphStyleById' | 'findCharacterStyleById' | 'findTableStyleById',
        (id: string) => { readonly styleId: string; readonly name: string }
      >
    >;
  }): { readXmlElements(elements: readonly unknown[]): { readonly value: readonly unknown[] } };
}

declare module 'mammoth/lib/xml/nodes.js' {
  export function element(
    name: string,
    attributes: Record<string, string>,
    children: unknown[],
  ): unknown;
}
