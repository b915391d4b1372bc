import type { Facts } from '../brief/index.js';
import type { Page, PageId } from './model.js';

/** How a page is read when something asks for it; each once. */
export interface PageSource {
  text(): string;
  facts(): Facts;
}

/**
 * A page that was read before, of which only the role is known so far: of thousands that are kept from one session to
 * the next, few are asked about. It is equal to one that is read at once.
 */
export function lazyPage(id: PageId, role: Facts['role'], source: PageSource): Page {
  let text: string | undefined;
  let facts: Facts | undefined;
  return {
    id,
    get text() {
      text ??= source.text();
      return text;
    },
    get facts() {
      facts ??= lazyFacts(role, source);
      return facts;
    },
  };
}

function lazyFacts(role: Facts['role'], source: PageSource): Facts {
  let known: Facts | undefined;
  const facts = (): Facts => {
    known ??= source.facts();
    return known;
  };
  return {
    role,
    get front() {
      return facts().front;
    },
    get tags() {
      return facts().tags;
    },
    get definitions() {
      return facts().definitions;
    },
    get uses() {
      return facts().uses;
    },
    get headings() {
      return facts().headings;
    },
    get links() {
      return facts().links;
    },
    get footnotes() {
      return facts().footnotes;
    },
    get faults() {
      return facts().faults;
    },
    get suppressions() {
      return facts().suppressions;
    },
  };
}
