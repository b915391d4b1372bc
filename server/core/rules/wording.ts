import { type Definition, scalar } from '../brief/index.js';
import { foldSpace } from '../text/index.js';
import {
  type DefinitionAt,
  definitionsOf,
  entityOf,
  holdingsOf,
  type Workspace,
} from '../workspace/index.js';
import type { Related } from './rule.js';

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** A brief's own words in a message: on one line, cut when long, between quotes. */
export function quoted(words: string): string {
  return `'${shortened(words)}'`;
}

export function shortened(words: string): string {
  const line = foldSpace(words);
  if (line.length <= 60) return line;
  return `${line
    .slice(0, 57)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** What an id stands for, for a person to read: `Pete Hegseth`; of a commitment its words; else the id. */
export function nameOf(workspace: Workspace, id: string): string {
  const name = definitionsOf(workspace, id)[0]?.definition.name.text;
  return name === undefined || name === '' ? id : shortened(name);
}

/** `India and the rest`, from ids. */
export function namesOf(workspace: Workspace, ids: readonly string[], last: 'and' | 'or'): string {
  return listOf(
    ids.map((id) => nameOf(workspace, id)),
    last,
  );
}

/** `a person`, `an office`, from the word of a kind. */
export function aKind(workspace: Workspace, kind: string): string {
  const title = kindTitle(workspace, kind);
  return `${SOUNDS_LIKE_VOWEL.test(title) ? 'an' : 'a'} ${title}`;
}

/** `an office`, `an hour`; but `a union`, `a user`, `a European body`. */
const SOUNDS_LIKE_VOWEL = /^(?:(?!eu|one\b|uni(?!n|m)|us[aeiu]|ut[ei])[aeiou]|hon|hour|heir)/;

/** A value such as `in-progress` as it is said in a sentence. */
export function valueInWords(value: string): string {
  return value.replaceAll('-', ' ');
}

export function kindTitle(workspace: Workspace, kind: string): string {
  return (workspace.vocabulary.kinds.get(kind)?.title ?? kind).toLowerCase();
}

/** `a person, an office or a place`. */
export function anyOfKinds(workspace: Workspace, kinds: readonly string[] | 'any'): string {
  if (kinds === 'any') return 'an entity, not a commitment';
  return listOf(
    kinds.map((kind) => aKind(workspace, kind)),
    'or',
  );
}

/** The kinds an id may be of, spelt out: `any` is any kind of entity. */
export function kindsMeant(workspace: Workspace, kinds: readonly string[] | 'any'): string[] {
  if (kinds !== 'any') return [...kinds];
  const known = [...workspace.vocabulary.kinds.values()];
  return known.filter((kind) => kind.role === 'entity').map((kind) => kind.tag);
}

export function definedHere({ page, definition }: DefinitionAt): Related {
  const name = definition.name.text === '' ? definition.id.text : definition.name.text;
  return { page, span: definition.id.span, message: `${shortened(name)} is defined here.` };
}

/** A name with what tells its bearer from others of that name. */
export function nameAndId(workspace: Workspace, id: string): string {
  const clue = clueOf(workspace, id);
  return `${nameOf(workspace, id)} ('${id}'${clue === undefined ? '' : `, ${shortened(clue)}`})`;
}

const CLUES = ['description', 'classification', 'instrument', 'period', 'start_date', 'date'];

function clueOf(workspace: Workspace, id: string): string | undefined {
  const definition: Definition | undefined = entityOf(workspace, id)?.definition;
  if (definition === undefined) return undefined;
  const office = holdingsOf(workspace, id)[0]?.office;
  if (office !== undefined) return nameOf(workspace, office);
  for (const clue of CLUES) {
    const said = scalar(definition.attributes, clue)?.text;
    if (said !== undefined && said !== '') return said;
  }
  return undefined;
}

/** A clause as a sentence: with a capital and a full stop. */
export function sentence(clause: string): string {
  const text = clause.trim();
  const full = /[.!?]$/.test(text) ? text : `${text}.`;
  return full.charAt(0).toUpperCase() + full.slice(1);
}

/** How a message begins that is about a tag: `This :person tag`. */
export function thisTag({ kind }: { readonly kind?: string | undefined }): string {
  return kind === undefined ? 'This tag' : `This :${kind} tag`;
}

/**
 * What is wrong, why, and what was probably meant. A reader gives the reason as a clause (`it needs a
 * last day`) or as whole sentences, which name the thing and what to write; then they say it all.
 */
export function because(wrong: string, reason: string | undefined, wanted?: string): string {
  if (reason !== undefined && /^[\p{Lu}']/u.test(reason)) return sentence(reason);
  const said = sentence(reason === undefined ? wrong : `${wrong}: ${reason}`);
  return wanted === undefined ? said : `${said} Did you mean '${wanted}'?`;
}
