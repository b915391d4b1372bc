import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import {
  colorOption,
  configOption,
  stdinOption,
  todayOption,
} from '../invocation/shared-options.js';
import { LISTS } from '../lists/list.js';
import { LIST_FORMATS } from '../lists/list-formats.js';
import { writeAll } from '../terminal/write-all.js';
import { readRequestOf } from '../workspace/read-request.js';
import { loadAll, reportProblems } from '../workspace/session.js';

export const list: Command = {
  name: 'list',
  arguments: [
    {
      syntax: '<what>',
      summary: 'what to list',
      choices: LISTS.map(({ name }) => name),
    },
    { syntax: '[paths...]', summary: "briefs, registries or folders; '-' reads standard input" },
  ],
  summary: 'list mentions, entities, commitments or updates',
  description: `Lists the content of the workspace:
${LISTS.map(({ name, summary }) => `  ${name.padEnd(11)}  ${summary}`).join('\n')}
The paths choose what is listed; without paths it is the whole workspace.`,
  options: [
    todayOption,
    {
      syntax: '--format <format>',
      summary: 'how to write the list',
      choices: LIST_FORMATS.map(({ name }) => name),
      initial: 'table',
    },
    configOption,
    colorOption,
    stdinOption,
  ],
  examples: [
    { line: 'rapporteur list commitments', summary: 'every promise and its status today' },
    { line: 'rapporteur list entities registry.yaml', summary: 'who and what is in a registry' },
    { line: 'rapporteur list commitments --format csv', summary: 'for a spreadsheet' },
  ],
  run: runList,
};

async function runList(invocation: Invocation): Promise<ExitStatus> {
  const { io, options } = invocation;
  const [what, ...paths] = invocation.words;
  const listing = LISTS.find(({ name }) => name === what);
  const format = LIST_FORMATS.find(({ name }) => name === options.format);
  if (listing === undefined || format === undefined) return 2;
  const request = await readRequestOf(invocation, paths);
  const loaded = await loadAll(io, request);
  const undone = reportProblems(io, loaded);
  const pages = loaded.flatMap((one) => one.requested.map((page) => ({ page, one })));
  const rows = pages
    .map(({ page, one }) => ({ file: one.places.fileOf(page.id), page, one }))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap(({ page, one }) => [...listing.rows(page, one)]);
  await writeAll(io.stdout, await format.write(rows, listing, request.display));
  return undone ? 2 : 0;
}
