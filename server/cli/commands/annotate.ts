import { counted } from '../../core/index.js';
import {
  type AnnotateRequest,
  annotateOptions,
  annotateRequestOf,
} from '../annotate/annotate-request.js';
import { changesOf, type FileChange, suggestionsToWrite } from '../annotate/annotation-changes.js';
import { annotationsJson } from '../annotate/annotation-json.js';
import { annotationsText } from '../annotate/annotation-text.js';
import {
  annotated,
  collectCandidates,
  type WorkspaceAnnotations,
  type WorkspaceCandidates,
} from '../annotate/collect-annotations.js';
import { annotateInteractively, keysFor } from '../annotate/interactive.js';
import { saveChanges } from '../annotate/save-changes.js';
import { unifiedDiff } from '../fix/unified-diff.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import {
  colorOption,
  configOption,
  stdinOption,
  todayOption,
} from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';
import type { Keys } from '../terminal/keys.js';
import { writeAll } from '../terminal/write-all.js';
import { readRequestOf } from '../workspace/read-request.js';
import { loadAll, type ReadRequest, reportProblems } from '../workspace/session.js';

export const annotate: Command = {
  name: 'annotate',
  arguments: [{ syntax: '[paths...]', summary: "briefs or folders; '-' reads standard input" }],
  summary: 'suggest tags for untagged text, and put them in',
  description:
    'Reads briefs and shows what would be tagged: names of the registry and new ones, dates, words that describe someone, and promises with their terms, each with the reason. Nothing is written without --write or --interactive. A file that is named is read although it has no tags yet; in folders only briefs are read, with --all other Markdown too.\n\nExits with 0 however much is suggested, with 2 if it could not be done.',
  options: [...annotateOptions, todayOption, configOption, colorOption, stdinOption],
  examples: [
    { line: 'rapporteur annotate brief.md', summary: 'what would be tagged, and why' },
    { line: 'rapporteur annotate --write brief.md', summary: 'tag what is certain' },
    {
      line: 'rapporteur annotate --write --level likely brief.md',
      summary: 'and what is likely, with new entries in the registry',
    },
    {
      line: 'rapporteur annotate --interactive brief.md',
      summary: 'decide on each suggestion, and save',
    },
    { line: 'rapporteur annotate --format diff brief.md', summary: 'as a diff' },
    {
      line: 'rapporteur annotate --only commitments --format json brief.md',
      summary: 'promises, for programs',
    },
  ],
  run: runAnnotate,
};

async function runAnnotate(invocation: Invocation): Promise<ExitStatus> {
  const { io } = invocation;
  const request = annotateRequestOf(invocation);
  const reading: ReadRequest = {
    ...(await readRequestOf(invocation, invocation.words)),
    documents: request.all ? 'requested' : 'named',
  };
  if (
    (request.write || request.interactive) &&
    reading.targets.some(({ content }) => content !== undefined)
  )
    throw new Failure('the standard input cannot be changed. Remove --write or --interactive.');
  const keys = request.interactive ? keysFor(io) : undefined;
  try {
    return await annotateWith(invocation, request, reading, keys);
  } finally {
    keys?.close();
  }
}

async function annotateWith(
  invocation: Invocation,
  request: AnnotateRequest,
  reading: ReadRequest,
  keys: Keys | undefined,
): Promise<ExitStatus> {
  const { io } = invocation;
  const loaded = await loadAll(io, reading);
  const undone = reportProblems(io, loaded);
  const found: WorkspaceCandidates[] = [];
  for (const one of loaded) found.push(await collectCandidates(one, reading.targets, request));
  if (keys !== undefined) {
    const status = await annotateInteractively(io, keys, found, { ...request, ...reading });
    return undone ? 2 : status;
  }
  const all = found.map(annotated);
  if (request.write) save(invocation, all, request);
  if (!request.write || request.format === 'json') await show(invocation, all, request, reading);
  return undone ? 2 : 0;
}

async function show(
  { io }: Invocation,
  all: readonly WorkspaceAnnotations[],
  request: AnnotateRequest,
  { display, today }: ReadRequest,
): Promise<void> {
  if (request.format === 'json') return writeAll(io.stdout, [annotationsJson(all, today)]);
  if (request.format === 'text') return writeAll(io.stdout, annotationsText(all, display));
  const reader = io.stdout.isTTY ? 'terminal' : 'bytes';
  for (const { file, before, after } of changesIn(all, request, io.cwd))
    await writeAll(io.stdout, unifiedDiff(file, before ?? '', after, { display, reader }));
}

function changesIn(
  all: readonly WorkspaceAnnotations[],
  { registry }: AnnotateRequest,
  cwd: string,
): readonly FileChange[] {
  return all.flatMap((one) => changesOf(one, registry, cwd));
}

function save(
  { io }: Invocation,
  all: readonly WorkspaceAnnotations[],
  request: AnnotateRequest,
): void {
  const changes = changesIn(all, request, io.cwd);
  saveChanges(changes, io.cwd);
  const tags = all.reduce((sum, one) => sum + suggestionsToWrite(one).length, 0);
  io.stderr.write(
    changes.length === 0
      ? 'Nothing to tag.\n'
      : `${counted(tags, 'tag')} in ${counted(changes.length, 'file')}.\n`,
  );
}
