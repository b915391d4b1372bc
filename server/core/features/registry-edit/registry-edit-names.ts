import type { Definition } from '../../brief/index.js';
import { type Entry, type Mapping, type Value, yamlScalar } from '../../parse/index.js';
import { addAttributeEdit, type PageEdit } from '../../rules/index.js';
import type { TextEdit } from '../../text/index.js';
import { type DefinitionAt, type Page, type Workspace, yamlOf } from '../../workspace/index.js';
import { onPage, reread } from './registry-edit.js';
import {
  endOfEntry,
  eolOf,
  indentAt,
  inFlow,
  insert,
  isFlow,
  lineEndAt,
  outsideQuotes,
} from './registry-edit-yaml.js';
import { intoList } from './yaml-list.js';

/**
 * The edits that add a name to the other names of what is defined there, by an entry or by a tag.
 * `undefined` where that cannot be done so that it is read as meant.
 */
export function otherNameEdits(
  workspace: Workspace,
  { page: id, definition }: DefinitionAt,
  name: string,
): readonly PageEdit[] | undefined {
  const page = workspace.pages.get(id);
  if (page === undefined || name.includes(';')) return undefined;
  const edit =
    definition.tag === undefined
      ? inRegistry(page, definition, name)
      : inTag(page, definition, definition.tag, name);
  if (edit === undefined || !isRead(workspace, page, definition, name, edit)) return undefined;
  return onPage(id, [edit]);
}

function isRead(
  workspace: Workspace,
  page: Page,
  { id, otherNames }: Definition,
  name: string,
  edit: TextEdit,
): boolean {
  const after = reread(workspace, page, [edit]);
  const names = after?.facts.definitions.find((each) => each.id.text === id.text)?.otherNames ?? [];
  return names.length === otherNames.length + 1 && names.at(-1)?.text === name;
}

function inTag(
  page: Page,
  { attributes }: Definition,
  index: number,
  name: string,
): TextEdit | undefined {
  const tag = page.facts.tags[index];
  const value = attributes.find((attribute) => attribute.name === 'other_names')?.value;
  if (tag === undefined) return undefined;
  const written = name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  if (value === undefined) return addAttributeEdit(page, tag, `other-names="${written}"`);
  const { start, end } = value.span;
  if (page.text[start - 1] === '"') return insert(end, `; ${written}`);
  if (page.text[start - 1] === "'") return undefined;
  return { span: value.span, text: `"${page.text.slice(start, end)}; ${written}"` };
}

function inRegistry(
  { text, ...page }: Page,
  { kind, id }: Definition,
  name: string,
): TextEdit | undefined {
  const top = yamlOf({ text, ...page }).value;
  const entry = at(at(top, kind)?.value, id.text);
  if (entry?.value.type !== 'mapping') return undefined;
  const held = at(entry.value, 'other_names') ?? at(entry.value, 'other-names');
  if (held !== undefined) return intoList(text, held, name);
  const named = at(entry.value, 'name');
  if (named === undefined) return undefined;
  const list = `other_names: [${yamlScalar(name, 'flow')}]`;
  if (isFlow(text, entry.value)) {
    const end = outsideQuotes(text, named);
    const isLast = entry.value.entries.at(-1) === named;
    return isLast ? inFlow(text, entry.value, list) : insert(end, `, ${list}`);
  }
  const indent = indentAt(text, named.key.span.start);
  return insert(lineEndAt(text, endOfEntry(named)), `${eolOf(text)}${indent}${list}`);
}

function at(value: Value | undefined, key: string): Entry | undefined {
  const mapping: Mapping | undefined = value?.type === 'mapping' ? value : undefined;
  return mapping?.entries.find((entry) => entry.key.text === key);
}
