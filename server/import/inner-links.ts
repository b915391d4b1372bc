import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Root } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import { isHeading } from './blocks.js';
import { fragmentOf } from './styles.js';

/**
 * Links inside a document lead to its headings, by the anchors that Markdown gives these. Of links to other places in
 * it, and of the places themselves, the words stay: Word names each heading, and much else, for itself.
 */
export function innerLinks(root: Root): void {
  const anchors = anchorsByName(root);
  const walk = (parent: Root | Element): void => {
    parent.children = (parent.children as ElementContent[]).flatMap((child) => {
      if (child.type !== 'element') return [child];
      walk(child);
      const address = child.properties.href ?? '';
      if (child.tagName !== 'a' || !/^(?:$|#|file:.*#)/i.test(String(address))) return [child];
      const anchor = anchors.get(nameIn(child) ?? '');
      // A path may be that of the document itself; if it is not, it is somebody's disk.
      if (anchor === undefined) return /^file:/i.test(String(address)) ? [child] : child.children;
      child.properties = { href: `#${anchor}` };
      return [child];
    });
  };
  walk(root);
}

function nameIn(link: Element): string | undefined {
  const name = fragmentOf(link);
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The anchors of the headings, by the ids and names that are in them. */
function anchorsByName(root: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const slugs = new GithubSlugger();
  const walk = (parent: Root | Element, around: string | undefined): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const anchor = isHeading(child) ? slugs.slug(wordsOf(child).trim()) : around;
      if (anchor !== undefined)
        for (const name of [child.properties.id, child.properties.name])
          if (typeof name === 'string' && !found.has(name)) found.set(name, anchor);
      walk(child, anchor);
    }
  };
  walk(root, undefined);
  return found;
}
