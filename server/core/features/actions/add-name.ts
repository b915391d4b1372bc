import { idsSharingWords } from '../../rules/index.js';
import { entityOf, languageOfPage, resolve, suggestIds } from '../../workspace/index.js';
import { type Action, DEFINE_KIND } from './action.js';
import { namedApart } from './apart.js';
import { nameOffer } from './entry-offer.js';
import { mayBeName } from './pronoun.js';
import { namesMeant } from './respell.js';

/** Lets unknown words be another name of someone who is known, once and for all. */
export const addName: Action = {
  name: 'add-name',
  kinds: [DEFINE_KIND],
  *offer({ workspace, page, reports }) {
    const language = languageOfPage(workspace, page);
    for (const report of reports.filter(({ rule }) => rule === 'unresolved-name')) {
      const tag = page.facts.tags.find(
        ({ label, head }) => (label ?? head).start === report.span.start,
      );
      if (tag === undefined || resolve(workspace, page, tag).type !== 'unresolved') continue;
      // A slip of the keyboard is no name.
      if (!mayBeName(tag.words, tag.kind, language) || namesMeant(workspace, tag).length > 0)
        continue;
      const near = suggestIds(workspace, tag.words, [tag.kind]);
      const ids = near.length > 0 ? near : idsSharingWords(workspace, tag.kind, tag.words);
      const named = namedApart(workspace, ids);
      for (const id of ids) {
        const known = entityOf(workspace, id);
        const edits = known && nameOffer(workspace, known, tag.words);
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
