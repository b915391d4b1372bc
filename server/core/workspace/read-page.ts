import {
  type Facts,
  recognize,
  recognizeByBlock,
  recognizeRegistry,
  type Vocabulary,
} from '../brief/index.js';
import { type Language, languageOf } from '../language/index.js';
import { parse, parseYaml, type Syntax, type YamlSyntax } from '../parse/index.js';
import type { Page, PageId, Workspace } from './model.js';
import { isBriefPath, isRegistryPath, type Settings } from './settings/index.js';

/**
 * Reads one text as what its path and its contents make it: a registry, a brief, or another document.
 * Depends on its arguments alone, so a worker may do it.
 * @param previous the page before an edit: lends what did not change, see {@link parse}. The syntax of
 *   the new page is then kept for the next edit
 */
export function readPage(
  id: PageId,
  text: string,
  settings: Settings,
  vocabulary: Vocabulary,
  previous?: Page,
): Page {
  if (isRegistryPath(settings, id)) {
    const yaml = parseYaml(text);
    const page: Page = { id, text, facts: recognizeRegistry(yaml, text, vocabulary) };
    if (previous !== undefined) cachedYaml.set(page, yaml);
    return page;
  }
  const named = isBriefPath(settings, id);
  if (previous === undefined) {
    return { id, text, facts: withRole(recognize(parse(text), vocabulary), named) };
  }
  const syntax = parse(text, cachedSyntax.get(previous));
  const role = named === undefined ? undefined : named ? 'brief' : 'document';
  const page = { id, text, facts: recognizeByBlock(syntax, vocabulary, role, previous.facts) };
  cachedSyntax.set(page, syntax);
  return page;
}

/** The language that a page is read in: that of its front matter, else the usual one. */
export function languageOfPage(
  { vocabulary }: Pick<Workspace, 'vocabulary'>,
  page: Page,
): Language {
  return languageOf(vocabulary.languages, page.facts.front.lang?.text);
}

/** Of pages that are edited or asked about; thousands of others would fill the memory with theirs. */
const cachedSyntax = new WeakMap<Page, Syntax>();
const cachedYaml = new WeakMap<Page, YamlSyntax>();

/** What stands in a page's text, half-typed tags included: for what is asked while it is written. */
export function syntaxOf(page: Page): Syntax {
  const syntax = cachedSyntax.get(page) ?? parse(page.text);
  cachedSyntax.set(page, syntax);
  return syntax;
}

/** As {@link syntaxOf}, of a registry. */
export function yamlOf(page: Page): YamlSyntax {
  const yaml = cachedYaml.get(page) ?? parseYaml(page.text);
  cachedYaml.set(page, yaml);
  return yaml;
}

/** Without `briefs` in the settings the contents decide, see {@link Facts.role}. */
function withRole(facts: Facts, named: boolean | undefined): Facts {
  if (named === undefined) return facts;
  const role = named ? 'brief' : 'document';
  return facts.role === role ? facts : { ...facts, role };
}
