import { shortened } from '../../rules/index.js';
import { foldSpace } from '../../text/index.js';
import { commitmentOf, type Page, type Workspace } from '../../workspace/index.js';
import { commitmentState } from '../describe/card.js';
import { commitmentStateWords } from '../describe/commitment-words.js';
import type { Completion } from './completion.js';
import { type Insertion, insertValue } from './insertion.js';
import { type LikelyMatch, likelyMatches, type MatchQuery } from './likely-matches.js';
import { filterOf, fitOf, lineOf, linesOf, type SearchQuery } from './name-search.js';

/** Entities and commitments by name, to be written by id. */
export function idItems(
  workspace: Workspace,
  page: Page,
  slot: Insertion,
  wanted: MatchQuery,
): readonly Completion[] {
  return likelyMatches(workspace, page, wanted).map((found) =>
    idItem(workspace, slot, wanted.query, found),
  );
}

function idItem(
  workspace: Workspace,
  slot: Insertion,
  query: SearchQuery,
  { known }: LikelyMatch,
): Completion {
  const { definition, names } = known;
  const id = definition.id.text;
  return {
    label: shortened(names[0] || id),
    beside: id,
    detail: detailOf(workspace, id, definition.kind),
    filter: filterOf(query, answeringLine(linesOf(known), query)),
    icon: { type: 'thing', kind: definition.kind },
    documentedBy: { type: 'thing', id },
    ...insertValue(slot, id),
  };
}

/** The line that answers best: a name, another name or the id. */
function answeringLine(lines: string, query: SearchQuery): string {
  const all = lines.split('\n');
  const found = all.find((line) => fitOf(line, query) === 0);
  return found ?? all.find((line) => fitOf(line, query) !== undefined) ?? lineOf('');
}

/** What it is; of a commitment whose, to whom and how it stands. */
export function detailOf(workspace: Workspace, id: string, kind: string): string {
  const commitment = kind === 'commitment' ? commitmentOf(workspace, id) : undefined;
  if (commitment !== undefined) {
    return foldSpace(commitmentStateWords(workspace, commitmentState(workspace, commitment)));
  }
  return workspace.vocabulary.kinds.get(kind)?.title ?? kind;
}

/** Words that may stand in place of an id. */
export function wordItem(slot: Insertion, word: string, detail: string): Completion {
  return { label: word, detail, filter: word, icon: { type: 'word' }, ...insertValue(slot, word) };
}
