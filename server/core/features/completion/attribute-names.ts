import type { AttributeSpec, Kind } from '../../brief/index.js';
import type { Span } from '../../text/index.js';
import type { Completion } from './completion.js';
import { escapeSnippet } from './insertion.js';
import { hasAttribute, type TagAtCursor } from './tag-at-cursor.js';
import { closingBrace, missingBrace } from './value-insertion.js';

/** An attribute as a tag writes it. */
interface Offered {
  /** With `-`; `#` for the id. */
  readonly name: string;
  readonly summary: string;
  readonly spec: AttributeSpec | undefined;
}

/** The attributes that a tag may have besides those it has, the required ones first. */
export function attributeItems(
  text: string,
  tag: TagAtCursor,
  { span, hasValue }: { readonly span: Span; readonly hasValue: boolean },
  offset: number,
): readonly Completion[] {
  const here = text.slice(span.start, span.end);
  const there = new Set(
    (tag.syntax.attributes?.items ?? [])
      .filter((item) => span.start === span.end || tag.at + item.name.span.start !== span.start)
      .map((item) => item.name.text.replaceAll('_', '-')),
  );
  const brace = missingBrace(text, tag, offset);
  const end: End = {
    brace: brace !== undefined && brace <= span.end ? '}' : '',
    // Right before another attribute a space has to part them.
    gap: span.start === span.end && !/^[\s}]?$/.test(text[offset] ?? '') ? ' ' : '',
  };
  const also = brace !== undefined && brace > span.end ? { also: [closingBrace(brace)] } : {};
  return offeredIn(tag)
    .filter(({ name }) => !there.has(name) || name === here)
    .map((offered) => ({ ...item(tag.kind, offered, span, hasValue ? undefined : end), ...also }));
}

interface End {
  readonly brace: string;
  readonly gap: string;
}

/** @param end `undefined`: the `=` stands there already */
function item(kind: Kind, offered: Offered, span: Span, end: End | undefined): Completion {
  const { name, summary, spec } = offered;
  const about = { type: 'attribute', kind: kind.tag, attribute: name } as const;
  const shown = {
    label: name === '#' ? '#id' : name,
    ...(spec?.required && { beside: 'required' }),
    detail: summary,
    filter: name === '#' ? '#id' : name,
    icon: { type: 'attribute' },
    about,
    span,
  } as const;
  if (end === undefined) return { ...shown, insert: name };
  const { brace, gap } = end;
  if (name === '#') {
    return {
      ...shown,
      insert: `#${gap}`,
      snippet: `#$1${gap}${escapeSnippet(brace)}`,
      leadsOn: true,
    };
  }
  const [open, close] = isWords(spec) ? ['"', '"'] : ['', ''];
  const snippet = `${name}=${open}$1${close}${gap}${escapeSnippet(brace)}`;
  const insert = `${name}=${gap}`;
  return { ...shown, insert, snippet, ...(open === '' && { leadsOn: true as const }) };
}

function isWords(spec: AttributeSpec | undefined): boolean {
  return spec?.type.type === 'text' || spec?.type.type === 'texts';
}

/** LANGUAGE.md, sections 1, 3 and 4: what points says nothing else, what is not defined neither. */
function offeredIn(tag: TagAtCursor): readonly Offered[] {
  const { kind, syntax } = tag;
  const isThing = kind.role === 'entity' || kind.role === 'commitment';
  const points = hasAttribute(tag, 'ref');
  const defines = hasAttribute(tag, '#');
  const isText = syntax.form === 'text';
  const id = isThing && !points ? [{ name: '#', summary: SAYS_ID, spec: undefined }] : [];
  const ref = { name: 'ref', summary: SAYS_REF, spec: undefined };
  if (isThing && isText && points) return [ref];
  if (kind.role === 'entity' && isText && !defines) return [ref, ...id];
  const isBare = (syntax.attributes?.items.length ?? 0) === 0;
  const own = ordered(kind.attributes).map((spec) => ({
    name: spec.name.replaceAll('_', '-'),
    summary: spec.summary,
    spec,
  }));
  const required = own.filter(({ spec }) => spec.required);
  const others = own.filter(({ spec }) => !spec.required);
  return [...required, ...id, ...(isThing && isText && isBare ? [ref] : []), ...others];
}

const SAYS_ID = 'A new id. This tag is the definition, and other tags refer to it by this id.';
const SAYS_REF = 'The id of who or what is meant, if the words are not a name.';

/** A tag holds no values that nest. */
function ordered(attributes: readonly AttributeSpec[]): readonly AttributeSpec[] {
  return attributes.filter(
    ({ type, registryOnly }) =>
      registryOnly !== true && type.type !== 'mapping' && type.type !== 'records',
  );
}
