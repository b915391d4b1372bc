// Over 300 lines: what a Word document says in its body, element by element, in one walk.
import { createBodyReader } from 'mammoth/lib/docx/body-reader.js';
import type { LeavingOut } from './left-out.js';
import {
  allIn,
  firstIn,
  isOn,
  madeXml,
  valueIn,
  wordsIn,
  type XmlElement,
  type XmlNode,
} from './office-xml.js';
import type { ParagraphForm, WordStyles } from './word-styles.js';

/** What mammoth makes of the body of a document, a note or a comment. */
export interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  /** Of a paragraph: what {@link WordBody.forms} has under it; of a run: the style of its characters. */
  readonly styleId?: string | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStrikethrough?: boolean;
  readonly href?: string;
  /** The name of a place inside the document. */
  readonly anchor?: string;
  readonly name?: string;
  readonly breakType?: string;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly commentId?: string;
  readonly checked?: boolean;
  readonly isHeader?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly altText?: string;
  /** Of an image: where it is in the zip file, as {@link wordBody} answers in place of its bytes. */
  readAsArrayBuffer?(): unknown;
}

export interface WordBody {
  readonly nodes: readonly WordNode[];
  readonly forms: ReadonlyMap<string, ParagraphForm>;
}

/** Ids of a part to what they stand for: addresses, names of files. */
export type Relationships = ReadonlyMap<string, string>;

/**
 * Reads paragraphs, tables, links, fields, pictures and marks by mammoth. What it does not know is put right before:
 * tracked deletions, which it drops without a word; lists and headings, of which it knows no more than two kinds; and
 * all that it would only warn of.
 */
export function wordBody(
  elements: readonly XmlNode[],
  styles: WordStyles,
  relationships: Relationships,
  leaving: LeavingOut,
): WordBody {
  const forms = new Map<string, ParagraphForm>();
  const preparation = new Preparation(styles, forms, leaving);
  const prepared = preparation.children(elements);
  const named = (styleId: string): { styleId: string; name: string } => ({ styleId, name: '' });
  const reader = createBodyReader({
    relationships: { findTargetByRelationshipId: (id) => relationships.get(id) ?? '' },
    // It would warn of kinds of pictures, each time in other words.
    contentTypes: { findContentType: () => 'image/png' },
    docxFile: { read: (path) => path },
    files: { read: () => undefined },
    numbering: { findLevel: () => null, findLevelByParagraphStyleId: () => null },
    styles: {
      findParagraphStyleById: named,
      findCharacterStyleById: named,
      findTableStyleById: named,
    },
  });
  return { nodes: reader.readXmlElements(prepared).value as readonly WordNode[], forms };
}

/** Elements that mammoth reads, or looks into. */
const READ = new Set(
  'w:p w:r w:t w:tab w:br w:noBreakHyphen w:softHyphen w:bookmarkStart w:sym w:hyperlink w:tbl w:tr w:tc w:footnoteReference w:endnoteReference w:commentReference w:fldChar w:instrText w:sdt w:sdtContent w:customXml w:ins w:moveTo w:object w:smartTag w:drawing w:pict v:roundrect v:shape v:textbox w:txbxContent wp:inline wp:anchor wp:docPr v:imagedata v:group v:rect a:graphic a:graphicData pic:pic pic:blipFill a:blip a:hlinkClick'.split(
    ' ',
  ),
);
/** Wrappers that say nothing; and what a name stands for elsewhere. */
const RENAMED: Readonly<Record<string, string>> = {
  'w:fldSimple': 'w:smartTag',
  'w:dir': 'w:smartTag',
  'w:bdo': 'w:smartTag',
  'w:ruby': 'w:smartTag',
  'w:rubyBase': 'w:smartTag',
  'w:cr': 'w:br',
  'w:ptab': 'w:tab',
};
/** Fields in fields, and what one says: more than Word writes. */
const DEEPEST_FIELD = 20;
const LONGEST_FIELD = 4000;
const SYMBOLS = 200;

class Preparation {
  readonly #styles: WordStyles;
  readonly #forms: Map<string, ParagraphForm>;
  readonly #leaving: LeavingOut;
  readonly #symbols = new Set<string>();
  /** Of the fields that are open: how much they say, and whether what they show has begun. */
  readonly #fields: { length: number; isShown: boolean }[] = [];
  #skipped = 0;
  #inContents = false;

