import { type Attribute, type Definition, scalars } from '../../brief/index.js';
import { yamlScalar } from '../../parse/index.js';
import { foldName, type Span, type TextEdit, type Written } from '../../text/index.js';
import type { Page } from '../../workspace/index.js';
import { type RenameRefused, refuse } from './rename-model.js';

/**
 * The edits after which a definition has the name `to` wherever an attribute gives it `name` now: in
 * quotes where a registry or a tag needs them.
 */
export function nameEdits(
  page: Page,
  definition: Definition,
  name: string,
  to: string,
): readonly TextEdit[] | RenameRefused {
  const wanted = foldName(name);
  const edits: TextEdit[] = [];
  for (const attribute of definition.attributes) {
    if (attribute.name !== 'name' && attribute.name !== 'other_names') continue;
    const items = scalars([attribute], attribute.name);
    if (!items.some(({ text }) => foldName(text) === wanted)) continue;
    if (isSplit(page, definition, attribute) && to.includes(';')) return refuse(SEMICOLON);
    const shared = sharer(page, definition, items);
    if (shared !== undefined) return refuse(aliasWords(shared));
    const held: Held = { page, attribute, items, wanted, to };
    edits.push(...(definition.tag === undefined ? inRegistry(held) : inTag(held)));
  }
  return edits;
}

const SEMICOLON = "A ';' separates the other names, so a name cannot contain one. Leave it out.";

function aliasWords(id: string): string {
  return `An alias (*) uses this name for '${id}' too. Write the name itself in both places first.`;
}

/** All that one attribute says. */
interface Held {
  readonly page: Page;
  readonly attribute: Attribute;
  readonly items: readonly Written[];
  /** Folded. */
  readonly wanted: string;
  readonly to: string;
}

/** Whether several names stand in one scalar, parted by `;`. */
function isSplit({ text }: Page, { tag }: Definition, { name, value }: Attribute): boolean {
  if (name === 'name' || value.type !== 'list') return false;
  const first = value.items[0]?.span.start;
  return (
    tag !== undefined || first === value.span.start || !/[[-]/.test(text[value.span.start] ?? '')
  );
}

/** Through a YAML alias one text is the name of several. */
function sharer(
  { facts }: Page,
  { id, tag }: Definition,
  items: readonly Written[],
): string | undefined {
  if (tag !== undefined) return undefined;
  const starts = new Set(items.map(({ span }) => span.start));
  const other = facts.definitions.find(
    (each) =>
      each.id.text !== id.text &&
      [each.name, ...each.otherNames].some(({ span }) => starts.has(span.start)),
  );
  return other?.id.text;
}

/** The items with the new name among them, parted as a tag parts them. */
function joined({ items, wanted, to }: Held): string {
  return items.map(({ text }) => (foldName(text) === wanted ? to : text)).join('; ');
}

function matching({ items, wanted }: Held): readonly Written[] {
  return items.filter(({ text }) => foldName(text) === wanted);
}

function inRegistry(held: Held): readonly TextEdit[] {
  const { page, attribute, to } = held;
  const { value } = attribute;
  const first = value.type === 'list' ? value.items[0] : undefined;
  const isList =
    value.type === 'list' &&
    first?.span.start !== value.span.start &&
    /[[-]/.test(page.text[value.span.start] ?? '');
  if (isList) return matching(held).map(({ span }) => yamlEdit(page.text, span, to));
  return [yamlEdit(page.text, value.span, joined(held))];
}

/** In the quotes that are there, else in new ones where the words need some. */
function yamlEdit(text: string, span: Span, to: string): TextEdit {
  const quote = text[span.start - 1];
  if (quote === '"' && text[span.end] === '"')
    return { span, text: JSON.stringify(to).slice(1, -1) };
  if (quote === "'" && text[span.end] === "'") return { span, text: to.replaceAll("'", "''") };
  return { span, text: yamlScalar(to, 'flow') };
}

function inTag(held: Held): readonly TextEdit[] {
  const { page, attribute, to } = held;
  const { span } = attribute.value;
  const quote = page.text[span.start - 1] ?? '';
  const isQuoted = /["'“”„‟‘’‚‛]/.test(quote);
  const isVerbatim = held.items.every(
    (item) => page.text.slice(item.span.start, item.span.end) === item.text,
  );
  if (isVerbatim && (isQuoted || /^[\w./-]+$/.test(to)))
    return matching(held).map((item) => ({ span: item.span, text: attributeText(to) }));
  const whole = attributeText(joined(held));
  return [{ span, text: isQuoted ? whole : `"${whole}"` }];
}

/** Words between the quotes of an attribute, where only character references mean something. */
function attributeText(words: string): string {
  return words
    .replace(/&(?=#?\w)/g, '&amp;')
    .replace(/["'“”„‟{}]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** As an attribute of a tag that has none of that name. */
export function nameAttribute(to: string): string {
  return `name="${attributeText(to)}"`;
}
