import type { Facts, Tag, Use } from '../brief/index.js';
import { linkTarget } from './links.js';
import type { Page } from './model.js';
import { writtenAnchors } from './written-anchors.js';

/**
 * A page reduced to what can be asked of it while *another* page is linted: what it defines, promises
 * and reports, whom it mentions and points at, where it can be linked to. Each mention and each id
 * pointed at is there once. Of a workspace of 100,000 briefs this is what is kept of all but a few.
 *
 * Linting a page among thin ones says the same, word by word and place by place, as among whole ones;
 * a property test holds this. What is asked by the editor (every mention, every use) is not all there.
 */
export function thinPage({ id, text, facts }: Page): Page {
  const { role, front, headings } = facts;
  const kept = keptTags(facts);
  const page: Page = { id, text: '', facts };
  return {
    id,
    text: role === 'registry' ? '' : anchorsIn(text),
    facts: {
      role,
      front: {
        span: undefined,
        source: front.source.map(({ text: name }) => ({ text: name, span: NOWHERE })),
        ...(front.date?.edtf === undefined
          ? {}
          : { date: { text: '', span: NOWHERE, edtf: front.date.edtf } }),
      },
      tags: [...kept.tags, ...mentionsIn(facts)],
      definitions: facts.definitions.map((definition) => ({
        ...definition,
        otherNames: definition.otherNames.map(({ text: name, span }) => ({ text: name, span })),
        tag: definition.tag === undefined ? undefined : kept.indices.get(definition.tag),
      })),
      uses: role === 'document' ? [] : thinUses(facts, kept),
      headings: headings.map(({ slug }) => ({ span: NOWHERE, depth: 1, words: '', slug })),
      links: role === 'document' ? [] : thinLinks(page),
      footnotes: [],
      faults: [],
      suppressions: [],
    },
  };
}

export const NOWHERE: Tag['span'] = { start: 0, end: 0 };
const NONE: readonly never[] = [];

interface Kept {
  readonly tags: readonly Tag[];
  /** Where a tag of the whole page stands among them. */
  readonly indices: ReadonlyMap<number, number>;
}

/** What is defined and promised under an id, and news of promises; nothing else is found by others. */
function keptTags({ role, tags, definitions, uses }: Facts): Kept {
  if (role === 'document') return { tags: [], indices: new Map() };
  const wanted = new Set(definitions.flatMap(({ tag }) => tag ?? []));
  for (const { tag, attribute } of uses) {
    if (attribute === 'of' && tag !== undefined && tags[tag]?.role === 'update') wanted.add(tag);
  }
  const sorted = [...wanted].sort((a, b) => a - b);
  return {
    tags: sorted.flatMap((index) => {
      const tag = tags[index];
      return tag === undefined ? [] : [thinTag(tag)];
    }),
    indices: new Map(sorted.map((index, at) => [index, at])),
  };
}

function thinTag(tag: Tag): Tag {
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
function mentionsIn({ role, tags }: Facts): readonly Tag[] {
  const kinds = new Map<string, Set<string>>();
  if (role === 'document') return [];
  for (const { role: of, kind, words, refs } of tags) {
    if (of !== 'mention' || refs !== undefined || words === '') continue;
    const known = kinds.get(kind) ?? new Set();
    kinds.set(kind, known.add(words));
  }
  return [...kinds].flatMap(([kind, all]) => Array.from(all, (words) => mention(kind, words)));
}

/** Written out, as thousands are made for each large brief: spreading is five times slower. */
export function mention(kind: string, words: string): Tag {
  return {
    kind,
    form: 'text',
    role: 'mention',
    span: NOWHERE,
    head: NOWHERE,
    label: undefined,
    words,
    id: undefined,
    refs: undefined,
    attributes: NONE,
    parent: undefined,
    sound: true,
    read: undefined,
    edtf: undefined,
  };
}

/** News of promises with their tags; of all other ids only that they are pointed at. */
function thinUses(facts: Facts, kept: Kept): readonly Use[] {
  const uses: Use[] = [];
  const known = new Set<string>();
  for (const { id, attribute, tag } of facts.uses) {
    const of = tag === undefined ? undefined : facts.tags[tag];
    if (of?.role !== 'update' || attribute !== 'of') continue;
    uses.push(thinUse(id.text, 'of', tag === undefined ? undefined : kept.indices.get(tag)));
    known.add(id.text);
  }
  for (const { id } of facts.uses) {
    if (known.has(id.text)) continue;
    uses.push(thinUse(id.text, '', undefined));
    known.add(id.text);
  }
  return uses;
}

export function thinUse(id: string, attribute: string, tag: number | undefined): Use {
  return {
    id: { text: id, span: NOWHERE },
    kinds: NONE,
    attribute,
    tag,
    definition: undefined,
  };
}

/** One link to each page or file, for the host to say whether it is there. */
function thinLinks(page: Page): Facts['links'] {
  const targets = new Map<string, string>();
  for (const link of page.facts.links) {
    const target = linkTarget(page, link)?.page;
    if (target !== undefined && !targets.has(target)) targets.set(target, link.target.text);
  }
  return [...targets.values()].map(thinLink);
}

export function thinLink(text: string): Facts['links'][0] {
  return { span: NOWHERE, form: 'link', target: { text, span: NOWHERE } };
}

/** A text that has the anchors of another one and nothing else. */
function anchorsIn(text: string): string {
  return anchorText(Array.from(writtenAnchors(text), ({ written }) => written));
}

export function anchorText(written: readonly string[]): string {
  return [...new Set(written)].sort().join('\n');
}
