import {
  CONFIG_NAME,
  type ConfigReading,
  type ConfigText,
  isWorkspaceConfig,
  readConfigWith,
} from '../workspace/index.js';

/** A file as {@link check} takes it: nothing is read from a disk. */
export interface SourceFile {
  /** Below one common folder, with `/`: `briefs/2025/visit.md`. */
  readonly path: string;
  readonly text: string;
}

/** A workspace among the files: a folder with a configuration of its own, or the top. */
export interface FileTree {
  /** With a `/` at its end; empty: the top. */
  readonly prefix: string;
  /** Its files, by their paths from its folder. */
  readonly texts: ReadonlyMap<string, string>;
  /** Its configurations: its own first, then those of folders that are a part of it. */
  readonly config: ConfigReading;
}

/**
 * Sorts files into workspaces, as the command line finds them on a disk: a folder with a
 * `rapporteur.yaml` is one of its own, unless that says `root: false`.
 */
export function fileTreesOf(
  files: readonly SourceFile[],
  names: { readonly rules: readonly string[]; readonly kinds: readonly string[] },
): readonly FileTree[] {
  const all = new Map(files.map(({ path, text }) => [path, text]));
  const prefixes = [
    '',
    ...[...all.keys()].filter((path) => beginsWorkspace(path, all)).map(folderOf),
  ];
  const distinct = [...new Set(prefixes)].sort((a, b) => b.length - a.length);
  const texts = new Map(distinct.map((prefix) => [prefix, new Map<string, string>()]));
  for (const [path, text] of all) {
    const home = distinct.find((prefix) => path.startsWith(prefix)) ?? '';
    texts.get(home)?.set(path.slice(home.length), text);
  }
  return distinct
    .toReversed()
    .map((prefix) => treeOf(prefix, texts.get(prefix) ?? new Map(), all, names));
}

function beginsWorkspace(path: string, all: ReadonlyMap<string, string>): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === CONFIG_NAME && isWorkspaceConfig(all.get(path) ?? '');
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function treeOf(
  prefix: string,
  texts: ReadonlyMap<string, string>,
  all: ReadonlyMap<string, string>,
  names: { readonly rules: readonly string[]; readonly kinds: readonly string[] },
): FileTree {
  const entry = texts.has(CONFIG_NAME) ? CONFIG_NAME : undefined;
  const below = [...texts.keys()].filter((path) => path.endsWith(`/${CONFIG_NAME}`));
  const known = new Map<string, ConfigText>([...texts].map(([path, text]) => [path, { text }]));
  const config = readConfigWith({ entry, below, files: known, names }, (path) => {
    const text = all.get(resolved(prefix + path));
    return text === undefined ? { unread: 'it is not among the files' } : { text };
  });
  return { prefix, texts, config };
}

/** Takes `..` out of a path. */
function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
