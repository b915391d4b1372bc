import { type Facts, isFollowUp, type Tag, type Use } from '../brief/index.js';
import { linkTarget, writtenAnchors } from './links.js';
import type { Page } from './model.js';
import { headingTargets } from './ordinary.js';
import { breaksIn } from './symbols.js';

/**
 * What of a page is needed while *another* page is linted: what it defines, promises
 * and reports, whom it mentions and points at, where it can be linked to. Each mention and each id
 * pointed at is there once. Of a workspace of 100,000 briefs this is what is in memory of all but a few.
 *
 * Linting a page among stubs says the same, word by word and place by place, as among whole ones;
 * a property test holds this. An editor needs more (every mention, every use).
 */
export function stubOf({ id, text, facts }: Page): Page {
  const { role, front, headings } = facts;
  const shared = sharedTags(facts);
  const page: Page = { id, text: '', facts };
  return {
    id,
    text: role === 'registry' ? '' : anchorsIn(text),
    facts: {
      role,
      front: {
        span: undefined,
        ...(front.lang && { lang: { text: front.lang.text, span: NO_SPAN } }),
        source: front.source.map(({ text: name }) => ({ text: name, span: NO_SPAN })),
        ...(front.date?.edtf === undefined
          ? {}
          : { date: { text: '', span: NO_SPAN, edtf: front.date.edtf } }),
      },
      tags: [...shared.tags, ...stubMentions(facts)],
      definitions: facts.definitions.map((definition) => ({
        ...definition,
        otherNames: definition.otherNames.map(({ text: name, span }) => ({ text: name, span })),
        tag: definition.tag === undefined ? undefined : shared.indices.get(definition.tag),
      })),
      uses: role === 'document' ? [] : stubUses(facts, shared),
      headings: headings.map(({ slug }) => ({ span: NO_SPAN, depth: 1, words: '', slug })),
      links: role === 'document' ? [] : stubLinks(page),
      footnotes: [],
      faults: breaksIn(facts),
      suppressions: [],
    },
  };
}

const NO_SPAN: Tag['span'] = { start: 0, end: 0 };
const EMPTY_LIST: readonly never[] = [];

interface SharedTags {
  readonly tags: readonly Tag[];
  /** Where a tag of the whole page stands among them. */
  readonly indices: ReadonlyMap<number, number>;
}

/** What is defined and promised under an id, and what is said of promises later; nothing else is found by others. */
function sharedTags({ role, tags, definitions, uses }: Facts): SharedTags {
  if (role === 'document') return { tags: [], indices: new Map() };
  const wanted = new Set(definitions.flatMap(({ tag }) => tag ?? []));
  for (const { tag, attribute } of uses) {
    if (attribute === 'of' && tag !== undefined && isFollowUp(tags[tag]?.role)) wanted.add(tag);
  }
  const sorted = [...wanted].sort((a, b) => a - b);
  return {
    tags: sorted.flatMap((index) => {
      const tag = tags[index];
      return tag === undefined ? [] : [stubTag(tag)];
    }),
    indices: new Map(sorted.map((index, at) => [index, at])),
  };
}

function stubTag(tag: Tag): Tag {
  const { kind, form, role, span, head, words, id, attributes, sound, read } = tag;
  return {
    kind,
    form,
    role,
    span,
    head,
    label: undefined,
    words,
    id,
    refs: undefined,
    attributes,
    parent: undefined,
    sound,
    read,
    edtf: undefined,
  };
}

/** One for each distinct kind and words, kind by kind. Who is meant by a `ref` is among the uses. */
function stubMentions({ role, tags }: Facts): readonly Tag[] {
  const kinds = new Map<string, Set<string>>();
  if (role === 'document') return [];
  for (const { role: of, kind, words, refs } of tags) {
    if (of !== 'mention' || refs !== undefined || words === '') continue;
    const known = kinds.get(kind) ?? new Set();
    kinds.set(kind, known.add(words));
  }
  return [...kinds].flatMap(([kind, all]) => Array.from(all, (words) => stubMention(kind, words)));
}

/** Written out, as thousands are made for each large brief: spreading is five times slower. */
function stubMention(kind: string, words: string): Tag {
  return {
    kind,
    form: 'text',
    role: 'mention',
    span: NO_SPAN,
    head: NO_SPAN,
    label: undefined,
    words,
    id: undefined,
    refs: undefined,
    attributes: EMPTY_LIST,
    parent: undefined,
    sound: true,
    read: undefined,
    edtf: undefined,
  };
}

/** What is said of promises later, with their tags; of all other ids only that they are pointed at. */
function stubUses(facts: Facts, shared: SharedTags): readonly Use[] {
  const uses: Use[] = [];
  const known = new Set<string>();
  for (const { id, attribute, tag } of facts.uses) {
    const of = tag === undefined ? undefined : facts.tags[tag];
    if (!isFollowUp(of?.role) || attribute !== 'of') continue;
    uses.push(stubUse(id.text, 'of', tag === undefined ? undefined : shared.indices.get(tag)));
    known.add(id.text);
  }
  for (const { id } of facts.uses) {
    if (known.has(id.text)) continue;
    uses.push(stubUse(id.text, '', undefined));
    known.add(id.text);
  }
  return uses;
}

function stubUse(id: string, attribute: string, tag: number | undefined): Use {
  return {
    id: { text: id, span: NO_SPAN },
    kinds: EMPTY_LIST,
    attribute,
    tag,
    definition: undefined,
  };
}

/** One link to each page or file, to a heading of it if any is: what is there is asked of the host. */
function stubLinks(page: Page): Facts['links'] {
  const intoHeadings = headingTargets(page);
  const targets = new Map<string, string>();
  for (const link of page.facts.links) {
    const target = linkTarget(page, link);
    if (target === undefined || targets.has(target.page)) continue;
    if (target.anchor === undefined && intoHeadings.has(target.page)) continue;
    targets.set(target.page, link.target.text);
  }
  return [...targets.values()].map(stubLink);
}

function stubLink(text: string): Facts['links'][0] {
  return { span: NO_SPAN, form: 'link', target: { text, span: NO_SPAN } };
}

/** A text that has the anchors of another one and nothing else. */
function anchorsIn(text: string): string {
  return anchorText(Array.from(writtenAnchors(text), ({ written }) => written));
}

function anchorText(written: readonly string[]): string {
  return [...new Set(written)].sort().join('\n');
}
