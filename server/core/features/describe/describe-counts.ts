import { counted } from '../../text/index.js';
import {
  countMentions,
  type DefinitionAt,
  type Place,
  pointersTo,
  type UseAt,
  type Workspace,
} from '../../workspace/index.js';
import type { EntityBasics } from './card.js';
import { joined, type Line, placed } from './rich-text.js';

/** `9 mentions in 2 files · defined in registry.yaml`. */
export function mentionLine(workspace: Workspace, { kind, id, definedAt }: EntityBasics): Line {
  const cited = kind === 'source' ? citationsOf(workspace, id).length : 0;
  const { mentions } = countMentions(workspace, id);
  return joined([
    mentions > 0 || cited === 0 ? mentionWords(workspace, id) : undefined,
    cited > 0 ? counted(cited, 'citation') : undefined,
    definedIn(definedAt),
  ]);
}

/** A source is named in attributes and in front matter rather than in sentences. */
export function citationsOf(workspace: Workspace, id: string): readonly UseAt[] {
  return pointersTo(workspace, id).filter(({ use }) => use.attribute !== 'ref');
}

export function mentionWords(workspace: Workspace, id: string): string {
  const { mentions, pages } = countMentions(workspace, id);
  if (mentions === 0) return 'Not mentioned';
  return `${counted(mentions, 'mention')} in ${counted(pages, 'file')}`;
}

/** Two are a fault; the first counts and the others are named, so that one can be taken out. */
function definedIn(definedAt: readonly DefinitionAt[]): Line {
  const MAX_CITATIONS = 3;
  const files = definedAt
    .slice(0, MAX_CITATIONS)
    .map(({ page, definition }) => placed(page, { page, span: definition.id.span }));
  return files.length === 0 ? [] : ['defined in ', ...joined(files, ' and again in ')];
}

export function placeOfDefinition({ definedAt }: EntityBasics): Place | undefined {
  const [at] = definedAt;
  return at && { page: at.page, span: at.definition.id.span };
}
