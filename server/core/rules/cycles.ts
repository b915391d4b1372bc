import { bySpan, groupBy, type Span } from '../text/index.js';
import type { PageId } from '../workspace/index.js';

/** One id pointing at another, and where. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly page: PageId;
  readonly span: Span;
}

type LinksFrom = (id: string) => readonly Link[];

/**
 * One circle for each knot of ids that lead back to themselves, of those that can be reached from
 * `starts` and have a link on `page`. It begins with the link that closes it: the last on the page.
 * Linear in the links, and never recursive: a chain of ten thousand promises is no reason to fall over.
 */
export function* findCycles(
  starts: readonly string[],
  linksFrom: LinksFrom,
  page: PageId,
): Iterable<readonly Link[]> {
  for (const knot of knots(starts, linksFrom)) {
    const inside = [...knot].flatMap(linksFrom).filter(({ to }) => knot.has(to));
    const closing = inside
      .filter((link) => link.page === page)
      .sort((a, b) => bySpan(a.span, b.span))
      .at(-1);
    if (closing !== undefined) yield [closing, ...way(closing.to, closing.from, inside)];
  }
}

/** The shortest way from one id of a knot to another. */
function way(from: string, to: string, links: readonly Link[]): readonly Link[] {
  const outgoing = groupBy(links, ({ from }) => from);
  const arrivals = new Map<string, Link | undefined>([[from, undefined]]);
  for (const id of arrivals.keys()) {
    if (id === to) break;
    for (const link of outgoing.get(id) ?? []) {
      if (!arrivals.has(link.to)) arrivals.set(link.to, link);
    }
  }
  const back: Link[] = [];
  for (let link = arrivals.get(to); link !== undefined; link = arrivals.get(link.from)) {
    back.push(link);
  }
  return back.reverse();
}

interface Visit {
  readonly id: string;
  readonly order: number;
  /** The earliest visit that can be reached from here, in the knot being tied. */
  low: number;
  readonly links: readonly Link[];
  next: number;
  tied: boolean;
}

/**
 * The sets of ids that all lead to each other, and ids that point at themselves: strongly connected
 * components after R. Tarjan (1972), with a stack of its own in place of recursion.
 */
function* knots(starts: readonly string[], linksFrom: LinksFrom): Iterable<ReadonlySet<string>> {
  const visits = new Map<string, Visit>();
  const open: Visit[] = [];
  const enter = (id: string): Visit => {
    const order = visits.size;
    const visit = { id, order, low: order, links: linksFrom(id), next: 0, tied: false };
    visits.set(id, visit);
    open.push(visit);
    return visit;
  };
  for (const start of starts) {
    const path = visits.has(start) ? [] : [enter(start)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const link = here.links[here.next];
      here.next += 1;
      if (link !== undefined) {
        const there = visits.get(link.to);
        if (there === undefined) path.push(enter(link.to));
        else if (!there.tied) here.low = Math.min(here.low, there.order);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) before.low = Math.min(before.low, here.low);
      if (here.low !== here.order) continue;
      const knot = open.splice(open.lastIndexOf(here));
      for (const visit of knot) visit.tied = true;
      if (knot.length > 1 || here.links.some(({ to }) => to === here.id)) {
        yield new Set(knot.map(({ id }) => id));
      }
    }
  }
}
