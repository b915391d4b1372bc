import { attribute } from './markup.js';

/** A part of the page that can be changed piece by piece. */
export interface Part {
  readonly id: string;
  /** The element's name. */
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly pieces: readonly Piece[];
}

/** One element, which is made by {@link piece}, and by what it is known. */
export interface Piece {
  readonly key: string;
  readonly markup: string;
}

/** What the page is told: only what differs. */
export interface PartChange {
  readonly id: string;
  readonly tag: string;
  readonly attributes: Part['attributes'];
  /** All pieces by their keys, in order. */
  readonly order: readonly string[];
  /** Those that are new or say something else. */
  readonly come: readonly Piece[];
}

/** @param inner what is between the element's tags */
export function piece(
  key: string,
  tag: string,
  attributes: readonly (readonly [string, string])[],
  inner: string,
): Piece {
  const all = [...attributes, ['data-piece', key] as const].map(([name, value]) =>
    attribute(name, value),
  );
  return { key, markup: `<${tag} ${all.join(' ')}>${inner}</${tag}>` };
}

export function partMarkup({ id, tag, attributes, pieces }: Part): string {
  const all = [['data-part', id] as const, ...attributes].map(([name, value]) =>
    attribute(name, value),
  );
  return `<${tag} ${all.join(' ')}>${pieces.map(({ markup }) => markup).join('')}</${tag}>`;
}

/** What makes a page of some parts one of others; `undefined`: they are not the same parts. */
export function changesOf(
  before: readonly Part[],
  after: readonly Part[],
): readonly PartChange[] | undefined {
  if (before.map(({ id }) => id).join() !== after.map(({ id }) => id).join()) return undefined;
  return after.flatMap((part, at): readonly PartChange[] => {
    const { id, tag, attributes, pieces } = part;
    const known = new Map(before[at]?.pieces.map((each) => [each.key, each.markup]));
    const come = pieces.filter(({ key, markup }) => known.get(key) !== markup);
    const order = pieces.map(({ key }) => key);
    const isSame =
      come.length === 0 &&
      order.join('\n') === [...known.keys()].join('\n') &&
      JSON.stringify(attributes) === JSON.stringify(before[at]?.attributes);
    return isSame ? [] : [{ id, tag, attributes, order, come }];
  });
}
