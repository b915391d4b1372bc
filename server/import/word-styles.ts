import { allIn, firstIn, isOn, valueIn, type XmlElement } from './office-xml.js';

/** What a paragraph of Word is, by its style and by what it says of itself. */
export interface ParagraphForm {
  /** From 1. */
  readonly heading?: number;
  readonly item?: ItemForm;
  readonly role?: 'quote' | 'code' | 'contents';
}

/** An item of a list. */
export interface ItemForm {
  /** Items of one count have the same. */
  readonly counter: string;
  /** From 0. */
  readonly level: number;
  readonly isNumbered: boolean;
  readonly start: number;
}

/** How a style of characters writes. */
export interface CharacterForm {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  /** Words that stand where nobody has written yet: "Click here to enter text". */
  readonly isPlaceholder?: boolean;
}

export interface WordStyles {
  /** @param properties `w:pPr` */
  paragraph(properties: XmlElement | undefined): ParagraphForm;
  character(id: string | null): CharacterForm;
}

interface Style {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly outline: number | undefined;
  readonly numbering: XmlElement | undefined;
  readonly isBold: boolean | undefined;
  readonly isItalic: boolean | undefined;
}

/** Longer chains of styles are circles. */
const LONGEST_CHAIN = 20;

/**
 * "heading 1" is what Word calls it in every language; other programs write the word of the reader's language, and
 * say the level in the outline or not at all.
 */
const HEADING =
  /^(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|标题|標題|見出し|제목)\s*([1-9])$/iu;
const TITLE =
  /^(?:title|titel|titre|título|titulo|titolo|otsikko|tytuł|název|cím|название|标题|標題|表題|제목)$/iu;
const QUOTE = /^(?:intense )?(?:quote|quotations?|block text)$/i;
const CODE = /^(?:html preformatted|preformatted text|source code|code|macro|plain text code)$/i;
const CONTENTS =
  /^(?:toc (?:heading|\d)|contents (?:heading|\d)|table of (?:figures|authorities))$/i;

/** @param styles `word/styles.xml` @param numbering `word/numbering.xml` */
export function wordStyles(
  styles: XmlElement | undefined,
  numbering: XmlElement | undefined,
): WordStyles {
  const byId = new Map<string, Style>();
  for (const each of allIn(styles, 'w:style')) {
    const id = each.attributes['w:styleId'];
    if (id !== undefined && !byId.has(id)) byId.set(id, styleIn(each));
  }
  const lists = listsIn(numbering, (id) => byId.get(id)?.numbering);
  const chains = new Map<string, readonly Style[]>();
  const chainOf = (id: string): readonly Style[] => {
    const known = chains.get(id);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    for (
      let at = byId.get(id);
      at !== undefined && chain.length < LONGEST_CHAIN;
      at = at.basedOn === undefined ? undefined : byId.get(at.basedOn)
    )
      chain.push(at);
    chains.set(id, chain);
    return chain;
  };
  return {
    paragraph(properties) {
      const id = valueIn(properties, 'w:pStyle') ?? '';
      const chain = chainOf(id);
      const own = levelOf(valueIn(properties, 'w:outlineLvl'));
      const heading = own ?? headingOf(id, chain);
      if (heading !== undefined) return { heading };
      if (chain.some(({ name }) => CONTENTS.test(name)) || CONTENTS.test(id))
        return { role: 'contents' };
      const direct = firstIn(properties, 'w:numPr');
      const inherited = chain.find((style) => style.numbering !== undefined)?.numbering;
      const item = lists(direct, inherited, id);
      if (item !== undefined) return { item };
      if (chain.some(({ name }) => QUOTE.test(name))) return { role: 'quote' };
      if (chain.some(({ name }) => CODE.test(name))) return { role: 'code' };
      return {};
    },
    character(id) {
      const chain = chainOf(id ?? '');
      const isBold = chain.find((style) => style.isBold !== undefined)?.isBold === true;
      const isItalic = chain.find((style) => style.isItalic !== undefined)?.isItalic === true;
      const isPlaceholder = chain[0]?.name.toLowerCase() === 'placeholder text';
      return { isBold, isItalic, isPlaceholder };
    },
  };
}

function styleIn(element: XmlElement): Style {
  const paragraph = firstIn(element, 'w:pPr');
  const run = firstIn(element, 'w:rPr');
  const name = valueIn(element, 'w:name') ?? '';
  const isCharacter = element.attributes['w:type'] === 'character';
  return {
    name,
    basedOn: valueIn(element, 'w:basedOn'),
    outline: levelOf(valueIn(paragraph, 'w:outlineLvl')),
    numbering: firstIn(paragraph, 'w:numPr'),
    // Of a style of paragraphs all is written so, and nothing stands out.
    isBold: isCharacter ? isOn(run, 'w:b') : undefined,
    isItalic: isCharacter ? isOn(run, 'w:i') : undefined,
  };
}

