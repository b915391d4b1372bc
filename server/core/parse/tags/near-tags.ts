import { isCertain } from '../attributes/read-attributes.js';
import type { Reading } from '../reading/reading.js';
import type { Slip, TagSyntax } from '../syntax.js';
import { nearBraces } from './near-braces.js';
import { nearColons } from './near-colons.js';
import type { NearText } from './near-place.js';
import { narrowSigns } from './near-signs.js';

/**
 * What was meant as a tag and has other signs than one: `:person(Jane)`, `:person{Jane}`, `person[Jane]{ref=x}`,
 * `;person[Jane]`, `:[Jane]{ref=x}`, `:::commitment(by=x)` and their like. Whether the word is a kind and the
 * attributes are its own, the vocabulary says. Linear time.
 * @param found the tags and slips that stand there already
 */
export function nearTags(
  text: string,
  { prose, links }: Pick<Reading, 'prose' | 'links'>,
  found: { readonly tags: readonly TagSyntax[]; readonly slips: readonly Slip[] },
): readonly Slip[] {
  if (!MAY_HOLD.test(text)) return NONE;
  const narrow = narrowSigns(text);
  const { tags } = found;
  const lazy = { braces: undefined, starts: undefined, seek: undefined };
  const near: NearText = { text, narrow, prose, tags, links, ...lazy };
  const colons = nearColons(near);
  const braces = nearBraces(near);
  if (colons.length + braces.length === 0) return NONE;
  const all = [...colons, ...braces];
  const known = knownKinds(found);
  return all.filter(({ kind }) => !known.has(kind.span.start));
}

const NONE: readonly Slip[] = [];

/** Of most text the answer is no: a colon or semicolon before a word, or braces. */
const MAY_HOLD = /[:;][A-Za-z]|\{|[^\0-\x7f]/;

/** Where the words of tags and slips stand that are read or spoken of already. */
function knownKinds({ tags, slips }: Parameters<typeof nearTags>[2]): ReadonlySet<number> {
  const known = new Set<number>();
  for (const { kind } of slips) known.add(kind.span.start);
  for (const { form, label, attributes, kind, faults } of tags) {
    const isSound = attributes?.closed === true && attributes.items.length > 0 && isCertain(faults);
    if (kind.text === '') continue;
    if (form !== 'text' || label !== undefined || isSound) known.add(kind.span.start);
  }
  return known;
}
