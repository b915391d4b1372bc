import { idsSharingWords } from '../../rules/index.js';
import { mayBeName } from '../../suggest/index.js';
import { entityOf, languageOfPage, resolve, suggestIds, tagsIn } from '../../workspace/index.js';
import { distinctNames } from '../describe/describe-names.js';
import { type CodeAction, DEFINE_KIND } from './code-action.js';
import { similarNames } from './correct-spelling.js';
import { otherNameEditsIn } from './registry-offers.js';

/** Lets unknown words be another name of someone who is known, once and for all. */
export const addName: CodeAction = {
  name: 'add-name',
  kinds: [DEFINE_KIND],
  *offer({ workspace, page, reports }) {
    const language = languageOfPage(workspace, page);
    for (const report of reports.filter(({ rule }) => rule === 'unresolved-name')) {
      const tag = tagsIn(page, report.span).find(
        ({ label, head }) => (label ?? head).start === report.span.start,
      );
      if (tag === undefined || resolve(workspace, page, tag).type !== 'unresolved') continue;
      // A slip of the keyboard is no name.
      if (!mayBeName(tag.words, tag.kind, language) || similarNames(workspace, tag).length > 0)
        continue;
      const near = suggestIds(workspace, tag.words, [tag.kind]);
      const ids = near.length > 0 ? near : idsSharingWords(workspace, tag.kind, tag.words);
      const named = distinctNames(workspace, ids);
      for (const id of ids) {
        const known = entityOf(workspace, id);
        const edits = known && otherNameEditsIn(workspace, known, tag.words);
        if (edits === undefined) continue;
        yield {
          title: `Add '${tag.words}' to the other names of ${named(id)}`,
          kind: `${DEFINE_KIND}.name`,
          edits,
          reports: [report],
        };
      }
    }
  },
};