/** Word counts from 0, and 9 is the level of all other text. */
function levelOf(outline: string | undefined): number | undefined {
  return outline !== undefined && /^[0-8]$/.test(outline)
    ? Math.min(6, Number(outline) + 1)
    : undefined;
}

function headingOf(id: string, chain: readonly Style[]): number | undefined {
  const names = [id, ...chain.map(({ name }) => name)];
  for (const name of names) {
    const number = HEADING.exec(name.trim())?.[1];
    if (number !== undefined) return Math.min(6, Number(number));
  }
  if (names.some((name) => TITLE.test(name.trim()))) return 1;
  return chain.find(({ outline }) => outline !== undefined)?.outline;
}

interface Level {
  readonly isNumbered: boolean;
  readonly start: number;
  /** The style whose paragraphs are on this level. */
  readonly style: string | undefined;
}

type FindItem = (
  direct: XmlElement | undefined,
  inherited: XmlElement | undefined,
  style: string,
) => ItemForm | undefined;

function listsIn(
  numbering: XmlElement | undefined,
  numberingOfStyle: (id: string) => XmlElement | undefined,
): FindItem {
  const abstract = new Map<string, XmlElement>();
  for (const each of allIn(numbering, 'w:abstractNum'))
    abstract.set(each.attributes['w:abstractNumId'] ?? '', each);
  const numbers = new Map<string, XmlElement>();
  for (const each of allIn(numbering, 'w:num')) numbers.set(each.attributes['w:numId'] ?? '', each);
  const known = new Map<string, ListForm | undefined>();
  const listOf = (id: string, isLinked = false): ListForm | undefined => {
    if (known.has(id)) return known.get(id);
    const number = numbers.get(id);
    const counter = valueIn(number, 'w:abstractNumId') ?? '';
    const definition = abstract.get(counter);
    const link = valueIn(definition, 'w:numStyleLink');
    const linked =
      link === undefined || isLinked ? undefined : valueIn(numberingOfStyle(link), 'w:numId');
    const list =
      number === undefined || definition === undefined
        ? undefined
        : linked === undefined
          ? listForm(id, counter, number, definition)
          : listOf(linked, true);
    known.set(id, list);
    return list;
  };
  return (direct, inherited, style) => {
    const id = valueIn(direct, 'w:numId') ?? valueIn(inherited, 'w:numId');
    if (id === undefined || id === '0') return undefined;
    const list = listOf(id);
    const said = valueIn(direct, 'w:ilvl') ?? valueIn(inherited, 'w:ilvl');
    const ofStyle = [...(list?.levels ?? [])].find(([, each]) => each.style === style)?.[0];
    const level = said !== undefined && /^[0-8]$/.test(said) ? Number(said) : (ofStyle ?? 0);
    const form = list?.levels.get(level);
    return form && list && { counter: list.counter, level, ...form };
  };
}

interface ListForm {
  readonly counter: string;
  /** Levels that have neither bullets nor numbers are not there. */
  readonly levels: ReadonlyMap<number, Level>;
}

const LEVELS = 9;

function listForm(
  id: string,
  abstract: string,
  number: XmlElement,
  definition: XmlElement,
): ListForm {
  const overrides = allIn(number, 'w:lvlOverride').slice(0, LEVELS);
  const levels = new Map<number, Level>();
  const own = overrides.flatMap((each) => allIn(each, 'w:lvl'));
  for (const level of [...allIn(definition, 'w:lvl').slice(0, LEVELS), ...own]) {
    const at = Number(level.attributes['w:ilvl'] ?? 0);
    const format = valueIn(level, 'w:numFmt') ?? 'decimal';
    levels.delete(at);
    if (format === 'none') continue;
    const begun = overrides.find((each) => each.attributes['w:ilvl'] === String(at));
    const start = valueIn(begun, 'w:startOverride') ?? valueIn(level, 'w:start') ?? '1';
    levels.set(at, {
      isNumbered: format !== 'bullet',
      start: /^\d{1,9}$/.test(start) ? Number(start) : 1,
      style: valueIn(level, 'w:pStyle'),
    });
  }
  // Lists of one definition count on, unless one of them says that it begins anew.
  const isOwn = overrides.some((each) => firstIn(each, 'w:startOverride') !== undefined);
  return { counter: isOwn ? `n${id}` : `a${abstract}`, levels };
}
