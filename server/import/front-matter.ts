import { stringify } from 'yaml';
import type { DocumentProperties } from './document-properties.js';

/** The front matter of a brief, with an empty line behind it; nothing where a document says nothing of itself. */
export function frontMatter(properties: DocumentProperties, source?: string): string {
  const all = source === undefined ? properties : { ...properties, source };
  return Object.keys(all).length === 0 ? '' : `---\n${stringify(all, { lineWidth: 0 })}---\n\n`;
}
