import { firstAtLeast, type Span } from '../../text/index.js';
import {
  type AttributesReading,
  isCertain,
  readAttributes,
} from '../attributes/read-attributes.js';
import type { Link, Prose, TagSyntax } from '../syntax.js';
import { type CachedIndexOf, cachedIndexOf } from './cached-index-of.js';
import { pastBlanks } from './line-ends.js';

/** A text in which what looks like a tag is looked for. */
export interface NearText {
  readonly text: string;
  /** The same with the signs that are meant in place of wide ones. */
  readonly narrow: string;
  readonly prose: readonly Prose[];
  readonly tags: readonly TagSyntax[];
  readonly links: readonly Link[];
  /** The braces of the tags and the places where links begin, once somebody asks. */
  braces: readonly Span[] | undefined;
  starts: ReadonlySet<number> | undefined;
  seek: CachedIndexOf | undefined;
}

export interface NearAttributes {
  readonly names: readonly string[];
  readonly span: Span;
}

/** Longer attributes are not looked for, so that the whole is linear. */
const MAX_ATTRIBUTES = 600;

/** Where the prose around a place begins and ends; `undefined`: it is no prose, or escaped. */
export function placeAt(near: NearText, at: number): Span | undefined {
  const { prose, text } = near;
  const region = prose[firstAtLeast(prose, at + 1, endOfProse)];
  if (region === undefined || region.span.start > at || holds(region.holes, at)) return undefined;
  near.braces ??= bracesOf(near.tags);
  return holds(near.braces, at) || isEscaped(text, at) ? undefined : region.span;
}

/** Sound attributes in braces at a place, or behind a blank there. */
export function attributesAt(near: NearText, at: number, end: number): NearAttributes | undefined {
  const { narrow } = near;
  const open = pastBlanks(narrow, at);
  if (open > at + 2 || narrow[open] !== '{') return undefined;
  near.seek ??= cachedIndexOf(narrow);
  const limit = Math.min(end, open + MAX_ATTRIBUTES);
  const stretch = { text: narrow, end: limit, seek: near.seek, holes: undefined };
  return soundOf(readAttributes(stretch, open));
}

/** Whether a link begins there. */
export function isLink(near: NearText, at: number): boolean {
  near.starts ??= new Set(near.links.map(({ span }) => span.start));
  return near.starts.has(at);
}

/** Attributes that stand in no braces, or in others. */
export function attributesIn(inside: string): NearAttributes | undefined {
  const text = `{${inside}}`;
  const stretch = { text, end: text.length, seek: cachedIndexOf(text), holes: undefined };
  const reading = readAttributes(stretch, 0);
  return reading.span.end === text.length ? soundOf(reading) : undefined;
}

function soundOf({ closed, items, faults, span }: AttributesReading): NearAttributes | undefined {
  if (!closed || items.length === 0 || !isCertain(faults)) return undefined;
  return { names: items.map(({ name }) => name.text), span };
}

function endOfProse({ span }: Prose): number {
  return span.end;
}

function bracesOf(tags: readonly TagSyntax[]): readonly Span[] {
  const braces: Span[] = [];
  for (const { attributes } of tags) if (attributes !== undefined) braces.push(attributes.span);
  return braces.sort((a, b) => a.start - b.start);
}

function holds(spans: readonly Span[], at: number): boolean {
  const span = spans[firstAtLeast(spans, at + 1, endOf)];
  return span !== undefined && span.start <= at;
}

function endOf({ end }: Span): number {
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = at;
  while (slashes > 0 && text[slashes - 1] === '\\') slashes -= 1;
  return (at - slashes) % 2 === 1;
}
