import { describeDate, formatDay } from '../../dates/index.js';
import type { Span } from '../../text/index.js';
import { type Page, syntaxOf, type Workspace } from '../../workspace/index.js';
import {
  type Completion,
  type Completions,
  type CompletionTrigger,
  completeList,
  incompleteList,
} from './completion.js';
import { idItems } from './ids.js';
import { type Insertion, insertValue } from './insertion.js';
import { searchQuery } from './name-search.js';
import { lineEnd, lineStart } from './tag-at-cursor.js';

const KEYS: readonly { readonly key: string; readonly summary: string }[] = [
  { key: 'title', summary: 'The title of the brief.' },
  {
    key: 'date',
    summary:
      'The date of the brief. Its offices, deadlines and updates are checked as of this day.',
  },
  { key: 'source', summary: 'The source of the brief. A tag can name another one.' },
  {
    key: 'lang',
    summary: 'The language of the brief. It decides how dates and promises in words are read.',
  },
];

/** What may stand in the front matter of a brief; `undefined` where the cursor is not in it. */
export function frontMatterItems(
  workspace: Workspace,
  page: Page,
  offset: number,
  { trigger }: CompletionTrigger,
): { readonly found: Completions | undefined } | undefined {
  const body = syntaxOf(page).frontMatter?.body;
  if (body === undefined || offset < body.start || offset > body.end) return undefined;
  // Behind a key's colon a space comes first, or the next line.
  if (trigger === ':') return { found: undefined };
  return { found: itemsInLine(workspace, page, body, offset) };
}

function itemsInLine(
  workspace: Workspace,
  page: Page,
  body: Span,
  offset: number,
): Completions | undefined {
  const { text } = page;
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset));
  const [, key, colon = ''] = /^([\w-]+)(:[ \t]*)/.exec(line) ?? [];
  if (key !== undefined && offset > start + key.length) {
    return valuesOfKey(workspace, page, key, start + key.length + colon.length, offset);
  }
  if (/^[ \t]*-[ \t]/.test(line)) return listItem(workspace, page, start, offset);
  const word = /^[\w-]*(?=:|$)/.exec(line)?.[0];
  if (word === undefined) return undefined;
  return completeList(keyItems(text, body, { start, end: start + word.length }));
}

/** The keys that are not there yet. */
function keyItems(text: string, body: Span, span: Span): readonly Completion[] {
  const rest = text[span.end] === ':' ? '' : ': ';
  const keys = text.slice(body.start, body.end).matchAll(/^([\w-]+):/gm);
  const there = new Set([...keys].map(([, name]) => name));
  return KEYS.filter(({ key }) => !there.has(key)).map(({ key, summary }) => ({
    label: key,
    detail: summary,
    filter: key,
    icon: { type: 'attribute' },
    insert: key + rest,
    span,
    ...(rest !== '' && key !== 'title' && { leadsOn: true }),
  }));
}

function valuesOfKey(
  workspace: Workspace,
  page: Page,
  key: string,
  from: number,
  offset: number,
): Completions | undefined {
  if (offset < from || !KEYS_WITH_VALUES.has(key)) return undefined;
  const before = page.text[from - 1] === ':' ? ' ' : '';
  const end = lineEnd(page.text, offset);
  if (key === 'source')
    return sources(workspace, page, itemSlot(page.text, from, end, offset, before));
  const slot = { span: { start: from, end }, typed: '', before, after: '', also: [] };
  if (key === 'lang') return completeList(languageItems(workspace, slot));
  const edtf = formatDay(workspace.today);
  const today: Completion = {
    label: edtf,
    beside: 'today',
    detail: describeDate(edtf),
    filter: `${edtf} today`,
    icon: { type: 'date' },
    ...insertValue(slot, edtf),
  };
  return completeList([today]);
}

const KEYS_WITH_VALUES: ReadonlySet<string> = new Set(['date', 'source', 'lang']);

function languageItems({ vocabulary }: Workspace, slot: Insertion): readonly Completion[] {
  return vocabulary.languages.map(({ tag, name }) => ({
    label: tag,
    beside: name,
    detail: `The brief is in ${name}.`,
    filter: `${tag} ${name}`,
    icon: { type: 'choice' },
    ...insertValue(slot, tag),
  }));
}

function listItem(
  workspace: Workspace,
  page: Page,
  start: number,
  offset: number,
): Completions | undefined {
  const { text } = page;
  const from =
    start + (/^[ \t]*-[ \t]+/.exec(text.slice(start, lineEnd(text, offset)))?.[0].length ?? 0);
  const keys = [...text.slice(0, start).matchAll(/^([\w-]+):/gm)];
  if (offset < from || keys.at(-1)?.[1] !== 'source') return undefined;
  return sources(workspace, page, itemSlot(text, from, lineEnd(text, offset), offset, ''));
}

/** An item between commas or brackets. */
function itemSlot(
  text: string,
  from: number,
  end: number,
  offset: number,
  before: string,
): Insertion {
  let start = offset;
  while (start > from && !/[,[\s"']/.test(text[start - 1] ?? '')) start -= 1;
  let last = offset;
  while (last < end && !/[,\]\s"'#]/.test(text[last] ?? '')) last += 1;
  const lead = start === from ? before : '';
  return {
    span: { start, end: last },
    typed: text.slice(start, offset),
    before: lead,
    after: '',
    also: [],
  };
}

function sources(workspace: Workspace, page: Page, slot: Insertion): Completions | undefined {
  const there = page.facts.front.source
    .filter(({ span }) => span.start !== slot.span.start)
    .map(({ text }) => text);
  const query = searchQuery(slot.typed);
  const wanted = { kinds: ['source'], query, leftOut: new Set(there) };
  return incompleteList(idItems(workspace, page, slot, wanted));
}
