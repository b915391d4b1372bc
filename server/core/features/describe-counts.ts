import { counted } from '../rules/index.js';
import {
  type DefinitionAt,
  type Place,
  type TagAt,
  usesOf,
  type Workspace,
} from '../workspace/index.js';
import type { Card } from './card.js';
import { joined, type Line, placed } from './hover-text.js';

/** `9 mentions in 2 files · defined in registry.yaml`. */
export function mentionLine(workspace: Workspace, card: Card): Line {
  const { kind, id, mentions, definedAt } = card;
  const cited = kind === 'source' ? citations(workspace, id) : 0;
  const counts =
    cited > 0 && mentions.length === 0
      ? [counted(cited, 'citation')]
      : [mentionWords(mentions), ...(cited > 0 ? [counted(cited, 'citation')] : [])];
  return joined([...counts, definedIn(definedAt)]);
}

/** A source is named in attributes and in front matter rather than in sentences. */
function citations(workspace: Workspace, id: string): number {
  return usesOf(workspace, id).filter(({ use }) => use.attribute !== 'ref').length;
}

export function mentionWords(mentions: readonly TagAt[]): string {
  if (mentions.length === 0) return 'Not mentioned';
  const pages = pagesOf(mentions);
  return `${counted(mentions.length, 'mention')} in ${counted(pages, 'file')}`;
}

/** They come in order of their pages. */
function pagesOf(mentions: readonly TagAt[]): number {
  let pages = 0;
  let last: string | undefined;
  for (const { page } of mentions) {
    if (page !== last) pages += 1;
    last = page;
  }
  return pages;
}

/** Two are a fault; the first counts and the others are named, so that one can be taken out. */
function definedIn(definedAt: readonly DefinitionAt[]): Line {
  const MOST = 3;
  const files = definedAt
    .slice(0, MOST)
    .map(({ page, definition }) => placed(page, { page, span: definition.id.span }));
  return files.length === 0 ? [] : ['defined in ', ...joined(files, ' and again in ')];
}

export function placeOfDefinition({ definedAt }: Card): Place | undefined {
  const [at] = definedAt;
  return at && { page: at.page, span: at.definition.id.span };
}