  constructor(styles: WordStyles, forms: Map<string, ParagraphForm>, leaving: LeavingOut) {
    this.#styles = styles;
    this.#forms = forms;
    this.#leaving = leaving;
  }

  children(nodes: readonly XmlNode[]): XmlNode[] {
    const found: XmlNode[] = [];
    let wasDeleted = false;
    for (const node of nodes) {
      if (node.type === 'text') continue;
      const isDeleted = node.name === 'w:del';
      // A deletion in several pieces is one.
      if (isDeleted && !wasDeleted && holdsWords(node)) this.#leaving.add('deletion');
      if (isDeleted || READ.has(node.name) || RENAMED[node.name] !== undefined)
        wasDeleted = isDeleted;
      if (!isDeleted) found.push(...this.#element(node));
    }
    return found;
  }

  #element(node: XmlElement): readonly XmlNode[] {
    switch (node.name) {
      case 'w:p':
        return this.#paragraph(node);
      case 'w:r':
        return this.#run(node);
      case 'w:t':
        return [madeXml('w:t', {}, [{ type: 'text', value: wordsIn(node) }])];
      case 'mc:AlternateContent':
        return this.children(
          (firstIn(node, 'mc:Fallback') ?? firstIn(node, 'mc:Choice'))?.children ?? [],
        );
      case 'w:tr':
        if (firstIn(firstIn(node, 'w:trPr'), 'w:del') !== undefined) {
          this.#leaving.add('deletion');
          return [];
        }
        return [
          this.#with(
            node,
            isOn(firstIn(node, 'w:trPr'), 'w:tblHeader') === true
              ? tableProperties(node, 'w:trPr', ['w:tblHeader'])
              : [],
          ),
        ];
      case 'w:tc':
        return [this.#with(node, tableProperties(node, 'w:tcPr', ['w:gridSpan', 'w:vMerge']))];
      case 'w:sdt':
        return this.#contentControl(node);
      case 'w:drawing':
        return this.#drawing(node);
      case 'm:oMath':
      case 'm:oMathPara':
        this.#leaving.add('formula', node.name === 'm:oMath' ? 1 : allIn(node, 'm:oMath').length);
        return [run(wordsIn(node))];
      case 'w:altChunk':
        this.#leaving.add('drawing');
        return [];
      case 'w:fldChar':
      case 'w:instrText':
        return this.#field(node);
      case 'w:sym':
        return this.#symbol(node);
      case 'w:br':
        return [madeXml('w:br', lineBreak(node), [])];
      default:
        return READ.has(node.name) || RENAMED[node.name] !== undefined
          ? [this.#with(node, [])]
          : [];
    }
  }

  #with(node: XmlElement, properties: readonly XmlNode[]): XmlElement {
    const name = RENAMED[node.name] ?? node.name;
    return madeXml(name, node.attributes, [...properties, ...this.children(node.children)]);
  }

  /** Its style becomes the name under which its form is kept. */
  #paragraph(node: XmlElement): readonly XmlNode[] {
    const properties = firstIn(node, 'w:pPr');
    const form = this.#styles.paragraph(properties);
    if (form.role === 'contents') {
      if (!this.#inContents) this.#leaving.add('contents');
      this.#inContents = true;
      return [];
    }
    if (wordsIn(node).trim() !== '') this.#inContents = false;
    const id = String(this.#forms.size);
    this.#forms.set(id, form);
    const mark = firstIn(firstIn(properties, 'w:rPr'), 'w:del');
    const isJoined = mark === undefined ? [] : [madeXml('w:rPr', {}, [madeXml('w:del', {}, [])])];
    const own = madeXml('w:pPr', {}, [madeXml('w:pStyle', { 'w:val': id }, []), ...isJoined]);
    return [madeXml('w:p', {}, [own, ...this.children(node.children)])];
  }

  #run(node: XmlElement): readonly XmlNode[] {
    const properties = firstIn(node, 'w:rPr');
    if (isOn(properties, 'w:vanish') === true && !holdsField(node)) return [];
    const style = valueIn(properties, 'w:rStyle');
    const { isBold, isItalic, isPlaceholder } = this.#styles.character(style ?? null);
    if (isPlaceholder) return [];
    const marks = [
      (isOn(properties, 'w:b') ?? isBold) ? madeXml('w:b', {}, []) : undefined,
      (isOn(properties, 'w:i') ?? isItalic) ? madeXml('w:i', {}, []) : undefined,
      isOn(properties, 'w:strike') ? madeXml('w:strike', {}, []) : undefined,
    ].filter((each) => each !== undefined);
    return [madeXml('w:r', {}, [madeXml('w:rPr', {}, marks), ...this.children(node.children)])];
  }

