import { canonicalName, type Definition } from '../brief/index.js';
import { type DayRange, timeBetween } from '../dates/index.js';
import type { Mapping } from '../parse/index.js';
import { definitionsOf } from './definitions.js';
import { pagesWith } from './graph.js';
import { perKey, perPage, perWorkspace } from './memo.js';
import type { Holding, PageId, Workspace } from './model.js';
import { symbolsOf } from './page-symbols.js';

/** Who held an office and when, the earliest first, then by person. */
export const holdings: (workspace: Workspace, office: string) => readonly Holding[] = perKey(
  (workspace, office) =>
    pagesWith(workspace.graph, 'uses', office)
      .flatMap((id) => {
        const page = definers(workspace).has(id) ? workspace.pages.get(id) : undefined;
        return page ? holdingsIn(page) : [];
      })
      .filter((holding) => holding.office === office)
      .sort(byTime),
);

/** The pages that define people and the like: of 10,000 that name an office, few. */
const definers = perWorkspace(({ graph, vocabulary }): ReadonlySet<PageId> => {
  const entities = [...graph.kinds.keys()].filter(
    (kind) => vocabulary.kinds.get(kind)?.role === 'entity',
  );
  return new Set(entities.flatMap((kind) => pagesWith(graph, 'kinds', kind)));
});

/** Which offices a person held, the earliest first. */
export const holdingsOf: (workspace: Workspace, person: string) => readonly Holding[] = perKey(
  (workspace, person) =>
    definitionsOf(workspace, person)
      .flatMap(({ page, definition }) => memberships(page, definition))
      .sort(byTime),
);

/**
 * The people who certainly held an office on every day of a range, sorted. Memberships without dates
 * and days that an imprecise date leaves open say nothing.
 */
export function holdersOn(
  workspace: Workspace,
  office: string,
  range: DayRange,
): readonly string[] {
  const sure = holdings(workspace, office).filter(
    ({ sure: days }) => days !== undefined && days.first <= range.first && range.last <= days.last,
  );
  return [...new Set(sure.map((holding) => holding.person))].sort();
}

/**
 * Whether a person may have held an office on some day of a range. `undefined`: their memberships in
 * it, if any, have no dates, so nothing can be said; `false` is certain.
 */
export function mayHaveHeld(
  workspace: Workspace,
  person: string,
  office: string,
  range: DayRange,
): boolean | undefined {
  const held = holdingsOf(workspace, person).filter((holding) => holding.office === office);
  if (held.length === 0 || held.some((holding) => !holding.dated)) return undefined;
  return held.some(
    (holding) => holding.range.first <= range.last && range.first <= holding.range.last,
  );
}

/** Every holding a page tells of, by place; kept with the page, as most registries rarely change. */
const holdingsIn = perPage((page): readonly Holding[] => {
  const people = [...symbolsOf(page).definitions.values()].flat();
  return people.flatMap((person) => memberships(page.id, person));
});

function memberships(page: PageId, person: Definition): readonly Holding[] {
  const value = person.attributes.find((attribute) => attribute.name === 'memberships')?.value;
  if (value === undefined || value.type === 'scalar') return [];
  const records = value.type === 'mapping' ? [value] : value.items;
  return records.flatMap((record) =>
    record.type === 'mapping' ? holdingFrom(page, person.id.text, record) : [],
  );
}

function holdingFrom(page: PageId, person: string, record: Mapping): readonly Holding[] {
  const office = textIn(record, 'office');
  if (office === undefined) return [];
  const time = timeBetween(textIn(record, 'start_date'), textIn(record, 'end_date'));
  // With dates that tell nothing it may have been any time, as without any.
  const { start, end } = time ?? { start: undefined, end: undefined };
  const dated = start !== undefined || end !== undefined;
  const range = { first: start?.first ?? -Infinity, last: end?.last ?? Infinity };
  const sure = { first: start?.last ?? -Infinity, last: end?.first ?? Infinity };
  const certain = dated && sure.first <= sure.last;
  const place = { page, span: record.span };
  return [{ person, office, range, sure: certain ? sure : undefined, dated, place }];
}

function textIn(record: Mapping, name: string): string | undefined {
  const value = record.entries.find((entry) => canonicalName(entry.key.text) === name)?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}

function byTime(a: Holding, b: Holding): number {
  if (a.range.first !== b.range.first) return a.range.first - b.range.first;
  return a.person === b.person ? 0 : a.person < b.person ? -1 : 1;
}
