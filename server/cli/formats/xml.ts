import { escapeControls } from '../terminal/escape-controls.js';

export type XmlAttributes = Readonly<Record<string, string | number>>;

/** `<name key="value">`, or with `/` at the end of the name, empty. */
export function xmlTag(name: string, attributes: XmlAttributes = {}): string {
  const isEmpty = name.endsWith('/');
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(String(value))}"`);
  return `<${isEmpty ? name.slice(0, -1) : name}${words.join('')}${isEmpty ? '/>' : '>'}`;
}

/**
 * Text of a document for content and attributes alike. XML has no way at all to write most control
 * characters and halves of characters; these are shown as they are in every report.
 */
export function xml(text: string): string {
  return escapeControls(text)
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
