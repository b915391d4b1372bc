import { type Facts, recognize, recognizeRegistry, type Vocabulary } from '../brief/index.js';
import { parse, parseYaml } from '../parse/index.js';
import type { Page, PageId } from './model.js';
import { isBriefPath, isRegistryPath, type Settings } from './settings.js';

/**
 * Reads one text as what its path and its contents make it: a registry, a brief, or another document.
 * Depends on its arguments alone, so a worker may do it.
 */
export function readPage(
  id: PageId,
  text: string,
  settings: Settings,
  vocabulary: Vocabulary,
): Page {
  if (isRegistryPath(settings, id)) {
    return { id, text, facts: recognizeRegistry(parseYaml(text), text, vocabulary) };
  }
  const facts = recognize(parse(text), vocabulary);
  return { id, text, facts: withRole(facts, isBriefPath(settings, id)) };
}

/** Without `briefs` in the settings the contents decide, see {@link Facts.role}. */
function withRole(facts: Facts, named: boolean | undefined): Facts {
  if (named === undefined) return facts;
  const role = named ? 'brief' : 'document';
  return facts.role === role ? facts : { ...facts, role };
}
