import { card, idsOfKind, nearestWord, suggestIds } from '../../core/index.js';
import { CARD_FORMATS } from '../cards/card-formats.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import { colorOption, configOption, todayOption } from '../invocation/shared-options.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import { writeAll } from '../terminal/write-all.js';
import type { LoadedWorkspace } from '../workspace/load.js';
import { readRequestOf } from '../workspace/read-request.js';
import { loadAll, reportProblems } from '../workspace/session.js';

export const show: Command = {
  name: 'show',
  arguments: [
    { syntax: '<id>', summary: 'the id of an entity or a commitment' },
    { syntax: '[paths...]', summary: 'where to look, if not in the workspace you are in' },
  ],
  summary: 'show everything about one entity or commitment',
  description:
    'Shows the card of one person, place, agreement … or commitment: where it is defined and mentioned, what was promised, by whom and to whom, and what happened since.',
  options: [
    todayOption,
    {
      syntax: '--format <format>',
      summary: 'how to write the card',
      choices: CARD_FORMATS.map(({ name }) => name),
      initial: 'text',
    },
    configOption,
    colorOption,
  ],
  examples: [
    { line: 'rapporteur show pete-hegseth', summary: 'a person: offices, promises, mentions' },
    { line: 'rapporteur show c-sign-framework', summary: 'a promise and its history' },
  ],
  run: runShow,
};

async function runShow(invocation: Invocation): Promise<ExitStatus> {
  const { io, options } = invocation;
  const [id = '', ...paths] = invocation.words;
  const request = await readRequestOf(invocation, paths);
  const loaded = await loadAll(io, request);
  const undone = reportProblems(io, loaded);
  const format = CARD_FORMATS.find(({ name }) => name === options.format);
  const cards = loaded.flatMap((one) => {
    const found = card(one.workspace, id);
    return found === undefined ? [] : [{ one, found }];
  });
  const [first, ...others] = cards;
  if (first !== undefined && format !== undefined) {
    await writeAll(io.stdout, format.write(first.found, first.one, request.display));
    for (const { one } of others) {
      const folder = escapePath(shownPath(one.root.folder, io.cwd));
      io.stderr.write(`Another '${id}' is in ${folder}: rapporteur show ${id} ${folder}\n`);
    }
    return undone ? 2 : 0;
  }
  throw new Failure(`nothing has the id '${id}'. ${nextStep(id, loaded)}`);
}

function nextStep(id: string, loaded: readonly LoadedWorkspace[]): string {
  for (const { workspace } of loaded) {
    const [near] = [
      ...suggestIds(workspace, id, 'any'),
      ...suggestIds(workspace, id, ['commitment']),
    ];
    const other = near ?? nearestWord(id, idsOfKind(workspace, ['commitment']));
    if (other !== undefined) return `Did you mean '${other}'?`;
  }
  return "'rapporteur list entities' and 'rapporteur list commitments' show all ids.";
}
