import type { Tag } from '../../brief/index.js';
import { addAttributeEdit, type Report } from '../../rules/index.js';
import { recentlyMentioned, tagAt } from '../../suggest/index.js';
import { type Page, resolve, tagsIn, type Workspace } from '../../workspace/index.js';
import { distinctNames } from '../describe/describe-names.js';
import type { CodeAction } from './code-action.js';

/** Says which of several bearers of a name is meant. */
export const addRef: CodeAction = {
  name: 'point',
  kinds: ['quickfix.rapporteur.point'],
  *offer({ workspace, page, selection, reports }) {
    const about = reports.filter(({ rule }) => rule === 'ambiguous-name');
    for (const { tag, report } of ambiguousTags(page, about, tagAt(page, selection))) {
      const resolution = resolve(workspace, page, tag);
      if (resolution.type !== 'ambiguous') continue;
      const named = distinctNames(workspace, resolution.candidates);
      for (const id of likeliestFirst(workspace, page, tag, resolution.candidates)) {
        yield {
          title: `Means ${named(id)}`,
          kind: 'quickfix.rapporteur.point',
          edits: [addAttributeEdit(page, tag, `ref=${id}`)],
          ...(report && { reports: [report] }),
        };
      }
    }
  },
};

interface About {
  readonly tag: Tag;
  readonly report: Report | undefined;
}

/** Those that were reported; else the one at the cursor. */
function* ambiguousTags(
  page: Page,
  reports: readonly Report[],
  here: Tag | undefined,
): Iterable<About> {
  for (const report of reports) {
    const tag = tagsIn(page, report.span).find(
      (each) => (each.label ?? each.head).start === report.span.start,
    );
    if (tag !== undefined) yield { tag, report };
  }
  const isOpen = here?.role === 'mention' && here.refs === undefined && here.sound;
  if (reports.length === 0 && isOpen) yield { tag: here, report: undefined };
}

/** Who was spoken of last is mostly who is meant. */
function likeliestFirst(
  workspace: Workspace,
  page: Page,
  { kind, span }: Tag,
  candidates: readonly string[],
): readonly string[] {
  const known = new Set(candidates);
  const recent = recentlyMentioned(workspace, page, { kind, before: span.start, most: 20 });
  return [...new Set([...recent.filter((id) => known.has(id)), ...candidates])];
}
