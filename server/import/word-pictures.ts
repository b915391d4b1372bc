import type { Zip } from './zip.js';

/** A picture of a document, as a file of its own. */
export interface Picture {
  /** As the brief links to it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the files of pictures are to be called. */
export interface PictureNames {
  /** The name of the brief without its ending. */
  readonly stem: string;
  /** Names that are taken there. */
  readonly taken: readonly string[];
}

/** What browsers show, by the bytes that it begins with: what a file says of itself may be wrong, and name a program. */
const KINDS: readonly (readonly [ending: string, begin: RegExp])[] = [
  ['png', /^89504e470d0a1a0a/],
  ['jpg', /^ffd8ff/],
  ['gif', /^47494638/],
  ['webp', /^52494646.{8}57454250/],
];

/** Takes pictures out of a document, each once. */
export class Pictures {
  readonly all: Picture[] = [];
  readonly #zip: Zip;
  readonly #stem: string;
  readonly #taken: Set<string>;
  #number = 0;
  readonly #known = new Map<string, string | undefined>();

  constructor(zip: Zip, { stem, taken }: PictureNames) {
    this.#zip = zip;
    this.#stem = safeStem(stem);
    this.#taken = new Set(taken.map((name) => name.toLowerCase()));
  }

  /** The name of the file that holds it; `undefined` where it is of a kind that no browser shows. */
  named(path: string): string | undefined {
    if (this.#known.has(path)) return this.#known.get(path);
    const bytes = this.#zip.read(path);
    const begin =
      bytes &&
      [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const ending = begin && KINDS.find(([, pattern]) => pattern.test(begin))?.[0];
    const name = ending && this.#free(ending);
    this.#known.set(path, name);
    if (bytes !== undefined && name !== undefined) this.all.push({ name, bytes });
    return name;
  }

  #free(ending: string): string {
    for (;;) {
      this.#number += 1;
      const name = `${this.#stem}-${this.#number}.${ending}`;
      if (!this.#taken.has(name)) return name;
    }
  }
}

/** Letters, digits and hyphens, so that it is a name on every disk and needs nothing in a link. */
function safeStem(stem: string): string {
  const safe = stem
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return safe === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(safe) ? 'picture' : safe;
}
