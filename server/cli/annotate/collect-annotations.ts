import {
  type Annotation,
  type Annotations,
  annotationsFor,
  type Page,
  type PageCandidates,
  type SuggestSettings,
  type Workspace,
} from '../../core/index.js';
import { askedOf, isAskedFor, suggestionsPart } from '../../core/suggest/index.js';
import type { LoadedWorkspace } from '../workspace/load.js';
import type { Target } from '../workspace/targets.js';
import { requestedBy } from '../workspace/targets.js';
import type { AnnotateRequest } from './annotate-request.js';

/** What was found in one workspace. */
export interface WorkspaceCandidates {
  readonly loaded: LoadedWorkspace;
  /** The briefs that were read for it, in order. */
  readonly pages: readonly Page[];
  readonly found: readonly PageCandidates[];
}

/** What is suggested in one workspace. */
export interface WorkspaceAnnotations extends Annotations, Omit<WorkspaceCandidates, 'found'> {}

/** What is suggested for what was found. */
export function annotated({ loaded, pages, found }: WorkspaceCandidates): WorkspaceAnnotations {
  return { loaded, pages, ...annotationsFor(loaded.workspace, found) };
}

/** Looks in the briefs that were asked about for what could be tagged. */
export async function collectCandidates(
  loaded: LoadedWorkspace,
  targets: readonly Target[],
  request: AnnotateRequest,
): Promise<WorkspaceCandidates> {
  const { candidatesIn } = await suggestionsPart.load();
  const { workspace } = loaded;
  const pages = pagesToAnnotate(loaded, targets, request);
  const found = pages.map((page) => ({
    page,
    candidates: askedOf(candidatesIn(workspace, page), (one) => isWanted(workspace, one, request)),
  }));
  return { loaded, pages, found };
}

/** A file that is named, whatever it is; of a folder the briefs, with `--all` other Markdown, too. */
function pagesToAnnotate(
  { root, workspace }: LoadedWorkspace,
  targets: readonly Target[],
  { all }: AnnotateRequest,
): readonly Page[] {
  const isRequested = requestedBy(root.folder, targets);
  const isNamed = requestedBy(root.folder, [
    ...targets.filter(({ type }) => type === 'file'),
    NOTHING,
  ]);
  return [...workspace.pages.values()].filter(
    ({ id, facts: { role } }) =>
      role !== 'registry' && isRequested(id) && (role === 'brief' || all || isNamed(id)),
  );
}

/** No file has this path: without any target all would be meant. */
const NOTHING: Target = { path: '\0', type: 'file' };

/** What an option says wins over the settings. */
function isWanted(
  { settings }: Workspace,
  { level, type, kind, via }: Pick<Annotation, 'level' | 'type' | 'kind' | 'via'>,
  { level: least, kinds, only }: AnnotateRequest,
): boolean {
  const { suggest } = settings;
  const asked: SuggestSettings = {
    ...suggest,
    ...(least === undefined ? {} : { levels: { all: least, byKind: new Map() } }),
    ...(kinds === undefined ? {} : { kinds: [...kinds] }),
  };
  if (!isAskedFor({ suggest: asked }, { kind, level })) return false;
  return only === undefined || only === partOf({ type, kind, via });
}

function partOf({
  type,
  kind,
  via,
}: Pick<Annotation, 'type' | 'kind' | 'via'>): AnnotateRequest['only'] {
  if (type === 'commitment') return 'commitments';
  if (kind === 'date') return 'dates';
  return via === 'description' ? 'descriptions' : 'names';
}
