import { isEmpty, lastMarker, speechIn } from '../../suggest/index.js';
import { languageOfPage } from '../../workspace/index.js';
import { addName } from './add-name.js';
import { addRef } from './add-ref.js';
import {
  type ActionRequest,
  type CodeAction,
  isBelow,
  isWanted,
  type Offer,
  TAG_KIND,
} from './code-action.js';
import { commitment } from './commitment.js';
import { correctSpelling } from './correct-spelling.js';
import { define } from './define.js';
import { fix } from './fix.js';
import { fixAll } from './fix-all.js';
import { mendYaml } from './mend-yaml.js';
import { nameSource } from './name-source.js';
import { plainAgain } from './plain-again.js';
import { setDeadline } from './set-deadline.js';
import { spareDefinition } from './spare-definition.js';
import { suggested } from './suggested.js';
import { suppress } from './suppress.js';
import { tagWords } from './tag.js';
import { tagAll } from './tag-all.js';
import { update } from './update.js';
import { widenBlock } from './widen-block.js';
import { writeFootnote } from './write-footnote.js';

/** In the order they are shown; to look away is the last thing to do about a finding. */
export const ACTIONS: readonly CodeAction[] = [
  correctSpelling,
  fix,
  mendYaml,
  widenBlock,
  writeFootnote,
  spareDefinition,
  nameSource,
  setDeadline,
  addRef,
  addName,
  define,
  plainAgain,
  suggested,
  tagWords,
  tagAll,
  commitment,
  update,
  fixAll,
  suppress,
];

/** What can be done at a place. Actions of kinds that are not wanted are not asked. */
export function* offersFor(ask: ActionRequest): Iterable<Offer & { readonly action: string }> {
  // Markdown that is no brief is left alone, unless someone asks to begin one.
  if (ask.page.facts.role === 'document' && ask.trigger === 'unasked') return;
  const few = { ...ask, reports: ask.reports.slice(0, MAX_REPORTS) };
  const isKnown = alreadyOffered();
  for (const action of isPromising(few) ? PROMISE_FIRST : ACTIONS) {
    if (!mayOffer(action, ask.only)) continue;
    for (const offer of action.offer(few)) {
      if (!isWanted(offer.kind, ask.only) || isKnown(offer)) continue;
      yield { ...offer, action: action.name };
    }
  }
}

/** Whether the same tag was offered by another name before. */
function alreadyOffered(): (offer: Offer) => boolean {
  const known = new Set<string>();
  return ({ kind, edits }) => {
    if (typeof edits === 'function' || !isBelow(kind, TAG_KIND)) return false;
    const written = JSON.stringify(edits);
    const isKnown = known.has(written);
    known.add(written);
    return isKnown;
  };
}

const PROMISE_FIRST = ACTIONS.flatMap((action) =>
  action === tagWords ? [commitment, tagWords] : action === commitment ? [] : [action],
);

/** Whoever selects "will build a port" wants to make it a commitment, and not a person. */
function isPromising({ workspace, page, selection }: ActionRequest): boolean {
  if (isEmpty(selection) || page.facts.role === 'registry') return false;
  const { start } = selection;
  const end = Math.min(selection.end, start + MAX_SELECTION);
  const { words } = speechIn(page, { start, end });
  return lastMarker(words, languageOfPage(workspace, page)) !== undefined;
}

/** The words of a promise begin with what says that it is one, or soon come to it. */
const MAX_SELECTION = 500;

/** Who has selected more findings than this wants to do something else about them. */
const MAX_REPORTS = 20;

function mayOffer({ kinds }: CodeAction, only: readonly string[] | undefined): boolean {
  if (only === undefined) return true;
  return kinds.some((kind) => isWanted(kind, only) || only.some((each) => isBelow(each, kind)));
}
