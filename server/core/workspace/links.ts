import { decodeText, type Facts, type LinkFact, partsOf } from '../brief/index.js';
import { changedPart, percentDecoded, perObject } from '../text/index.js';
import type { Page, PageId, Workspace } from './model.js';

/** A link to a place in the workspace. */
export interface LinkTarget {
  /** Below the workspace root, `.` and `..` taken out; not known to exist. */
  readonly page: PageId;
  /** After the `#`, decoded; `undefined` without one or when nothing follows it. */
  readonly anchor: string | undefined;
}

/**
 * Where a link leads, if that is a file of the workspace: relative to its page, `/` is the workspace
 * root, a query is left out. `undefined` for what cannot be judged from here: URLs, an empty target,
 * the root itself and what lies above it.
 */
export function linkTarget(page: Page, link: LinkFact): LinkTarget | undefined {
  const target = decodeText(link.target.text.trim());
  if (link.form === 'autolink' || target === '' || ELSEWHERE.test(target)) return undefined;
  const hash = target.indexOf('#');
  const before = hash < 0 ? target : target.slice(0, hash);
  const anchor = hash < 0 ? undefined : percentDecoded(target.slice(hash + 1)) || undefined;
  const path = before.split('?', 1)[0] ?? '';
  if (path === '') return hash < 0 ? undefined : { page: page.id, anchor };
  const id = normalized(path.startsWith('/') ? path : `${folderOf(page.id)}${path}`);
  return id === undefined ? undefined : { page: id, anchor };
}

/** A scheme (`https:`, `mailto:`, `C:`) or another host's root. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

function folderOf(id: PageId): string {
  // The page's own path is no URL: its `%` must survive the decoding of the link.
  const folder = id.slice(0, id.lastIndexOf('/') + 1);
  return folder.replaceAll('%', '%25');
}

function normalized(path: string): PageId | undefined {
  const parts: string[] = [];
  // What is written as %2F is a slash like any other to all who follow a link.
  for (const part of path.split('/').flatMap((written) => percentDecoded(written).split('/'))) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/**
 * Tells of texts whether they may link to one of these files, or into one of these folders: a look for
 * their names where the target of a link could stand, however they are written. In doubt they may.
 */
export function mayLinkTo(ids: readonly PageId[]): (text: string) => boolean {
  const names = new Set(ids.map((id) => id.slice(id.lastIndexOf('/') + 1).replace(/\.md$/, '')));
  const literal = Array.from(names, (name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const target = new RegExp(
    `(?:[(</]|\\]:)[\\s>]*(?:${literal.join('|')})(?=(?:\\.md)?(?:$|[\\s)>#?/]))`,
  );
  return (text) => {
    if (target.test(text)) return true;
    if (!/[%&\\]/.test(text)) return false;
    const plain = decodeText(text);
    return target.test(plain) || target.test(plain.replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded));
  };
}

/** Whether a link's target is there: `undefined` until the host was asked (a `files` change). */
export function targetExists(workspace: Workspace, target: PageId): boolean | undefined {
  return workspace.pages.has(target) || workspace.files.get(target);
}

/** The local targets of links, other than pages, whose existence is not known yet. Sorted. */
export function linksToAsk(workspace: Workspace): readonly PageId[] {
  const unknown: PageId[] = [];
  for (const target of workspace.graph.links.keys()) {
    if (targetExists(workspace, target) === undefined) unknown.push(target);
  }
  return unknown.sort();
}

/** As {@link linksToAsk}, of the links of one page. */
export function linksToAskOf(workspace: Workspace, page: Page): readonly PageId[] {
  const unknown = new Set<PageId>();
  if (page.facts.role !== 'brief') return [];
  for (const link of targetsIn(page.facts)) {
    const target = linkTarget(page, link)?.page;
    if (target !== undefined && targetExists(workspace, target) === undefined) unknown.add(target);
  }
  return [...unknown];
}

/** The links of a page, not moved to their places: it is asked after each key, more than once. */
export const targetsIn: (facts: Facts) => readonly LinkFact[] = perObject((facts: Facts) => {
  const found: LinkFact[] = [];
  for (const block of partsOf(facts)?.blocks ?? []) {
    for (const { form, span, target } of block.facts.links) {
      // It leads where another block says.
      if (form === 'reference') return facts.links;
      found.push({ form, span, target });
    }
  }
  return partsOf(facts) === undefined ? facts.links : found;
});

/**
 * Anchors written by hand, wherever they stand: one in a code sample silences a finding at worst.
 * `<a id="x">`, `<a name=x>`, and `{#x` as Pandoc has it after a heading and a tag in its braces.
 */
export function writtenAnchors(text: string): Iterable<WrittenAnchor> {
  return Array.from(text.matchAll(BY_HAND), ([, html, braces]) =>
    html === undefined
      ? { written: `{#${braces ?? ''}`, name: braces ?? '' }
      : { written: `id=${html}`, name: html },
  );
}

/** Whether a page has the same anchors written by hand before and after an edit, in the same order. */
export function sameAnchorsIn({ text: before }: Page, { text: after }: Page): boolean {
  const { start, end } = changedPart(before, after);
  const endBefore = end - (after.length - before.length);
  return anchorsNear(before, start, endBefore) === anchorsNear(after, start, end);
}

function anchorsNear(text: string, start: number, end: number): string {
  const near = text.slice(Math.max(0, start - MAX_ANCHOR), end + MAX_ANCHOR);
  return Array.from(writtenAnchors(near), ({ written }) => written).join('\n');
}

/** Longer names of anchors nobody writes. */
const MAX_ANCHOR = 200;

interface WrittenAnchor {
  /** On one line: a text that holds this has the anchor. */
  readonly written: string;
  readonly name: string;
}

const BY_HAND = /\b(?:id|name)\s?=\s?["']?([^"'\s>]+)|\{#([^\s{}]+)/gi;
