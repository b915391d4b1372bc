import {
  type Facts,
  recognize,
  recognizeInSteps,
  recognizeRegistry,
  recognizeRegistryInSteps,
  type Vocabulary,
} from '../brief/index.js';
import { type Language, languageOf } from '../language/index.js';
import {
  parse,
  parseInSteps,
  parseRegistry,
  parseRegistryInSteps,
  type RegistrySyntax,
  type Syntax,
  type YamlSyntax,
  yamlOfRegistry,
} from '../parse/index.js';
import { allSteps, type Steps } from '../text/index.js';
import { perPage } from './memo.js';
import type { Page, PageId, Workspace } from './model.js';
import { isBriefPath, isRegistryPath, type Settings } from './settings/index.js';

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
  if (isRegistryPath(settings, id))
    return { id, text, facts: recognizeRegistry(parseRegistry(text), vocabulary) };
  const facts = recognize(parse(text), vocabulary);
  const role = namedRole(settings, id) ?? facts.role;
  return { id, text, facts: facts.role === role ? facts : { ...facts, role } };
}

/**
 * As {@link readPage}, of a page that is edited: its facts are kept by block, and its syntax for the next edit.
 * @param previous the page before the edit: lends what did not change
 */
export function readPageByBlock(
  id: PageId,
  text: string,
  settings: Settings,
  vocabulary: Vocabulary,
  previous?: Page,
): Page {
  return allSteps(readPageInSteps(id, text, settings, vocabulary, previous));
}

/** As {@link readPageByBlock}, of a text that may be long. */
export function* readPageInSteps(
  id: PageId,
  text: string,
  settings: Settings,
  vocabulary: Vocabulary,
  previous?: Page,
): Steps<Page> {
  const before = previous?.facts;
  if (isRegistryPath(settings, id)) {
    const yaml = yield* parseRegistryInSteps(text, previous && cachedYaml.get(previous));
    const page = { id, text, facts: yield* recognizeRegistryInSteps(yaml, vocabulary, before) };
    cachedYaml.set(page, yaml);
    return page;
  }
  const syntax = yield* parseInSteps(text, previous && cachedSyntax.get(previous));
  const role = namedRole(settings, id);
  const page = { id, text, facts: yield* recognizeInSteps(syntax, vocabulary, role, before) };
  cachedSyntax.set(page, syntax);
  return page;
}

/** As {@link readPage}, of a text that may be long. */
export function* readClosedInSteps(
  id: PageId,
  text: string,
  settings: Settings,
  vocabulary: Vocabulary,
): Steps<Page> {
  const { facts } = yield* readPageInSteps(id, text, settings, vocabulary);
  // All is put together, and what it was put together from goes.
  const whole: Partial<Record<keyof Facts, unknown>> = {};
  for (const name of Object.keys(facts) as (keyof Facts)[]) {
    yield;
    whole[name] = facts[name];
  }
  return { id, text, facts: whole as Facts };
}

/** Without `briefs` in the settings the contents decide, see {@link Facts.role}. */
function namedRole(settings: Settings, id: PageId): Facts['role'] | undefined {
  const named = isBriefPath(settings, id);
  return named === undefined ? undefined : named ? 'brief' : 'document';
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
const cachedYaml = new WeakMap<Page, RegistrySyntax>();

/** What stands in a page's text, half-typed tags included: for what is asked while it is written. */
export function syntaxOf(page: Page): Syntax {
  const syntax = cachedSyntax.get(page) ?? parse(page.text);
  cachedSyntax.set(page, syntax);
  return syntax;
}

/** As {@link syntaxOf}, of a registry. */
export const yamlOf: (page: Page) => YamlSyntax = perPage((page) => {
  const yaml = cachedYaml.get(page) ?? parseRegistry(page.text);
  cachedYaml.set(page, yaml);
  return yamlOfRegistry(yaml);
});
