import { type Page, syntaxOf, type Workspace } from '../../workspace/index.js';
import { attributeItems } from './attribute-names.js';
import {
  type Completions,
  type CompletionTrigger,
  completeList,
  incompleteList,
} from './completion.js';
import { frontMatterItems } from './front-matter.js';
import { kindItems } from './kinds.js';
import { type MarkdownContext, markdownContextAt } from './markdown-context.js';
import { labelItems } from './names.js';
import { newIdItems } from './new-ids.js';
import { registryItems } from './registry.js';
import { suppressionItems } from './suppressions.js';
import { isInProseOrHtml } from './tag-at-cursor.js';
import { valueItems } from './values.js';

/**
 * What may be written at an offset (UTF-16) of a page, the likeliest first. `undefined` where there is
 * nothing to say: in ordinary prose above all.
 */
export function complete(
  workspace: Workspace,
  page: Page,
  offset: number,
  asked: CompletionTrigger,
): Completions | undefined {
  if (page.facts.role === 'registry') return registryItems(workspace, page, offset, asked);
  if (!shouldComplete(page.text, offset, asked)) return undefined;
  const front = frontMatterItems(workspace, page, offset, asked);
  if (front !== undefined) return front.found;
  // Nothing is found in what is no brief: there a comment is begun for other reasons.
  const isSilent = page.facts.role === 'document' && asked.trigger !== undefined;
  const silenced = isSilent ? undefined : suppressionItems(page.text, offset, 'html');
  if (silenced !== undefined && silenced.length > 0)
    return isInProseOrHtml(syntaxOf(page), page.text.lastIndexOf('<!--', offset - 1))
      ? completeList(silenced)
      : undefined;
  const place = markdownContextAt(workspace, page, offset);
  return place && itemsAt(workspace, page, offset, place, asked);
}

function itemsAt(
  workspace: Workspace,
  page: Page,
  offset: number,
  place: MarkdownContext,
  asked: CompletionTrigger,
): Completions | undefined {
  if (place.type === 'colon') return incompleteList(kindItems(workspace, page, place.colon, asked));
  const { tag } = place;
  if (place.type === 'label')
    return incompleteList(labelItems(workspace, page, tag, place.label, asked));
  const { braces } = place;
  if (braces.type === 'value') return valueItems(workspace, page, tag, braces, offset);
  if (braces.type === 'name') return completeList(attributeItems(page.text, tag, braces, offset));
  return completeList(newIdItems(workspace, page, tag, braces.span, offset));
}

/** Further back nothing is looked for: no paragraph is so long. */
const MAX_LOOK_BACK = 20_000;

/**
 * Whether the text before the cursor leaves anything to offer, without reading the page: an editor asks
 * after each space that is typed.
 */
function shouldComplete(text: string, offset: number, { trigger }: CompletionTrigger): boolean {
  if (/^\ufeff?---[ \t]*[\r\n]/.test(text) && offset < MAX_LOOK_BACK) return true;
  const paragraph = beforeCursor(text, offset);
  if (paragraph.includes('<!--')) return true;
  if (!paragraph.includes(':')) return false;
  return trigger === undefined || trigger === ':' || /[[{]/.test(paragraph);
}

/** From the last blank line on. */
function beforeCursor(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - MAX_LOOK_BACK), offset);
  const blank = /[\r\n][ \t>]*(?:\r\n|\n|\r(?!\n))/g;
  let start = 0;
  for (const { index, 0: found } of before.matchAll(blank)) start = index + found.length;
  return before.slice(start);
}
