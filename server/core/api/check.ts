import { type Day, parseDay } from '../dates/index.js';
import { KINDS, vocabularyOf } from '../kinds/index.js';
import {
  type CommitmentEntry,
  commitmentEntry,
  type EntityEntry,
  entitiesIn,
  type FileRange,
  type FindingEntry,
  findingEntry,
  locatorOf,
} from '../output/index.js';
import { gatherReports, lint, RULES } from '../rules/index.js';
import { suggestionsPart } from '../suggest/index.js';
import { createSuggestions } from '../suggest/suggestions/index.js';
import { linesOf, rangeOf } from '../text/index.js';
import {
  applyChanges,
  type Change,
  commitmentsIn,
  emptyWorkspace,
  isMemberPath,
  LEVELS,
  type Level,
  levelsAt,
  linksToAsk,
  type Workspace,
} from '../workspace/index.js';
import { type FileTree, fileTreesOf, type SourceFile } from './file-tree.js';

/** What a check needs beside the files. */
export interface CheckOptions {
  /** The day on which "overdue" is judged: `YYYY-MM-DD`. The clock is never asked. */
  readonly today: string;
  /** Levels of rules that win over what any configuration says: `{ 'vague-deadline': 'off' }`. */
  readonly rules?: Readonly<Record<string, Level>>;
}

/** What there is to say about the files, and what they say. Plain data, in order of files. */
export interface CheckResult {
  /** By file, in order of place. */
  readonly findings: readonly FindingEntry[];
  /** Everyone and everything that is defined. */
  readonly entities: readonly EntityEntry[];
  /** Every promise. */
  readonly commitments: readonly CommitmentEntry[];
  /** What is wrong in configurations. The settings in question keep their defaults. */
  readonly problems: readonly ConfigProblem[];
}

/** A mistake in a `rapporteur.yaml`. */
export interface ConfigProblem extends FileRange {
  readonly message: string;
}

/**
 * Checks briefs together with their registries and configurations, all given as texts: those whose names
 * say so (`registry.yaml`, `rapporteur.yaml` …) are read as such, Markdown without a tag is a target of
 * links. The result equals that of `rapporteur check` and `rapporteur list` in a folder with these
 * files, but for what `.gitignore` and a baseline would leave out.
 *
 * Any text gives a result: what is wrong in it is among the findings.
 *
 * @throws RangeError when `today` is no day, a rule is not known, a path is empty, absolute or leads out
 *   with `..`, or two files have one path
 *
 * @example
 * ```ts
 * import { check } from 'rapporteur';
 *
 * const { findings, commitments } = check(
 *   [
 *     { path: 'registry.yaml', text: 'place:\n  ruritania: { name: Ruritania }\n' },
 *     {
 *       path: 'visit.md',
 *       text: [
 *         '---',
 *         'date: 2025-10-31',
 *         '---',
 *         ':place[Ruritania] :commitment[will open a port]{#c-port by=ruritania due=2026}.',
 *         ':place[Freedonia] was not there.',
 *       ].join('\n'),
 *     },
 *   ],
 *   { today: '2027-01-15' },
 * );
 * findings.map(({ rule }) => rule); // => ['commitment-without-source', 'overdue-commitment', 'unresolved-name']
 * commitments.map(({ id, due, overdue }) => ({ id, due, overdue })); // => [{ id: 'c-port', due: '2026', overdue: true }]
 * ```
 */
export function check(files: Iterable<SourceFile>, options: CheckOptions): CheckResult {
  const today = parseDay(options.today);
  if (today === undefined) throw new RangeError(`today must be YYYY-MM-DD, not '${options.today}'`);
  suggestionsPart.provide(createSuggestions());
  const levels = levelsOf(options);
  const given = checkedFiles(files);
  const names = { rules: RULES.map(({ name }) => name), kinds: KINDS.map(({ tag }) => tag) };
  const parts = fileTreesOf(given, names).map((tree) => checkTree(tree, today, levels));
  const byFile = (a: FileRange, b: FileRange): number =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return {
    findings: parts.flatMap(({ findings }) => findings).sort(byFile),
    entities: parts.flatMap(({ entities }) => entities).sort(byFile),
    commitments: parts.flatMap(({ commitments }) => commitments).sort(byFile),
    problems: parts.flatMap(({ problems }) => problems).sort(byFile),
  };
}

type Levels = ReadonlyMap<string, Level>;

function levelsOf({ rules = {} }: CheckOptions): Levels {
  const known = new Set(RULES.map(({ name }) => name));
  for (const [name, level] of Object.entries(rules)) {
    if (!known.has(name)) throw new RangeError(`there is no rule '${name}'`);
    if (!LEVELS.includes(level)) throw new RangeError(`there is no level '${level}'`);
  }
  return new Map(Object.entries(rules));
}

function checkedFiles(files: Iterable<SourceFile>): readonly SourceFile[] {
  const given = [...files];
  const paths = new Set<string>();
  for (const { path } of given) {
    const parts = path.split('/');
    if (path === '' || path.startsWith('/') || path.includes('\\') || parts.includes('..'))
      throw new RangeError(`the path '${path}' must be relative, and written with '/'`);
    if (paths.has(path)) throw new RangeError(`two files have the path '${path}'`);
    paths.add(path);
  }
  return given;
}

function checkTree(tree: FileTree, today: Day, forced: Levels): CheckResult {
  const { prefix, config } = tree;
  const { settings } = config;
  const workspace = workspaceOf(tree, today);
  const locate = locatorOf(
    (page) => workspace.pages.get(page)?.text ?? '',
    (page) => prefix + page,
  );
  const pages = [...workspace.pages.values()].filter(({ facts }) => facts.role !== 'document');
  return {
    findings: pages.flatMap((page) => {
      const levels = new Map([...levelsAt(settings, page.id), ...forced]);
      const reports = gatherReports(page, lint(workspace, page.id, levels));
      return reports.map((report) => findingEntry(report, locate));
    }),
    entities: pages.flatMap((page) => [...entitiesIn(workspace, page, locate)]),
    commitments: pages.flatMap((page) =>
      [...commitmentsIn(workspace, page)].map((one) => commitmentEntry(one, workspace, locate)),
    ),
    problems: problemsOf(tree),
  };
}

/** All files of a workspace, read; what it does not read can still be a target of links. */
function workspaceOf({ texts, config: { settings } }: FileTree, today: Day): Workspace {
  const changes = [...texts]
    .filter(([id]) => isMemberPath(settings, id))
    .map(([id, text]): Change => ({ type: 'text', id, text }));
  const empty = emptyWorkspace(settings, vocabularyOf(settings.kinds), today);
  const workspace = applyChanges(empty, changes);
  const asked = linksToAsk(workspace);
  if (asked.length === 0) return workspace;
  const folders = new Set([...texts.keys()].flatMap(foldersOf));
  const exist = new Map(asked.map((path) => [path, texts.has(path) || folders.has(path)]));
  return applyChanges(workspace, [{ type: 'files', exist }]);
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function problemsOf({ prefix, texts, config }: FileTree): readonly ConfigProblem[] {
  return [...config.faults].flatMap(([path, faults]) => {
    const text = texts.get(path) ?? '';
    const lines = linesOf(text);
    return faults.map(({ message, span }) => ({
      file: prefix + path,
      range: rangeOf(text, lines, span),
      message,
    }));
  });
}
