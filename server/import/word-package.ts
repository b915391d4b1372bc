import type { LeavingOut } from './left-out.js';
import { allIn, readXml, type XmlElement } from './office-xml.js';
import type { Relationships } from './word-body.js';
import { TooLarge, type Zip } from './zip.js';

/** Of one part of text: a tree of it takes twenty times as much, and a thousand pages have a few megabytes. */
const MAX_TEXT = 24 * 1024 * 1024;

/** The parts of a document, and what they refer to. */
export class WordPackage {
  readonly zip: Zip;
  readonly #leaving: LeavingOut;
  readonly #relations = new Map<string, readonly Relation[]>();

  constructor(zip: Zip, leaving: LeavingOut) {
    this.zip = zip;
    this.#leaving = leaving;
  }

  has(path: string): boolean {
    return this.zip.names.includes(path);
  }

  /** The tree of a part; `undefined` if there is none, or it is not well-formed. */
  xml(path: string): XmlElement | undefined {
    const bytes = this.zip.read(path);
    if (bytes === undefined) return undefined;
    if (bytes.length > MAX_TEXT) throw new TooLarge();
    return readXml(bytes, () => this.#leaving.add('depth'));
  }

  /** The parts that a part names for a purpose: `footnotes`; of the package itself, `''`. */
  related(path: string, type: string): readonly string[] {
    const named = this.#relationsOf(path)
      .filter((each) => each.type === type && !each.isOutside)
      .map((each) => each.target);
    return named.filter((each) => this.has(each));
  }

  /** What ids stand for in a part: the addresses of its links, the paths of its pictures. */
  relationships(path: string): Relationships {
    return new Map(this.#relationsOf(path).map((each) => [each.id, each.asWritten]));
  }

  #relationsOf(path: string): readonly Relation[] {
    const known = this.#relations.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, slash);
    const root = this.xml(`${folder}_rels/${path.slice(slash)}.rels`);
    const found = allIn(root, 'rel:Relationship').map(({ attributes }): Relation => {
      const target = attributes.Target ?? '';
      const isOutside = attributes.TargetMode === 'External';
      return {
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        isOutside,
        target: inside(folder, unescaped(target)),
        // mammoth looks for pictures from `word/` on.
        asWritten: isOutside ? target : `/${inside(folder, unescaped(target))}`,
      };
    });
    this.#relations.set(path, found);
    return found;
  }
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly isOutside: boolean;
  readonly target: string;
  readonly asWritten: string;
}

function unescaped(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** A path in the zip file: from its root, or from the folder of the part that names it. */
function inside(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
