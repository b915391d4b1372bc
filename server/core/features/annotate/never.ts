import type { PageEdit } from '../../rules/index.js';
import { dryRun, lineBreakOf, neverSuggested } from '../../suggest/index.js';
import { foldCase, foldSpace, type TextEdit } from '../../text/index.js';
import { type Page, type PageId, syntaxOf, type Workspace } from '../../workspace/index.js';
import { addToList } from '../registry-edit/yaml-list.js';

/** A configuration as it is written now; without a text there is none yet. */
export interface ConfigFile {
  readonly page: PageId;
  readonly text: string | undefined;
}

/**
 * The edits that keep words from being suggested in a brief, by its front matter: `rapporteur: { not: [May] }`.
 * `undefined` where that cannot be done so that it is read as meant.
 */
export function neverHere(
  workspace: Workspace,
  page: Page,
  words: string,
): readonly PageEdit[] | undefined {
  const word = foldSpace(words);
  const edit = inFrontMatter(page, word);
  if (edit === undefined) return undefined;
  const after = dryRun(workspace, page, [edit]);
  const isRead = neverSuggested(workspace, after).has(foldCase(word));
  if (!isRead || after.facts.faults.length > page.facts.faults.length) return undefined;
  return [{ ...edit, page: page.id }];
}

function inFrontMatter(page: Page, word: string): TextEdit | undefined {
  const { frontMatter, text } = syntaxOf(page);
  if (frontMatter !== undefined)
    return addToList(text, frontMatter.body, ['rapporteur', 'not'], word);
  const eol = lineBreakOf(text);
  const nothing = { start: 0, end: 0 };
  const edit = addToList('', nothing, ['rapporteur', 'not'], word);
  return edit && { span: nothing, text: `---${eol}${edit.text.trim()}${eol}---${eol}${eol}` };
}

/**
 * The edits that keep words from being suggested in any brief, by the configuration: `suggest: { never: [May] }`.
 * `undefined` where that cannot be done.
 */
export function neverAnywhere(
  { page, text = '' }: ConfigFile,
  words: string,
): readonly PageEdit[] | undefined {
  const edit = addToList(
    text,
    { start: 0, end: text.length },
    ['suggest', 'never'],
    foldSpace(words),
  );
  return edit && [{ ...edit, page }];
}
