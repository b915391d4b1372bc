import type { Tag } from '../../brief/index.js';
import { foldCase, foldName, slipsBetween } from '../../text/index.js';
import {
  entityOf,
  type Page,
  resolve,
  suggestIds,
  tagsIn,
  type Workspace,
} from '../../workspace/index.js';
import type { CodeAction } from './code-action.js';

/** Corrects a slip in the words of a mention. */
export const correctSpelling: CodeAction = {
  name: 'respell',
  kinds: ['quickfix'],
  *offer({ workspace, page, reports }) {
    for (const report of reports.filter(({ rule }) => rule === 'unresolved-name')) {
      const tag = tagsIn(page, report.span).find(({ label }) => label?.start === report.span.start);
      if (tag?.label === undefined || !isPlain(page, tag)) continue;
      if (resolve(workspace, page, tag).type !== 'unresolved') continue;
      for (const name of similarNames(workspace, tag)) {
        yield {
          title: `Change to '${name}'`,
          kind: 'quickfix',
          edits: [{ page: page.id, span: tag.label, text: name }],
          reports: [report],
        };
      }
    }
  },
};

/** Words with tags or emphasis in them are for a person to correct. */
function isPlain({ text }: Page, { label, words }: Tag): boolean {
  return label !== undefined && foldName(text.slice(label.start, label.end)) === foldName(words);
}

/** The registered names that are a slip or two away from the words of a mention, the nearest first. */
export function similarNames(workspace: Workspace, { kind, words }: Tag): readonly string[] {
  const folded = foldCase(words);
  const reach = folded.length < 5 ? 0 : folded.length < 8 ? 1 : 2;
  const found = suggestIds(workspace, words, [kind]).flatMap((id) => {
    const definition = entityOf(workspace, id)?.definition;
    const names = definition === undefined ? [] : [definition.name, ...definition.otherNames];
    return names
      .map(({ text }) => ({ name: text, far: slipsBetween(foldCase(text), folded, reach) }))
      .filter(({ name, far }) => far <= reach && !/[[\]\\`]/.test(name));
  });
  const sorted = found.sort((a, b) => a.far - b.far).map(({ name }) => name);
  return [...new Set(sorted)].slice(0, 2);
}
