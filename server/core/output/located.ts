import { type Lines, linesOf, type Point, pointsOf, type Range } from '../text/index.js';
import type { PageId, Place } from '../workspace/index.js';

/** A place in a file, for a reader outside. */
export interface FileRange {
  /** The file's path, with `/`. */
  readonly file: string;
  readonly range: Range;
}

/** Gives the places of one workspace; what it has to know of a text it finds out once. */
export function locatorOf(
  textOf: (page: PageId) => string,
  fileOf: (page: PageId) => string,
  linesIn: (page: PageId) => Lines = (page) => linesOf(textOf(page)),
): (place: Place) => FileRange {
  const known = new Map<PageId, (offset: number) => Point>();
  const pointsIn = (page: PageId): ((offset: number) => Point) => {
    const before = known.get(page);
    if (before !== undefined) return before;
    const points = pointsOf(textOf(page), linesIn(page));
    known.set(page, points);
    return points;
  };
  return ({ page, span }) => {
    const pointAt = pointsIn(page);
    return { file: fileOf(page), range: { start: pointAt(span.start), end: pointAt(span.end) } };
  };
}