  #contentControl(node: XmlElement): readonly XmlNode[] {
    const properties = firstIn(node, 'w:sdtPr');
    const gallery = valueIn(firstIn(properties, 'w:docPartObj'), 'w:docPartGallery');
    if (gallery === 'Table of Contents') {
      this.#leaving.add('contents');
      return [];
    }
    const checkbox = firstIn(properties, 'wordml:checkbox');
    const kept = checkbox === undefined ? [] : [madeXml('w:sdtPr', {}, [checkbox])];
    return [this.#with(node, kept)];
  }

  #drawing(node: XmlElement): readonly XmlNode[] {
    const prepared = this.#with(node, []);
    if (holds(prepared, 'a:blip')) return [prepared];
    // A text box that only newer versions of Word know, as the older ones wrote it.
    const boxes = outermost(node, 'w:txbxContent');
    if (boxes.length > 0) return [madeXml('w:pict', {}, this.children(boxes))];
    this.#leaving.add('drawing');
    return [];
  }

  /** mammoth keeps what a field says, and looks at it whenever something of it is shown. */
  #field(node: XmlElement): readonly XmlNode[] {
    const open = this.#fields.at(-1);
    if (node.name === 'w:instrText') {
      if (open === undefined || open.isShown || this.#skipped > 0) return [];
      const words = wordsIn(node)
        .slice(0, LONGEST_FIELD - open.length)
        .replace(/\s+/g, ' ');
      open.length += words.length;
      return [madeXml('w:instrText', {}, [{ type: 'text', value: words }])];
    }
    const type = node.attributes['w:fldCharType'];
    if (type === 'begin') {
      if (this.#fields.length >= DEEPEST_FIELD) {
        this.#skipped += 1;
        return [];
      }
      this.#fields.push({ length: 0, isShown: false });
    } else if (type === 'end' && this.#skipped > 0) {
      this.#skipped -= 1;
      return [];
    } else if (open === undefined || this.#skipped > 0) return [];
    else if (type === 'end') this.#fields.pop();
    else if (open.isShown) return [];
    else open.isShown = true;
    const box = firstIn(node, 'w:ffData');
    return [madeXml('w:fldChar', node.attributes, box === undefined ? [] : [box])];
  }

  #symbol({ attributes }: XmlElement): readonly XmlNode[] {
    const font = attributes['w:font'] ?? '';
    const char = attributes['w:char'] ?? '';
    const key = `${font} ${char}`;
    if (this.#symbols.size >= SYMBOLS && !this.#symbols.has(key)) return [];
    this.#symbols.add(key);
    return [madeXml('w:sym', { 'w:font': font, 'w:char': char }, [])];
  }
}

function run(words: string): XmlElement {
  return madeXml('w:r', {}, [madeXml('w:t', {}, [{ type: 'text', value: words }])]);
}

function lineBreak({ attributes }: XmlElement): Record<string, string> {
  return /^(?:page|column)$/.test(attributes['w:type'] ?? '') ? { 'w:type': 'page' } : {};
}

function tableProperties(
  node: XmlElement,
  name: string,
  kept: readonly string[],
): readonly XmlElement[] {
  const properties = firstIn(node, name);
  const found = kept.flatMap((each) => allIn(properties, each).slice(0, 1));
  return found.length === 0 ? [] : [madeXml(name, {}, found)];
}

function holds(node: XmlElement, name: string): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (child.name === name || holds(child, name)),
  );
}

function outermost(node: XmlElement, name: string): readonly XmlElement[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.name === name ? [child] : outermost(child, name);
  });
}

function holdsField(node: XmlElement): boolean {
  return node.children.some(
    (child) => child.type === 'element' && /^w:(?:fldChar|instrText)$/.test(child.name),
  );
}

/** Whether a deletion took out more than the end of a paragraph. */
function holdsWords(node: XmlElement): boolean {
  return holds(node, 'w:delText') || holds(node, 'w:t') || holds(node, 'w:drawing');
}
