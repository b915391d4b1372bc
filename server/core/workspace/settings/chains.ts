import type { Span } from '../../text/index.js';
import { readSaid, type Said } from './read.js';
import type { KnownNames, SettingsFault } from './setting.js';

/** A configuration file's text; or, completing "it could not be read: …", why there is none. */
export type ConfigText = { readonly text: string } | { readonly unread: string };

export interface ConfigQuestion {
  /** The workspace's own configuration, if it has one. Like all paths here: from the root, with `/`. */
  readonly entry: string | undefined;
  /** Those of folders below that say `root: false`: they count for what lies there. */
  readonly below: readonly string[];
  /** What is known of any file by now. */
  readonly files: ReadonlyMap<string, ConfigText>;
  readonly names: Pick<KnownNames, 'rules' | 'kinds'>;
}

/** One file of a chain. */
export interface Layer {
  readonly path: string;
  readonly said: Said;
}

/** What the files say by themselves, and how they lead to each other. */
export interface Chains {
  /** The files that one builds on, and itself, last: the later wins. */
  of(path: string): readonly Layer[];
  layers(): Iterable<Layer>;
  readonly faults: ReadonlyMap<string, SettingsFault[]>;
  faultsIn(path: string): SettingsFault[];
  readonly wanted: ReadonlySet<string>;
}

/** Follows `extends` from file to file, each read once. */
export function chainsOf({ files, names }: ConfigQuestion): Chains {
  const known = new Map<string, readonly Layer[]>();
  const layers = new Map<string, Layer>();
  const faults = new Map<string, SettingsFault[]>();
  const wanted = new Set<string>();
  const faultsIn = (path: string): SettingsFault[] => {
    const found = faults.get(path) ?? [];
    faults.set(path, found);
    return found;
  };
  const blame = (path: string, span: Span, message: string): void =>
    void faultsIn(path).push({ span, message, severity: 'error' });

  /** The files that lead to the one that is looked at, each extending the next. */
  const way = new Set<string>();
  const chainOf = (path: string, text: string): readonly Layer[] => {
    way.add(path);
    // Which kinds may be spoken of is only known when what it builds on has been read.
    const bases = (readSaid(text, names).values.extends ?? []).flatMap(
      ({ text: written, span }) => {
        const base = pathFrom(path, written);
        if (way.has(base)) {
          const above = [...way];
          const circle = [...above.slice(above.indexOf(base)), base].join(' → ');
          blame(path, span, `These files extend each other in a circle: ${circle}. Remove one.`);
          return [];
        }
        const file = files.get(base);
        if (file !== undefined && 'text' in file) return chain(base, file.text);
        if (file === undefined) wanted.add(base);
        else blame(path, span, unreadInWords(written, file.unread));
        return [];
      },
    );
    way.delete(path);
    const given = bases.flatMap(({ said }) => (said.values.kinds ?? []).map(({ tag }) => tag));
    const layer = { path, said: readSaid(text, { ...names, given }) };
    layers.set(path, layer);
    return [...withoutRepeats(bases), layer];
  };
  const chain = (path: string, text: string): readonly Layer[] => {
    const done = known.get(path) ?? chainOf(path, text);
    known.set(path, done);
    return done;
  };
  return {
    of(path) {
      const file = files.get(path);
      if (file === undefined) wanted.add(path);
      else if ('text' in file) return chain(path, file.text);
      else blame(path, NOWHERE, `It could not be read: ${file.unread}.`);
      return [];
    },
    layers: () => layers.values(),
    faults,
    faultsIn,
    wanted,
  };
}

/** The files that a configuration builds on. */
export function basesOf(
  path: string,
  text: string,
  names: ConfigQuestion['names'],
): readonly string[] {
  const { extends: written = [] } = readSaid(text, names).values;
  return written.map((base) => pathFrom(path, base.text));
}

/** Where there is no text to point into. */
export const NOWHERE: Span = { start: 0, end: 0 };

function unreadInWords(written: string, reason: string): string {
  const isPackage = !/\.ya?ml$/i.test(written) && !written.startsWith('.');
  const next = isPackage
    ? `To extend a package, write the path of its file: ./node_modules/${written}/rapporteur.yaml.`
    : 'The path starts at the folder of this file.';
  return `'${written}' could not be read: ${reason}. ${next}`;
}

/** Said once more later, it wins all the same; and what many extend is not many times as long. */
function withoutRepeats(layers: readonly Layer[]): readonly Layer[] {
  const last = new Map(layers.map((layer, index) => [layer.path, index]));
  return layers.filter(({ path }, index) => last.get(path) === index);
}

/** The folder of a file, both as paths with `/`; empty: where paths start. */
export function folderOfPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Where a path leads that is written in a file; it may lead out: `../x.yaml`. */
function pathFrom(file: string, written: string): string {
  const parts: string[] = [];
  for (const part of `${folderOfPath(file)}/${written}`.split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
