import { type BlockFacts, changedBlocks, type Facts, partsOf } from '../brief/index.js';
import type { DifferingPart } from '../text/index.js';
import type { Page } from './model.js';

/** Where the blocks of a page stand: found by searching, or known from before an edit. */
interface KnownPlaces {
  /** How often all blocks were searched. */
  searches: number;
  /** Of the page as it was before some edits. */
  base?: Places;
  /** The edits since then. */
  readonly edits: readonly DifferingPart[];
  /** The blocks that came with them, as they stand now. */
  readonly come: readonly Range[];
  readonly isEdited: boolean;
}

/** Most stand in one place. */
type Places = ReadonlyMap<BlockFacts, number | readonly number[]>;

interface Range {
  readonly from: number;
  readonly to: number;
}

const known = new WeakMap<Facts, KnownPlaces>();

/** A few questions search all blocks; after so many, knowing where each stands costs less. */
const MAX_SEARCHES = 8;
/** After so many edits all places are counted again. */
const MAX_EDITS = 64;

/** The indices of those blocks of a page that say this, in order. */
export function placesIn(page: Page, wanted: readonly BlockFacts[]): readonly number[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const kept = placesKnown(page.facts);
  if (wanted.length === 1 && kept.base !== undefined && !kept.isEdited) {
    const place = kept.base.get(first) ?? [];
    return typeof place === 'number' ? [place] : place;
  }
  const all = new Set(wanted);
  if (kept.base === undefined && !kept.isEdited && kept.searches < MAX_SEARCHES) {
    kept.searches += 1;
    return searched(page, all, { from: 0, to: Number.POSITIVE_INFINITY });
  }
  const places = kept.base ?? placesOf(page);
  kept.base = places;
  const found = [...all].flatMap((facts) => places.get(facts) ?? []).flatMap(movedBy(kept.edits));
  for (const range of kept.come) found.push(...searched(page, all, range));
  return found.sort((a, b) => a - b);
}

/** Takes over from a page before an edit where its blocks stand. */
export function keepPlaces(before: Page, after: Page): void {
  const changed = changedBlocks(before.facts, after.facts);
  if (changed === undefined) return;
  const { base, edits, come } = placesKnown(before.facts);
  const isLong = base === undefined || edits.length >= MAX_EDITS;
  const { start, comeEnd } = changed;
  known.set(after.facts, {
    searches: 0,
    isEdited: true,
    ...(isLong
      ? { edits: [], come: [] }
      : {
          base,
          edits: [...edits, changed],
          come: [...come.flatMap(rangeMovedBy(changed)), { from: start, to: comeEnd }],
        }),
  });
}

function placesKnown(facts: Facts): KnownPlaces {
  const kept = known.get(facts) ?? { searches: 0, edits: [], come: [], isEdited: false };
  known.set(facts, kept);
  return kept;
}

/** Where a block is after some edits; nowhere, if it was in one of them. */
function movedBy(edits: readonly DifferingPart[]): (place: number) => readonly number[] {
  return (place) => {
    let at = place;
    for (const { start, goneEnd, comeEnd } of edits) {
      if (at < start) continue;
      if (at < goneEnd) return [];
      at += comeEnd - goneEnd;
    }
    return [at];
  };
}

function rangeMovedBy({ start, goneEnd, comeEnd }: DifferingPart) {
  const by = comeEnd - goneEnd;
  return ({ from, to }: Range): readonly Range[] =>
    [
      { from, to: Math.min(to, start) },
      { from: Math.max(from, goneEnd) + by, to: to + by },
    ].filter((one) => one.from < one.to);
}

function searched(page: Page, all: ReadonlySet<BlockFacts>, { from, to }: Range): number[] {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const found: number[] = [];
  for (let at = from; at < Math.min(to, blocks.length); at += 1) {
    const facts = blocks[at]?.facts;
    if (facts !== undefined && all.has(facts)) found.push(at);
  }
  return found;
}

function placesOf(page: Page): Places {
  const places = new Map<BlockFacts, number | number[]>();
  for (const [at, { facts }] of (partsOf(page.facts)?.blocks ?? []).entries()) {
    const before = places.get(facts);
    if (before === undefined) places.set(facts, at);
    else if (typeof before === 'number') places.set(facts, [before, at]);
    else before.push(at);
  }
  return places;
}
