import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { formatDay } from '../../core/index.js';
import type { Command, ExitStatus, Invocation } from '../command.js';
import { Failure } from '../failure.js';
import { CONFIG_TEXT, firstBrief, REGISTRY_TEXT } from '../first-files.js';
import { todayOf, todayOption } from '../options.js';
import { shownPath } from '../places.js';
import { visiblePath } from '../visible.js';

export const init: Command = {
  name: 'init',
  arguments: [{ syntax: '[folder]', summary: 'where to begin; made if it is not there' }],
  summary: 'begin: a registry, a configuration and a first brief',
  description:
    'Writes a small registry, a configuration and a first brief that show what a tag, a commitment and a source look like. What is there already is never changed.',
  options: [todayOption],
  examples: [{ line: 'rapporteur init my-briefs', summary: 'a new folder to try things in' }],
  run: runInit,
};

async function runInit(invocation: Invocation): Promise<ExitStatus> {
  const { io, words } = invocation;
  const folder = resolve(io.cwd, words[0] ?? '.');
  const today = formatDay(todayOf(invocation));
  const shown = (name: string): string => visiblePath(shownPath(join(folder, name), io.cwd));
  let written = 0;
  for (const [name, text] of filesFor(folder, today)) {
    const isNew = writeNew(join(folder, name), text);
    if (isNew) written += 1;
    io.stdout.write(`  ${isNew ? 'written ' : 'there   '}  ${shown(name)}\n`);
  }
  if (written === 0) io.stdout.write('\nEverything was there already; nothing was changed.\n');
  const at = words[0] === undefined ? '' : ` ${visiblePath(shownPath(folder, io.cwd))}`;
  io.stdout.write(`
Try next:
  rapporteur check${at}              what does not hold together
  rapporteur list commitments${at}   who promised what, and when it is due
`);
  return 0;
}

/** The first brief speaks of what is in our registry: beside another one it would only raise findings. */
function filesFor(folder: string, today: string): readonly (readonly [string, string])[] {
  const files: (readonly [string, string])[] = [
    ['registry.yaml', REGISTRY_TEXT],
    ['rapporteur.yaml', CONFIG_TEXT],
  ];
  if (!existsSync(join(folder, 'registry.yaml'))) {
    files.push(['briefs/first-brief.md', firstBrief(today)]);
  }
  return files;
}

/** Whether it was written: what is there is left alone, even if it came this very moment. */
function writeNew(path: string, text: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && existsSync(path)) return false;
    throw new Failure(`${path} could not be written: ${message}.`);
  }
}
