import { join, resolve } from 'node:path';
import {
  accept,
  agreedTo,
  annotationEdits,
  applyEdits,
  CONFIG_NAME,
  counted,
  neverAnywhere,
  neverHere,
  type PageId,
  type ProposedEntity,
  press,
  readPage,
  refused,
  startWalk,
  type WalkScene,
  type WalkState,
} from '../../core/index.js';
import { readPath } from '../../host/index.js';
import type { ExitStatus } from '../invocation/command.js';
import { shownPath } from '../report/places.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';
import type { Keys } from '../terminal/keys.js';
import type { DisplayOptions } from '../terminal/style.js';
import type { FileChange } from './annotation-changes.js';
import { registryFor, registryNamed } from './annotation-changes.js';
import type { WorkspaceCandidates } from './collect-annotations.js';
import { saveChanges } from './save-changes.js';
import { walkText } from './walk-text.js';

export interface InteractiveRequest {
  readonly display: DisplayOptions;
  /** `--registry` */
  readonly registry: string | undefined;
}

/** The keys of the terminal. @throws Failure where nobody sits at one. */
export function keysFor(io: Io): Keys {
  const keys = io.stdout.isTTY ? io.keys?.() : undefined;
  if (keys === undefined)
    throw new Failure(
      '--interactive asks key by key, and this is not a terminal. Use --format diff to look at the suggestions, --write to put them in.',
    );
  return keys;
}

/**
 * Asks about each suggestion, and writes what was agreed to: all files and registries together, or nothing.
 * @throws Failure when it cannot be written
 */
export async function annotateInteractively(
  io: Io,
  keys: Keys,
  all: readonly WorkspaceCandidates[],
  request: InteractiveRequest,
): Promise<ExitStatus> {
  const done: { readonly from: WorkspaceCandidates; readonly state: WalkState }[] = [];
  // Told before anybody has decided anything.
  for (const { loaded } of request.registry === undefined ? [] : all)
    registryNamed(loaded, request.registry ?? '', io.cwd);
  for (const from of all) {
    const scene: WalkScene = { workspace: from.loaded.workspace, found: from.found };
    const state = await walk(io, keys, scene, from, request.display);
    if (state === undefined) continue;
    if (state.end === 'leave') {
      io.stderr.write('Nothing was written.\n');
      return 2;
    }
    done.push({ from, state });
    // What is left of this one is for another day, and so are the others.
    if (state.decided.size < state.annotations.suggestions.length) break;
  }
  save(io, done, request);
  return 0;
}

async function walk(
  io: Io,
  keys: Keys,
  scene: WalkScene,
  { loaded }: WorkspaceCandidates,
  display: DisplayOptions,
): Promise<WalkState | undefined> {
  let state = startWalk(scene);
  if (state.annotations.suggestions.length === 0) return undefined;
  while (state.end === 'open') {
    io.stdout.write(walkText(scene, state, loaded.places.fileOf, display));
    state = press(scene, state, (await keys.next()) ?? LEAVE);
  }
  return state;
}

/** As Ctrl+C: whoever sat there is gone. */
const LEAVE = '\u0003';

function save(
  io: Io,
  done: readonly { readonly from: WorkspaceCandidates; readonly state: WalkState }[],
  { registry }: InteractiveRequest,
): void {
  if (done.length === 0) {
    io.stdout.write('Nothing new to tag.\n');
    return;
  }
  const made = done.map(({ from, state }) => changesFor(from, state, registry, io.cwd));
  saveChanges(
    made.flatMap(({ changes }) => changes),
    io.cwd,
  );
  for (const reason of new Set(made.flatMap(({ left }) => left))) io.stderr.write(`${reason}\n`);
  const files = made.reduce((sum, { changes }) => sum + changes.length, 0);
  const tags = made.reduce((sum, one) => sum + one.tags, 0);
  io.stdout.write(
    files === 0
      ? 'Nothing to write.\n'
      : `${counted(tags, 'tag')} written, ${counted(files, 'file')} changed.\n`,
  );
}

interface Made {
  readonly changes: readonly FileChange[];
  readonly tags: number;
  /** Why some of it could not be put in, in sentences. */
  readonly left: readonly string[];
}

function changesFor(
  from: WorkspaceCandidates,
  state: WalkState,
  registry: string | undefined,
  cwd: string,
): Made {
  const { loaded, pages } = from;
  const { workspace, root } = loaded;
  const home = (entity: ProposedEntity): PageId | undefined =>
    registryFor(
      { loaded, pages, suggestions: state.annotations.suggestions },
      entity,
      registry,
      cwd,
    );
  const { accepted, left, registries } = accept(
    workspace,
    state.annotations,
    agreedTo(state),
    home,
  );
  const never = refused({ workspace, found: from.found }, state);
  const change = (id: string, before: string | undefined, after: string): FileChange => {
    const path = resolve(root.folder, id);
    return { file: shownPath(path, cwd), path, before, after };
  };
  const briefs = pages.flatMap((page): readonly FileChange[] => {
    const own = accepted.filter((one) => one.page === page.id);
    let after = applyEdits(page.text, annotationEdits(own));
    for (const { page: at, words } of never) {
      if (at?.id !== page.id) continue;
      const now = readPage(page.id, after, workspace.settings, workspace.vocabulary);
      after = applyEdits(after, neverHere(workspace, now, words) ?? []);
    }
    return after === page.text ? [] : [change(page.id, page.text, after)];
  });
  const anywhere = never.flatMap(({ page, words }) => (page === undefined ? [words] : []));
  return {
    changes: [
      ...briefs,
      ...registries.map(({ page, before, after }) => change(page, before, after)),
      ...configChange(root.folder, anywhere, change),
    ],
    tags: accepted.length,
    left: left.map(({ annotation, reason }) => `'${annotation.words}' was not tagged: ${reason}`),
  };
}

function configChange(
  folder: string,
  words: readonly string[],
  change: (id: string, before: string | undefined, after: string) => FileChange,
): readonly FileChange[] {
  if (words.length === 0) return [];
  const reading = readPath(join(folder, CONFIG_NAME));
  const before = reading.type === 'text' ? reading.text : undefined;
  let text = before ?? '';
  for (const word of words)
    text = applyEdits(text, neverAnywhere({ page: CONFIG_NAME, text }, word) ?? []);
  return text === before ? [] : [change(CONFIG_NAME, before, text)];
}
