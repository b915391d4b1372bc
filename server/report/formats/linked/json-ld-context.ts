/** The context of annotations, which their readers have, and what else is in a report. */
export const CONTEXT: readonly unknown[] = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    dcterms: 'http://purl.org/dc/terms/',
    opengov: 'http://www.w3.org/ns/opengov#',
    org: 'http://www.w3.org/ns/org#',
    popolo: 'http://www.w3.org/ns/person#',
    schema: 'http://schema.org/',
    skos: 'http://www.w3.org/2004/02/skos/core#',
  },
];
