import { relative, resolve, sep } from 'node:path';
import { isIgnoredPath } from '../../core/index.js';
import { isThere } from '../../host/index.js';
import type { ExitStatus, Invocation } from '../invocation/command.js';
import { selectionOf } from '../plan/selection-options.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import { writeAll } from '../terminal/write-all.js';
import { listFiles } from '../workspace/file-listing.js';
import { eachWorkspace, type ReadRequest } from '../workspace/session.js';
import { type Target, targetOf } from '../workspace/targets.js';
import { configYaml } from './config-yaml.js';

/** @throws Failure for what is faulty in a configuration. */
export async function printConfig(
  invocation: Invocation,
  asked: string | true,
): Promise<ExitStatus> {
  const { io, words } = invocation;
  const [file = asked === true ? undefined : asked, ...others] =
    asked === true ? words : [asked, ...words];
  if (others.length > 0) {
    throw new Failure(
      '--print-config prints the settings of one file, or of all if you name none.',
    );
  }
  const target = file === undefined ? undefined : subjectOf(resolve(io.cwd, file), io.cwd);
  const request: ReadRequest = {
    ...(await selectionOf({ ...invocation, words: [] })),
    targets: target === undefined ? [] : [target],
  };
  await eachWorkspace(io, request, async (root, options) => {
    const { config } = await listFiles(root, options);
    const id = target?.type === 'file' ? idOf(target.path, root.folder) : undefined;
    const shown = (path: string): string =>
      escapePath(shownPath(`${root.folder}${sep}${path}`, io.cwd));
    const where = `the workspace at ${escapePath(shownPath(root.folder, io.cwd))}/`;
    const heading = [
      id === undefined ? `The settings of ${where}.` : `The settings for ${shown(id)} in ${where}.`,
      ...(id !== undefined && isIgnoredPath(config.settings, id) ? ["'ignore' excludes it."] : []),
      ...(config.settings.briefs === undefined ? ['Briefs: every Markdown file with a tag.'] : []),
    ];
    await writeAll(io.stdout, [configYaml(config, { heading, file: id, shown })]);
    // One file has one workspace; of a folder its own is meant.
    return { root, nested: [] };
  });
  return 0;
}

/** A file that is yet to be written has settings, too. */
function subjectOf(path: string, cwd: string): Target {
  return isThere(path) ? targetOf(path, cwd) : { path, type: 'file' };
}

function idOf(path: string, folder: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}
