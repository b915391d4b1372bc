import { join, resolve } from 'node:path';
import { formatDay } from '../../core/index.js';
import { isThere } from '../../host/index.js';
import { adopt } from '../init/adopt.js';
import { createFile, makeFolder } from '../init/create-file.js';
import { CI_SYSTEMS } from '../init/list.js';
import { CONFIG_TEXT, firstBrief, REGISTRY_TEXT } from '../init/starter-files.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { textOf, todayOf, todayOption } from '../invocation/shared-options.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';

export const init: Command = {
  name: 'init',
  arguments: [
    { syntax: '[folder]', summary: 'the folder to start in; it is created if it does not exist' },
  ],
  summary: 'write first files, or set up the check on every change (--ci)',
  description: `Writes a small registry, a configuration and a first brief that show what a tag, a commitment and a source look like. Existing files are never changed.

With --ci, for existing briefs: writes a configuration, a baseline of all current findings, which then do not fail the check, and the file that makes a platform check every change. Commit them, and from then on every new error fails the check.`,
  options: [
    {
      syntax: '--ci <system>',
      summary: `check every change on a platform: ${CI_SYSTEMS.map(({ name, summary }) => `${name} (${summary})`).join(', ')}`,
      choices: CI_SYSTEMS.map(({ name }) => name),
    },
    todayOption,
  ],
  examples: [
    { line: 'rapporteur init my-briefs', summary: 'a new folder for your first steps' },
    { line: 'rapporteur init --ci github', summary: 'check existing briefs from now on' },
  ],
  run: runInit,
};

async function runInit(invocation: Invocation): Promise<ExitStatus> {
  const { io, words } = invocation;
  const folder = resolve(io.cwd, words[0] ?? '.');
  const system = CI_SYSTEMS.find(({ name }) => name === textOf(invocation, 'ci'));
  makeFolder(folder, io.cwd);
  return system === undefined ? begin(invocation, folder) : adopt(invocation, folder, system);
}

function begin(invocation: Invocation, folder: string): ExitStatus {
  const { io, words } = invocation;
  const today = formatDay(todayOf(invocation));
  const shown = (name: string): string => escapePath(shownPath(join(folder, name), io.cwd));
  let written = 0;
  for (const [name, text] of filesFor(folder, today)) {
    const isNew = createFile(join(folder, name), text);
    if (isNew) written += 1;
    io.stdout.write(`  ${isNew ? 'written ' : 'there   '}  ${shown(name)}\n`);
  }
  if (written === 0) io.stdout.write('\nEverything already exists; nothing was changed.\n');
  const at = words[0] === undefined ? '' : ` ${escapePath(shownPath(folder, io.cwd))}`;
  io.stdout.write(`
Try next:
  rapporteur check${at}              check the brief and the registry
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
  if (!isThere(join(folder, 'registry.yaml'))) {
    files.push(['briefs/first-brief.md', firstBrief(today)]);
  }
  return files;
}
