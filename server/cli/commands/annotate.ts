import { languageOfPage } from '../../core/index.js';
import { pageForSuggestions, registeredNames } from '../../core/suggest/index.js';
import { loadEngine } from '../annotate/load-engine.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import {
  colorOption,
  configOption,
  stdinOption,
  todayOption,
} from '../invocation/shared-options.js';
import { readRequestOf } from '../workspace/read-request.js';
import { loadAll, reportProblems } from '../workspace/session.js';

export const annotate: Command = {
  name: 'annotate',
  arguments: [{ syntax: '[paths...]', summary: "briefs or folders; '-' reads standard input" }],
  summary: 'suggest tags',
  description: 'x',
  options: [
    todayOption,
    {
      syntax: '--format <format>',
      summary: 'how',
      choices: ['text', 'json', 'diff'],
      initial: 'text',
    },
    configOption,
    colorOption,
    stdinOption,
  ],
  examples: [],
  run: runAnnotate,
};

async function runAnnotate(invocation: Invocation): Promise<ExitStatus> {
  const { io } = invocation;
  const request = await readRequestOf(invocation, invocation.words);
  const loaded = await loadAll(io, request);
  const undone = reportProblems(io, loaded);
  const { NameIndex, suggest } = await loadEngine();
  const suggestions: unknown[] = [];
  for (const { workspace, places } of loaded) {
    for (const page of workspace.pages.values()) {
      if (page.facts.role === 'registry') continue;
      const names = new NameIndex(
        registeredNames(workspace),
        languageOfPage(workspace, page).names.elisions,
      );
      for (const one of suggest({ ...pageForSuggestions(workspace, page), names })) {
        const place = places.locate({ page: page.id, span: one });
        suggestions.push({
          ...one,
          words: page.text.slice(one.start, one.end),
          ...place,
          commitment: one.terms,
        });
      }
    }
  }
  io.stdout.write(`${JSON.stringify({ suggestions })}\n`);
  return undone ? 2 : 0;
}
