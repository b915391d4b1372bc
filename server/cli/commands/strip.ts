import { join } from 'node:path';
import {
  counted,
  isMarkdownPath,
  parse,
  recognize,
  strip as stripTags,
  type Vocabulary,
  vocabularyOf,
} from '../../core/index.js';
import {
  decode,
  type Reading,
  readNamed,
  walk,
  writeAtomically,
  writeFaultOf,
} from '../../host/index.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { configOption, stdinOption } from '../invocation/shared-options.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';
import { loadSettings } from '../workspace/configuration.js';
import { readRequestOf } from '../workspace/read-request.js';
import { type ReadRequest, rootFor } from '../workspace/session.js';
import { folderOf, type Target } from '../workspace/targets.js';

export const strip: Command = {
  name: 'strip',
  arguments: [{ syntax: '[paths...]', summary: "briefs; '-' (or nothing) reads standard input" }],
  summary: 'print a text without its tags',
  description:
    'Removes the tags and keeps their words: the untagged text, byte for byte, for Word, Pandoc or a reader without the tool. One text goes to the standard output; with --write, files and all Markdown in folders are changed in place.',
  options: [
    { syntax: '--write', summary: 'change the files themselves' },
    configOption,
    stdinOption,
  ],
  examples: [
    { line: 'rapporteur strip brief.md > plain.md', summary: 'one brief' },
    { line: 'rapporteur strip brief.md | pandoc -o brief.docx', summary: 'on to Word' },
    { line: 'rapporteur strip --write briefs', summary: 'all briefs of a folder, in place' },
  ],
  run: runStrip,
};

async function runStrip(invocation: Invocation): Promise<ExitStatus> {
  const { io, options } = invocation;
  const paths = invocation.words.length === 0 ? ['-'] : invocation.words;
  const request = await readRequestOf(invocation, paths);
  if (options.write === true) return rewrite(io, request);
  const [target, ...others] = request.targets;
  if (target === undefined) return 0;
  if (others.length > 0 || target.type === 'folder') {
    throw new Failure(
      'only one file can go to the standard output. Name one, or use --write to change files in place.',
    );
  }
  const stripped = stripFile(io, target, vocabularyFor(io, target, request));
  if (stripped === undefined) return 2;
  io.stdout.write(stripped.after);
  return 0;
}

function rewrite(io: Io, request: ReadRequest): ExitStatus {
  const counts = { changed: 0, same: 0, failed: 0 };
  for (const target of request.targets) {
    if (target.content !== undefined) {
      throw new Failure('the standard input cannot be changed. Remove --write.');
    }
    const vocabulary = vocabularyFor(io, target, request);
    for (const file of filesIn(target)) counts[rewriteFile(io, file, vocabulary)] += 1;
  }
  const same = counts.same > 0 ? `, ${counted(counts.same, 'file')} had no tags` : '';
  io.stderr.write(`${counted(counts.changed, 'file')} changed${same}.\n`);
  return counts.failed > 0 ? 2 : 0;
}

function rewriteFile(io: Io, file: Target, vocabulary: Vocabulary): 'changed' | 'same' | 'failed' {
  const stripped = stripFile(io, file, vocabulary);
  if (stripped === undefined) return 'failed';
  if (stripped.after === stripped.before) return 'same';
  try {
    writeAtomically(file.path, stripped.after, io.cwd);
    return 'changed';
  } catch (error) {
    const shown = escapePath(shownPath(file.path, io.cwd));
    const reason = writeFaultOf(error as NodeJS.ErrnoException);
    io.stderr.write(`rapporteur: ${shown} could not be written: ${reason}. It was not changed.\n`);
    return 'failed';
  }
}

function* filesIn(target: Target): Iterable<Target> {
  if (target.type === 'file') {
    yield target;
    return;
  }
  for (const id of [...walk(target.path, { repository: undefined })].sort()) {
    if (isMarkdownPath(id)) yield { path: join(target.path, id), type: 'file' };
  }
}

/** A text before and after, with its byte order mark. */
interface Stripped {
  readonly before: string;
  readonly after: string;
}

/** Says on the standard error why, when it cannot be done. */
function stripFile(io: Io, target: Target, vocabulary: Vocabulary): Stripped | undefined {
  const { content, path } = target;
  const reading = content === undefined ? readNamed(path, io.cwd) : decode(content);
  const reason = refusal(reading);
  if (reading.type === 'fault' || reason !== undefined) {
    const shown = escapePath(shownPath(target.path, io.cwd));
    io.stderr.write(`rapporteur: ${shown} was not changed: ${reason}.\n`);
    return undefined;
  }
  const { text } = reading;
  const mark = reading.bom ? '\ufeff' : '';
  const after = stripTags(text, recognize(parse(text), vocabulary));
  return { before: mark + text, after: mark + after };
}

function refusal(reading: Reading): string | undefined {
  if (reading.type === 'fault') return reading.fault.reason;
  if (reading.encoding === undefined) return undefined;
  return `it is not in UTF-8 (${reading.encoding.found}). Save it as UTF-8 first`;
}

function vocabularyFor(io: Io, target: Target, request: ReadRequest): Vocabulary {
  const { config } = rootFor(io, folderOf(target), request);
  return vocabularyOf(loadSettings(config, io.cwd, request.display).kinds);
}
