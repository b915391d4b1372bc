import { attributeSpec, type Kind, scalar, type Tag } from '../brief/index.js';
import { describeDate, describeDay, parseEdtf } from '../dates/index.js';
import { listOf, shortened } from '../rules/index.js';
import { foldCase, type Span } from '../text/index.js';
import {
  dateOfPage,
  definitionsOf,
  holdersOn,
  type Page,
  resolve,
  tagsIn,
  type Workspace,
} from '../workspace/index.js';
import { nameOfId } from './describe/id-names.js';
import { foldSearch } from './symbols/symbols-fold.js';

/** Which of what is not written may be shown between the words. */
export interface InlayChoice {
  /** Whom a mention means, when its words are none of the names. */
  readonly names: boolean;
  /** Who held an office at the brief's date. */
  readonly holders: boolean;
  /** The day of a date that leaves it to be worked out. */
  readonly dates: boolean;
}

/** A few words shown behind others, that are not in the text. */
export interface Inlay {
  /** Where they are shown, UTF-16. */
  readonly offset: number;
  readonly words: string;
  /** Where a hover tells more of it: inside the words they explain. */
  readonly about: number;
}

/** What is shown in a part of a page, in reading order. */
export function inlays(
  workspace: Workspace,
  page: Page,
  range: Span,
  choice: InlayChoice,
): readonly Inlay[] {
  const found: Inlay[] = [];
  for (const tag of tagsIn(page, range)) {
    // In reading order: what begins behind the range has nothing in it, and an inner tag ends first.
    if (tag.span.start > range.end || tag.span.end < range.start) continue;
    if (choice.names) found.push(...nameInlay(workspace, tag));
    if (choice.holders) found.push(...holderInlay(workspace, page, tag));
    if (choice.dates) found.push(...dateInlays(workspace, tag));
  }
  return found
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

/** Long names make a line hard to read; the hover has them in full. */
const MAX_NAMES = 3;

function nameInlay(workspace: Workspace, tag: Tag): readonly Inlay[] {
  const { label, refs, role } = tag;
  if (role !== 'mention' || refs === undefined || label === undefined) return [];
  // What a commitment is called are its words, which say in other words what stands here.
  if (workspace.vocabulary.kinds.get(tag.kind)?.role !== 'entity') return [];
  const ids = [...new Set(refs.map(({ text }) => text))];
  const known = ids.filter((id) => definitionsOf(workspace, id).length > 0);
  if (known.length === 0 || known.length < ids.length) return [];
  if (known.length === 1 && isCalled(workspace, known[0] ?? '', tag.words)) return [];
  if (known.every((id) => saysName(workspace, id))) return [];
  return [behind(label, namesIn(workspace, known))];
}

function namesIn(workspace: Workspace, ids: readonly string[]): string {
  const shown = ids.length > MAX_NAMES + 1 ? ids.slice(0, MAX_NAMES) : ids;
  const names = shown.map((id) => shortened(nameOfId(workspace, id)));
  const rest = ids.length - shown.length;
  return listOf(rest > 0 ? [...names, `${rest} more`] : names, 'and');
}

/** Whether an id in braces says by its words what the name says: `united-states` for *United States*. */
function saysName(workspace: Workspace, id: string): boolean {
  const said = foldSearch(id).split(' ');
  const words = foldSearch(nameOfId(workspace, id)).split(' ');
  const long = words.filter(({ length }) => length >= LONG_WORD);
  return (long.length > 0 ? long : words).every((word) => said.includes(word));
}

/** Shorter ones (*of*, *the*) are left out of ids. */
const LONG_WORD = 4;

function isCalled(workspace: Workspace, id: string, words: string): boolean {
  const folded = foldCase(words);
  return definitionsOf(workspace, id).some(({ definition }) =>
    [definition.name, ...definition.otherNames].some(({ text }) => foldCase(text) === folded),
  );
}

function behind(label: Span, words: string): Inlay {
  return { offset: label.end, words, about: label.start };
}

function holderInlay(workspace: Workspace, page: Page, tag: Tag): readonly Inlay[] {
  const date = dateOfPage(page);
  if (tag.kind !== 'office' || tag.label === undefined || date === undefined) return [];
  const resolution = resolve(workspace, page, tag);
  if (resolution.type !== 'resolved') return [];
  const holders = resolution.ids.flatMap((office) => holdersOn(workspace, office, date.range));
  const unsaid = holders.filter((id) => !isNamedNext(workspace, page, tag, id));
  return unsaid.length === 0 ? [] : [behind(tag.label, namesIn(workspace, unsaid))];
}

/** Whether the text says it itself: `:office[Defence Minister] :person[Rajnath Singh]`. */
function isNamedNext(workspace: Workspace, page: Page, { span }: Tag, person: string): boolean {
  const near = { start: span.end, end: span.end + MAX_BETWEEN };
  // Tags in the words of the office come before what follows it.
  const next = tagsIn(page, near).find(({ span: { start } }) => start >= span.end);
  if (next?.kind !== 'person') return false;
  const between = page.text.slice(span.end, next.span.start);
  if (between.length > MAX_BETWEEN || !/^[\s,(]*$/.test(between)) return false;
  const meant = resolve(workspace, page, next);
  return meant.type === 'resolved' && meant.ids.includes(person);
}

/** Signs between an office and who holds it. */
const MAX_BETWEEN = 9;

/** `due=2025` -> `by 31 December 2025`; `:date[this year]{edtf=2025}` -> `2025`. */
function dateInlays(workspace: Workspace, tag: Tag): readonly Inlay[] {
  const kind = workspace.vocabulary.kinds.get(tag.kind);
  const deadlines = kind === undefined ? [] : deadlinesOf(kind, tag);
  return [...deadlines, ...wordsOfDate(tag)];
}

/** A deadline is its last day, which only a full date says. */
function deadlinesOf(kind: Kind, tag: Tag): readonly Inlay[] {
  return tag.attributes.flatMap(({ name, value }): readonly Inlay[] => {
    const type = attributeSpec(kind, name)?.type;
    if (type?.type !== 'date' || !type.closed || value.type !== 'scalar') return [];
    const date = parseEdtf(value.text);
    if (date === undefined || !Number.isFinite(date.range.last)) return [];
    if (!date.interval && date.precision === 'day') return [];
    const { start, end } = value.span;
    return [{ offset: end, words: `by ${describeDay(date.range.last)}`, about: start }];
  });
}

/** Words that say their date by themselves need no other. */
function wordsOfDate({ role, label, edtf, attributes, words }: Tag): readonly Inlay[] {
  if (role !== 'date' || label === undefined || edtf === undefined) return [];
  if (scalar(attributes, 'edtf') === undefined) return [];
  const said = describeDate(edtf);
  return foldCase(said) === foldCase(words) ? [] : [behind(label, said)];
}
