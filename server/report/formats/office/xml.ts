import { escapeControls } from '../../../core/index.js';

/** Words of documents as content or attribute values of XML 1.0, which has no place for some characters. */
export function xmlText(words: string): string {
  return words
    .replace(/[^\t\n]+/g, escapeControls)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
