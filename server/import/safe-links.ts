import type { Element, ElementContent, Root } from 'hast';
import type { LeavingOut } from './left-out.js';

/** Of links that lead to a program, to somebody's disk or the like, only the words stay. */
export function safeLinks(parent: Root | Element, leaving: LeavingOut): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    safeLinks(child, leaving);
    const address = child.properties.href;
    if (child.tagName !== 'a' || typeof address !== 'string' || isSafe(address)) return [child];
    leaving.add('link');
    return child.children;
  });
}

/** As a browser reads it: signs below U+0021 before and in the name of a scheme are nothing. */
function isSafe(address: string): boolean {
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(address.replace(/[\p{Cc}\s]+/gu, ''))?.[0];
  return scheme === undefined || /^(?:https?|mailto|tel):$/i.test(scheme);
}
