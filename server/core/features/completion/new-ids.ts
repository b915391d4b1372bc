import type { Language } from '../../language/index.js';
import type { Span } from '../../text/index.js';
import {
  languageOfPage,
  newCommitmentId,
  newEntityId,
  type Page,
  type Workspace,
} from '../../workspace/index.js';
import type { Completion } from './completion.js';
import { insertValue } from './insertion.js';
import { readTagAt, type TagAtCursor } from './tag-at-cursor.js';
import { closingBrace, missingBrace } from './value-insertion.js';

/** Ids that are free, made of the words of what is defined. */
export function newIdItems(
  workspace: Workspace,
  page: Page,
  tag: TagAtCursor,
  span: Span,
  offset: number,
): readonly Completion[] {
  const { kind } = tag;
  const fact = readTagAt(page, tag);
  if (fact === undefined || (kind.role !== 'entity' && kind.role !== 'commitment')) return [];
  const typed = page.text.slice(span.start, offset);
  const brace = missingBrace(page.text, tag, offset);
  const isHere = brace !== undefined && brace <= span.end;
  const slot = {
    span,
    typed,
    before: '',
    after: isHere ? '}' : '',
    also: brace === undefined || isHere ? [] : [closingBrace(brace)],
  };
  return candidates(workspace, tag, fact.words, languageOfPage(workspace, page)).map((id) => ({
    label: id,
    detail: `A free id for this ${kind.title.toLowerCase()}.`,
    filter: id,
    icon: { type: 'id' },
    ...insertValue(slot, id),
  }));
}

function candidates(
  workspace: Workspace,
  { kind }: TagAtCursor,
  words: string,
  language: Language,
): readonly string[] {
  if (kind.role === 'commitment') return [newCommitmentId(workspace, words, language)];
  const last = words.split(/\s+/).at(-1) ?? '';
  const names = kind.tag === 'person' && last !== words ? [words, last] : [words];
  return [...new Set(names.map((name) => newEntityId(workspace, kind.tag, name)))];
}
