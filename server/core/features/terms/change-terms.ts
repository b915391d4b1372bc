import {
  type Attribute,
  EACH_OTHER,
  isAddress,
  scalar,
  scalars,
  type Tag,
} from '../../brief/index.js';
import { parseEdtf } from '../../dates/index.js';
import { STRENGTHS } from '../../language/index.js';
import { addAttributeEdit, type PageEdit, removeAttributeEdit } from '../../rules/index.js';
import { attributeText } from '../../suggest/index.js';
import { contains } from '../../text/index.js';
import { entityOf, type Page, tagsIn, type Workspace } from '../../workspace/index.js';
import { sourceOfBriefEdits } from '../actions/name-source.js';

/** What a form asks of a commitment that is written. Empty: it is not said. */
export interface WrittenTerms {
  readonly by: readonly string[];
  /** May hold `each-other`. */
  readonly to: readonly string[];
  readonly source: readonly string[];
  /** EDTF. */
  readonly due: string;
  readonly dueText: string;
  readonly strength: string;
}

/** The innermost commitment around an offset (UTF-16) whose attributes can be read. */
function commitmentAround(page: Page, offset: number): Tag | undefined {
  if (page.facts.role !== 'brief') return undefined;
  const here = { start: offset, end: offset };
  return tagsIn(page, here).findLast(
    ({ role, span, sound }) => role === 'commitment' && sound && contains(span, here),
  );
}

/** The terms of the commitment at an offset, as they are written. */
export function writtenTerms(page: Page, offset: number): WrittenTerms | undefined {
  const tag = commitmentAround(page, offset);
  if (tag === undefined) return undefined;
  const ids = (name: string): readonly string[] =>
    scalars(tag.attributes, name).map(({ text }) => text);
  const text = (name: string): string => scalar(tag.attributes, name)?.text ?? '';
  return {
    ...{ by: ids('by'), to: ids('to'), source: ids('source') },
    ...{ due: text('due'), dueText: text('due_text'), strength: text('strength') },
  };
}

/**
 * The edits that make the terms of a commitment others; what is not named stays. `undefined`: there is no commitment, or what
 * it would say is not known.
 */
export function changeTerms(
  workspace: Workspace,
  page: Page,
  offset: number,
  terms: Partial<WrittenTerms>,
): readonly PageEdit[] | undefined {
  const tag = commitmentAround(page, offset);
  if (tag === undefined || !isKnown(workspace, terms)) return undefined;
  const added: string[] = [];
  const edits: PageEdit[] = [];
  for (const [name, key, value] of wanted(terms)) {
    const attribute = tag.attributes.find((each) => each.name === name);
    if (attribute === undefined) {
      if (value !== '') added.push(`${key}=${value}`);
    } else if (value === '') edits.push(removeAttributeEdit(page, attribute));
    else edits.push(...replaced(page, attribute, value));
  }
  return added.length === 0 ? edits : [...edits, addAttributeEdit(page, tag, added.join(' '))];
}

function wanted(
  terms: Partial<WrittenTerms>,
): readonly (readonly [name: string, key: string, value: string])[] {
  const { by, to, source, due, dueText, strength } = terms;
  const all = [
    ['by', 'by', by?.join()],
    ['to', 'to', to?.join()],
    ['due', 'due', due],
    [
      'due_text',
      'due-text',
      dueText === undefined || dueText === '' ? dueText : attributeText(dueText),
    ],
    ['source', 'source', source === undefined ? undefined : sourceValue(source)],
    ['strength', 'strength', strength],
  ] as const;
  return all.flatMap(([name, key, value]) => (value === undefined ? [] : [[name, key, value]]));
}

/** An address may hold signs that end a value without quotes. */
function sourceValue(source: readonly string[]): string {
  const all = source.join();
  return /[\s"'=<>{}`]/.test(all) ? attributeText(all) : all;
}

/** The edits that name the source of a whole brief; `undefined` where it names one, or the source is not known. */
export function sourceOfBrief(
  workspace: Workspace,
  page: Page,
  terms: Partial<WrittenTerms>,
): readonly PageEdit[] | undefined {
  const [source, ...others] = terms.source ?? [];
  const { role, front } = page.facts;
  if (role !== 'brief' || front.source.length > 0) return undefined;
  if (source === undefined || others.length > 0 || !isKnown(workspace, terms)) return undefined;
  return sourceOfBriefEdits(workspace, page, source);
}

/** Quotes around the value go with it. */
function replaced(page: Page, { value }: Attribute, text: string): readonly PageEdit[] {
  let { start, end } = value.span;
  const quote = page.text[start - 1];
  if ((quote === '"' || quote === "'") && page.text[end] === quote)
    [start, end] = [start - 1, end + 1];
  return page.text.slice(start, end) === text
    ? []
    : [{ page: page.id, span: { start, end }, text }];
}

/** Nothing is written that no registry has, and no day that is none. */
function isKnown(workspace: Workspace, terms: Partial<WrittenTerms>): boolean {
  const { by = [], to = [], source = [], due = '', strength = '' } = terms;
  const isEntity = (id: string): boolean => entityOf(workspace, id) !== undefined;
  return (
    [...by, ...to.filter((id) => id !== EACH_OTHER)].every(isEntity) &&
    source.every((id) => isEntity(id) || isAddress(id)) &&
    (due === '' || parseEdtf(due) !== undefined) &&
    (strength === '' || STRENGTHS.some((each) => each === strength))
  );
}
