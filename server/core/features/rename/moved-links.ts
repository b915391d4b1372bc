import { decodeText, type LinkFact } from '../../brief/index.js';
import type { PageEdit } from '../../rules/index.js';
import { percentDecoded, percentEncoded } from '../../text/index.js';
import { linkTarget, type Page, type PageId, type Workspace } from '../../workspace/index.js';
import { linksInto } from '../navigation/navigation-targets.js';

/** Links to places in a page that have new anchors, by the old ones in lower case. */
export function anchorEdits(
  workspace: Workspace,
  page: Page,
  anchors: ReadonlyMap<string, string>,
): readonly PageEdit[] {
  return linksInto(workspace, page).flatMap(({ page: from, link, anchor }) => {
    const to = anchor === undefined ? undefined : anchors.get(anchor.toLowerCase());
    if (to === undefined) return [];
    const { start, end } = link.target.span;
    const { hash } = partsOf(from.text.slice(start, end));
    const old = from.text.slice(start + hash, end);
    const text = /%[89a-f]/i.test(old) ? percentEncoded(to) : to;
    return hash === 0 ? [] : [{ page: from.id, span: { start: start + hash, end }, text }];
  });
}

/** The edit after which a link in a page that is `from` by then leads to `to`. */
export function movedLink(
  page: Page,
  link: LinkFact,
  from: PageId,
  to: PageId,
): PageEdit | undefined {
  const { start, end } = link.target.span;
  const raw = page.text.slice(start, end);
  const { path } = partsOf(raw);
  const written = raw.slice(0, path);
  const isAngled = page.text[start - 1] === '<';
  const leads = (text: string): boolean => {
    const target = { text: text + raw.slice(path), span: link.target.span };
    return linkTarget({ ...page, id: from }, { ...link, target })?.page === to;
  };
  const place = { page: page.id, span: { start, end: start + path } };
  const kept = pathTo(written, from, to, keeping(written, isAngled));
  if (leads(kept)) return { ...place, text: kept };
  const encoded = pathTo(written, from, to, percentEncoded);
  return leads(encoded) ? { ...place, text: encoded } : undefined;
}

/** Where in a target as written its path ends, and where its anchor begins (0: it has none). */
function partsOf(raw: string): { readonly path: number; readonly hash: number } {
  let path: number | undefined;
  for (const { index, 0: part } of raw.matchAll(PARTS)) {
    const said = part.length === 1 ? part : decodeText(part);
    if (said === '?' || said === '#') path ??= index;
    if (said === '#') return { path: path ?? index, hash: index + part.length };
  }
  return { path: path ?? raw.length, hash: 0 };
}

const PARTS = /\\[!-/:-@[-`{-~]|&#?\w+;|[\s\S]/g;

/** A path from one page to another, rooted or with `./` where the old one was. */
function pathTo(
  written: string,
  from: PageId,
  to: PageId,
  encode: (segment: string) => string,
): string {
  const end = written.endsWith('/') ? '/' : '';
  if (written.startsWith('/')) return `/${to.split('/').map(encode).join('/')}${end}`;
  const segments = relative(from, to).map((segment) =>
    segment === '..' ? segment : encode(segment),
  );
  const path = `${segments.join('/') || '.'}${end}`;
  const isNear = segments[0] !== '..' && segments.length > 0;
  // A colon in the first folder's name would be taken for that of `https:`.
  const needsDot = written.startsWith('./') || /^[^/]*:/.test(path);
  return isNear && needsDot ? `./${path}` : path;
}

function relative(from: PageId, to: PageId): readonly string[] {
  const folders = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === target[shared]) shared += 1;
  return [...folders.slice(shared).map(() => '..'), ...target.slice(shared)];
}

/** Folders that stay are written as they were; new ones in the same manner. */
function keeping(written: string, isAngled: boolean): (segment: string) => string {
  const known = new Map(written.split('/').map((raw) => [readSegment(raw), raw]));
  const isEncoded = /%[89a-f]/i.test(written);
  return (segment) => {
    const raw = known.get(segment);
    if (raw !== undefined) return raw;
    if (isEncoded) return percentEncoded(segment);
    return segment.replace(isAngled ? ANGLED : BARE, (character) => {
      const encoded = percentEncoded(character);
      return encoded === character
        ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
        : encoded;
    });
  };
}

/** What cannot stand in a target, or would mean something there. */
const ANGLED = /[\p{Cc}%#?<>\\|`&]/gu;
const BARE = /[\s\p{Cc}%#?<>\\|`&()]/gu;

function readSegment(raw: string): string {
  return percentDecoded(decodeText(raw));
}
