// What is offered about the findings of a rule, by the rule's own examples.
import { lint, type Rule } from '../../server/core/index.js';
import { offersAt } from './actions.js';
import { switchedOn, workspaceWith } from './linting.js';

/** The titles of the fixes for the findings in the examples of a rule, but for those that look away; each once. */
export function offeredFor(rule: Rule): readonly string[] {
  const titles = new Set<string>();
  for (const { brief, registry, others, today } of rule.examples.bad) {
    const texts = {
      ...others,
      'brief.md': brief,
      ...(registry === undefined ? {} : { 'registry.yaml': registry }),
    };
    const workspace = workspaceWith(texts, today);
    for (const page of workspace.pages.values())
      for (const report of lint(workspace, page.id, switchedOn(rule))) {
        if (report.rule !== rule.name) continue;
        const ask = { only: ['quickfix'], reports: [report] };
        for (const offer of offersAt({ workspace, page, selection: report.span }, ask))
          if (offer.action !== 'suppress' || !offer.title.startsWith('Ignore'))
            titles.add(offer.title);
      }
  }
  return [...titles];
}
