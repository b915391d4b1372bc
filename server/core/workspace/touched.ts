// Over 150 lines: who looks at what of whom is one question.
import {
  changedBlocks,
  type Definition,
  type Facts,
  isFollowUp,
  partsOf,
  type Tag,
} from '../brief/index.js';
import { pagesWith, symbolsAlone } from './graph.js';
import { sameAnchorsIn } from './links.js';
import type { Page, PageId, Workspace } from './model.js';
import {
  definitionWords,
  frontWords,
  looksSame,
  sameHeadings,
  tagWords,
} from './page-signature.js';
import { type BlockFamily, blocksWithSymbols, symbolByBlock } from './page-symbols.js';
import { keysOf } from './resolve.js';
import { addressesOf, caselessKey, namesOf } from './symbols.js';

/** What was edited somewhere, as others look at it. */
export interface Touched {
  /** Where one of these symbols stands, something else may be found now. */
  readonly symbols: readonly (readonly [family: BlockFamily, symbol: string])[];
  /** Whether a page says something else of what it defines, promises or reports. */
  readonly isTold: boolean;
  /** Whether links to a page may lead elsewhere in it. */
  readonly isMoved: boolean;
  /** Whether something has another id or name: then, too, what is suggested for words that nothing has may differ. */
  readonly isNamed: boolean;
}

/**
 * What may be found elsewhere after some pages were edited. `undefined` where all that is found anywhere may
 * differ: a date or a language has changed, a registry breaks off or no longer, or too much follows from it.
 */
export function touchedBy(
  before: Workspace,
  after: Workspace,
  pages: readonly PageId[],
): Touched | undefined {
  if (
    before.graph.unread !== after.graph.unread ||
    before.graph.followUps !== after.graph.followUps
  )
    return undefined;
  const symbols: [BlockFamily, string][] = [];
  const told = new Set<string>();
  let isTold = false;
  let isMoved = false;
  for (const id of pages) {
    const [one, other] = [before.pages.get(id), after.pages.get(id)];
    if (one === undefined || other === undefined) return undefined;
    if (one === other) continue;
    const changed = changeOf(one, other);
    if (changed === undefined) return undefined;
    if (changed.isMoved) symbols.push(['links', id]);
    for (const each of changed.told) told.add(each);
    for (const key of changed.names) symbols.push(['mentions', key], ['caselessNames', key]);
    isTold ||= changed.isTold;
    isMoved ||= changed.isMoved;
    symbols.push(...usersOf(one, other));
  }
  const all = followed(after, told);
  if (all === undefined) return undefined;
  for (const id of all) {
    symbols.push(['uses', id], ['definitions', id]);
    for (const key of keysOf(after, id)) symbols.push(['mentions', key]);
  }
  return { symbols, isTold, isMoved, isNamed: before.naming !== after.naming };
}

/** The pages where something else may be found now. */
export function pagesTouched({ graph }: Workspace, { symbols }: Touched): ReadonlySet<PageId> {
  return new Set(symbols.flatMap(([family, symbol]) => pagesWith(graph, family, symbol)));
}

/** The indices of a page's blocks where something else may be found now, in order. */
export function blocksTouched(page: Page, { symbols }: Touched): readonly number[] {
  return blocksWithSymbols(page, symbols);
}

interface PageChange {
  /** The ids of what is told otherwise than before, and what it is told of. */
  readonly told: readonly string[];
  /** The caseless names of what is told otherwise, before and after. */
  readonly names: readonly string[];
  readonly isTold: boolean;
  readonly isMoved: boolean;
}

