import type { Kind } from '../../brief/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import type { ColonContext } from './colon-context.js';
import type { Completion, CompletionTrigger } from './completion.js';
import { escapeSnippet } from './insertion.js';
import { isPlainColon } from './plain-colon.js';
import { pagesTagging } from './prominence.js';
import { lineEnd, lineStart } from './tag-at-cursor.js';

/** The kinds a tag may be of, after its colons; first those that most briefs of the workspace tag. */
export function kindItems(
  workspace: Workspace,
  page: Page,
  place: ColonContext,
  { trigger }: CompletionTrigger,
): readonly Completion[] {
  if (trigger !== undefined && isPlainColon(workspace, page, place)) return [];
  const { colons, typed } = place;
  const form = colons === 1 ? 'text' : colons === 2 ? 'record' : 'block';
  const used = pagesTagging(workspace);
  const kinds = [...workspace.vocabulary.kinds.values()]
    // Small letters only: `:D` and `:P` are no tags.
    .filter(({ tag }) => tag.startsWith(typed))
    .toSorted((a, b) => (used.get(b.tag) ?? 0) - (used.get(a.tag) ?? 0));
  const own = kinds.filter(({ forms }) => forms.includes(form));
  const items = own.map((kind) => kindItem(page.text, place, kind, form));
  return colons === 1 ? [...items, ...lineItems(page.text, place, kinds)] : items;
}

type Form = Kind['forms'][number];

function kindItem(text: string, place: ColonContext, kind: Kind, form: Form): Completion {
  const { tag } = kind;
  const item = { ...said(kind), label: tag, filter: tag, span: place.word } as const;
  if (place.next !== undefined) return { ...item, insert: tag };
  if (form === 'text') {
    const attributes = neededOf(kind, form, 2);
    return {
      ...item,
      insert: `${tag}[`,
      // Before a word the bracket opens for it; where it closes, the author knows.
      ...(isBeforeWord(text, place) ? {} : { snippet: `${tag}[$1]${attributes}` }),
      leadsOn: true,
    };
  }
  return { ...item, ...lineTag(text, place, kind, form, '') };
}

function isBeforeWord(text: string, { word }: ColonContext): boolean {
  return /^[\p{L}\p{N}]/u.test(text.slice(word.end, word.end + 2));
}

function said({
  tag,
  title,
  summary,
}: Kind): Pick<Completion, 'beside' | 'detail' | 'icon' | 'documentedBy'> {
  const documentedBy = { type: 'kind', kind: tag } as const;
  return { beside: title, detail: summary, icon: { type: 'kind' }, documentedBy };
}

/** Records and blocks, where a colon is all there is on its line. */
function lineItems(
  text: string,
  place: ColonContext,
  kinds: readonly Kind[],
): readonly Completion[] {
  const { start, word } = place;
  const isAlone =
    /^[ \t>]*$/.test(text.slice(lineStart(text, start), start)) &&
    text.slice(word.end, lineEnd(text, word.end)).trim() === '';
  if (!isAlone || place.next !== undefined) return [];
  const forms = [
    { form: 'record', colons: '::' },
    { form: 'block', colons: ':::' },
  ] as const;
  return forms.flatMap(({ form, colons }) =>
    kinds
      .filter((kind) => kind.forms.includes(form))
      .map((kind): Completion => {
        const label = `${colons}${kind.tag}`;
        const line = lineTag(text, { ...place, colons: colons.length }, kind, form, colons);
        const span = { start, end: word.end };
        return { ...said(kind), label, filter: label, span, ...line };
      }),
  );
}

/** A tag that has its line to itself; a block with its closing line. */
function lineTag(
  text: string,
  { start, colons }: ColonContext,
  kind: Kind,
  form: Form,
  before: string,
): Pick<Completion, 'insert' | 'snippet'> {
  const head = before + kind.tag;
  if (form === 'record') {
    return {
      insert: `${head}[`,
      snippet: `${head}[$1]${neededOf(kind, form, 2)}`,
    };
  }
  // Below a list's mark the block stands as far in; a quote goes on with its `>`.
  const indent = text.slice(lineStart(text, start), start).replace(/[^\s>]/g, ' ');
  const line = `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}`;
  const close = `${line}${':'.repeat(colons)}`;
  return {
    insert: `${head}${line}${close}`,
    snippet: `${escapeSnippet(head)}${neededOf(kind, form, 1)}${line}$0${close}`,
  };
}

/** Braces with places for what the tag cannot do without; empty if there is no such thing. */
function neededOf({ role, attributes }: Kind, form: Form, first: number): string {
  const isDefinition = form !== 'text' && (role === 'entity' || role === 'commitment');
  const id = isDefinition ? [role === 'commitment' ? '#c-' : '#'] : [];
  const required = attributes.filter((spec) => spec.required).map(({ name }) => `${name}=`);
  const usual = role === 'update' ? ['status='] : role === 'assessment' ? ['by='] : [];
  const all = [...id, ...required, ...usual];
  const places = all.map((written, index) => `${written}$${first + index}`);
  return places.length === 0 ? '' : `{${places.join(' ').replaceAll('_', '-')}\\}`;
}
