import { strFromU8 } from 'fflate';
import { element } from 'mammoth/lib/xml/nodes.js';
import { SaxesParser } from 'saxes';
import { TooLarge } from './zip.js';

/** An element of the XML in Word's documents, under the short names that mammoth has for them: `w:p`. */
export interface XmlElement {
  readonly type: 'element';
  name: string;
  readonly attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | { readonly type: 'text'; value: string };

/** Deeper than any document; what is deeper still is left out. */
const DEEPEST = 200;
/** Three thousand pages; each takes half a kilobyte of memory. */
const MOST_ELEMENTS = 1_000_000;

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  // As "Strict Open XML Document".
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'wordml',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
};

/**
 * Reads XML; `undefined` if it is not well-formed. It is read once from left to right, in linear time, and nothing
 * that it declares is followed: entities of its own are faults, and other files are not looked at.
 * @param onTooDeep called once if something was nested too deep to be read
 * @throws TooLarge when there are more elements than any document has
 */
export function readXml(bytes: Uint8Array, onTooDeep?: () => void): XmlElement | undefined {
  const root = madeXml('', {}, []);
  const open: XmlElement[] = [root];
  let tooDeep = 0;
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new Fault(error.message);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    count += 1;
    if (count > MOST_ELEMENTS) throw new TooLarge();
    if (tooDeep > 0 || open.length > DEEPEST) {
      if (tooDeep === 0) onTooDeep?.();
      tooDeep += 1;
      return;
    }
    const named = Object.create(null) as Record<string, string>;
    for (const attribute of Object.values(attributes))
      named[shortName(attribute.uri, attribute.local)] = attribute.value;
    const child = madeXml(shortName(uri, local), named, []);
    open.at(-1)?.children.push(child);
    open.push(child);
  });
  parser.on('closetag', () => {
    if (tooDeep > 0) tooDeep -= 1;
    else open.pop();
  });
  const addText = (value: string): void => {
    const parent = open.at(-1);
    const last = parent?.children.at(-1);
    if (tooDeep > 0 || value === '') return;
    if (last?.type === 'text') last.value += value;
    else parent?.children.push({ type: 'text', value });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  try {
    parser.write(strFromU8(bytes)).close();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
  const top = root.children.find((child) => child.type === 'element');
  return top?.type === 'element' ? top : undefined;
}

class Fault extends Error {}

function shortName(uri: string, local: string): string {
  if (uri === '') return local;
  const prefix = PREFIXES[uri];
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`;
}

/** With the methods that mammoth asks of an element. */
export function madeXml(
  name: string,
  attributes: Record<string, string>,
  children: XmlNode[],
): XmlElement {
  return element(name, attributes, children) as XmlElement;
}

export function firstIn(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  const found = parent?.children.find((child) => child.type === 'element' && child.name === name);
  return found?.type === 'element' ? found : undefined;
}

export function allIn(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => child.type === 'element' && child.name === name,
  );
}

/** `w:val` of a child: most of what Word says of a paragraph or style is written so. */
export function valueIn(parent: XmlElement | undefined, name: string): string | undefined {
  return firstIn(parent, name)?.attributes['w:val'];
}

/** Whether a property that is on or off is on: `<w:b/>`, `<w:b w:val="0"/>`; `undefined` where nothing is said. */
export function isOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = firstIn(parent, name);
  return found && !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '');
}

/** All words inside. */
export function wordsIn(node: XmlNode): string {
  return node.type === 'text' ? node.value : node.children.map(wordsIn).join('');
}
