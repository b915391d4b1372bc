import { foldSpace, percentEncoded } from '../../text/index.js';
import type { Place } from '../../workspace/index.js';

/**
 * Something told to a person, before it is Markdown or plain text: what comes from briefs stands in it
 * as it is, and is escaped when it is written. Places stay places: only an editor knows their address.
 */
export type RichText = readonly Block[];

export type Block =
  /** Lines that stand together; blocks stand apart. */
  | { readonly type: 'lines'; readonly lines: readonly Line[] }
  | { readonly type: 'list'; readonly items: readonly Line[] };

export type Line = readonly Piece[];

export type Piece =
  | string
  | { readonly type: 'strong' | 'code'; readonly text: string }
  /** To the web; `url` is not trusted, see {@link webUrl}. */
  | { readonly type: 'link'; readonly text: string; readonly url: string }
  /** To a place in the workspace. */
  | { readonly type: 'place'; readonly text: string; readonly place: Place };

export function strong(text: string): Piece {
  return { type: 'strong', text };
}

export function code(text: string): Piece {
  return { type: 'code', text };
}

export function placed(text: string, place: Place | undefined): Piece {
  return place === undefined ? text : { type: 'place', text, place };
}

/** A link where the address can be one, else the text alone. */
export function linked(text: string, url: string | undefined): Piece {
  const target = url === undefined ? undefined : webUrl(url);
  return target === undefined ? text : { type: 'link', text, url: target };
}

/** The lines that say something; no block when none does. */
export function lines(...said: readonly (Line | undefined)[]): RichText {
  const kept = said.filter((line): line is Line => line !== undefined && line.length > 0);
  return kept.length === 0 ? [] : [{ type: 'lines', lines: kept }];
}

export function list(items: readonly Line[]): RichText {
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

/** Pieces with something between them; parts that are empty are left out. */
export function joined(parts: readonly (Line | Piece | undefined)[], between = ' · '): Line {
  const said = parts.map(asLine).filter((line) => line.length > 0);
  return said.flatMap((line, index) => (index === 0 ? line : [between, ...line]));
}

function asLine(part: Line | Piece | undefined): Line {
  if (part === undefined || part === '') return [];
  return typeof part === 'string' || 'type' in part ? [part] : part;
}

/** `a, b and c`; of many the first and how many more. */
export function several(items: readonly Piece[], most: number): Line {
  const shown = items.length > most + 1 ? items.slice(0, most) : items;
  const rest = items.length - shown.length;
  const all: readonly Piece[] = rest > 0 ? [...shown, `${rest} more`] : shown;
  return all.flatMap((piece, index) => {
    if (index === 0) return [piece];
    return [index === all.length - 1 ? ' and ' : ', ', piece];
  });
}

/** The first items, and `and 7 more`. One more is no longer than saying so. */
export function firstOf<T>(
  items: readonly T[],
  most: number,
  tell: (item: T) => Line,
): readonly Line[] {
  const shown = items.length > most + 1 ? items.slice(0, most) : items;
  const rest = items.length - shown.length;
  return [...shown.map(tell), ...(rest > 0 ? [[`and ${rest} more`]] : [])];
}

/**
 * An address that may be opened from a hover: of the web, with what would end it in Markdown encoded.
 * `undefined` for anything else, such as `command:` or `javascript:`.
 */
export function webUrl(url: string): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(url) || url.length > MAX_URL) return undefined;
  return encodedUrl(url);
}

const MAX_URL = 2000;

/** What would end a link, or hide in it, as `%20`. */
export function encodedUrl(url: string): string {
  return url.replace(/[\s\p{C}()<>[\]{}\\"'`|^*]/gu, encoded);
}

function encoded(character: string): string {
  const written = percentEncoded(character); // which leaves some of ASCII
  if (written !== character) return written;
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * Format characters that turn the order of what follows them, or take no room at all. Joiners and
 * marks of direction stay, scripts and emoji need them; so do the visible signs of Arabic.
 */
const UNSEEN = /(?![\u200c-\u200f\u061c]|[\u0600-\u0605\u06dd\u08e2])\p{Cf}/gu;
/** Control characters and halves of characters, which have no look of their own. */
const BROKEN = /[\p{Cc}\p{Cs}]/gu;

/** Words as they may be shown beside others: a name cannot reorder or hide its neighbours. */
export function escapeInvisible(text: string): string {
  return text.replace(UNSEEN, '').replace(BROKEN, '\ufffd');
}

/** For a name, in characters. */
export const MAX_SHORT = 120;
/** For what is read as a sentence or two. */
export const MAX_LONG = 300;

/** Words on one line, cut when long, and never inside a character. */
export function truncate(words: string, most: number): string {
  // A text of a megabyte is not folded to show a line of it.
  const line = foldSpace(words.slice(0, 4 * most));
  const whole = words.length <= 4 * most && line.length <= most;
  if (whole) return line;
  const kept = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