function changeOf(one: Page, other: Page): PageChange | undefined {
  const changed = changedBlocks(one.facts, other.facts);
  if (changed === undefined && looksSame(one, other)) return NOTHING;
  if (frontWords(one) !== frontWords(other)) return undefined;
  // A page that is not kept by block is one block.
  const gone = statementsIn(changed ? blocksOf(one, changed.start, changed.goneEnd) : [one.facts]);
  const come = statementsIn(
    changed ? blocksOf(other, changed.start, changed.comeEnd) : [other.facts],
  );
  const isTold = wordsOf(gone) !== wordsOf(come);
  const differing = [...without(gone, come), ...without(come, gone)];
  // Of what stands in another order, the first may be another.
  const about = isTold && differing.length === 0 ? gone : differing;
  return {
    told: about.flatMap((each) => each.about),
    names: about.flatMap((each) => each.names),
    isTold,
    isMoved: !sameAnchorsIn(one, other) || !sameHeadings(one, other, changed),
  };
}

function blocksOf({ facts }: Page, from: number, to: number): readonly Spoken[] {
  return (partsOf(facts)?.blocks ?? []).slice(from, to).map((block) => block.facts);
}

const NOTHING: PageChange = { told: [], names: [], isTold: false, isMoved: false };

/** A definition, a promise or a report. */
interface Statement {
  readonly words: string;
  /** Whom it is about: its id, and of what is no promise the ids that it names. */
  readonly about: readonly string[];
  /** How an entity is called, by caseless key. */
  readonly names: readonly string[];
}

type Spoken = Pick<Facts, 'definitions' | 'tags' | 'uses'>;

function statementsIn(blocks: readonly Spoken[]): readonly Statement[] {
  return blocks.flatMap(({ definitions, tags, uses }): readonly Statement[] => [
    ...definitions.map((definition, index) => ({
      words: JSON.stringify(definitionWords(definition)),
      names: namesOf(definition).map((name) => caselessKey(definition.kind, name)),
      about: [
        definition.id.text,
        ...addressesOf(definition),
        ...uses.flatMap(({ id, ...use }) =>
          use.definition === index || isOf(use.tag, definition, tags) ? [id.text] : [],
        ),
      ],
    })),
    ...tags.flatMap((tag, index) => {
      if (tag.role === 'mention' || tag.role === 'date') return [];
      const named = isFollowUp(tag.role) ? uses.filter((use) => use.tag === index) : [];
      return [
        {
          words: JSON.stringify(tagWords(tag)),
          names: [],
          about: [...(tag.id ? [tag.id.text] : []), ...named.map(({ id }) => id.text)],
        },
      ];
    }),
  ]);
}

function wordsOf(statements: readonly Statement[]): string {
  return statements.map(({ words }) => words).join('\n');
}

/** Who is in an office follows from the people who are defined, so it is about the office too. */
function isOf(use: number | undefined, { tag }: Definition, tags: readonly Tag[]): boolean {
  return use !== undefined && use === tag && tags[use]?.role !== 'commitment';
}

function without(all: readonly Statement[], others: readonly Statement[]): readonly Statement[] {
  const words = new Set(others.map((each) => each.words));
  return all.filter((each) => !words.has(each.words));
}

/** Whether something is used matters to where it is defined. */
function usersOf(one: Page, other: Page): readonly [BlockFamily, string][] {
  const found: [BlockFamily, string][] = [];
  for (const [page, against] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const id of symbolsAlone('uses', page, against)) found.push(['definitions', id]);
    for (const key of symbolsAlone('mentions', page, against)) found.push(['caselessNames', key]);
  }
  return found;
}

/** More than this follows from it: then all is asked again. */
const MAX_FOLLOWED = 100;
const MAX_USES = 2000;

/** These ids, and those of what points at them: a promise is made when its event takes place. */
function followed(workspace: Workspace, ids: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const all = new Set(ids);
  let looked = 0;
  for (const id of all) {
    for (const pageId of pagesWith(workspace.graph, 'uses', id)) {
      const page = workspace.pages.get(pageId);
      for (const { items, tags, definitions } of page ? symbolByBlock(page, 'uses', id) : []) {
        for (const { tag, definition } of items) {
          const owner = definition === undefined ? tags[tag ?? -1] : definitions[definition];
          if (owner?.id !== undefined) all.add(owner.id.text);
        }
        looked += items.length;
        if (all.size > MAX_FOLLOWED || looked > MAX_USES) return undefined;
      }
    }
  }
  return all;
}
