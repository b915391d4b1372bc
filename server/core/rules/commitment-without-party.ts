import { scalars, type Tag } from '../brief/index.js';
import { type Page, resolve, type Workspace } from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Fix, Rule } from './rule.js';
import { addAttributeEdit } from './tag-edits.js';
import { nameOf } from './wording.js';

export const commitmentWithoutParty: Rule = {
  name: 'commitment-without-party',
  summary: 'A commitment does not say who must act.',
  reason:
    'Somebody makes a promise. Without by= it is in nobody’s list, and nobody can be asked about it. Name who must act, by id. If several parties make a promise to each other, name all of them in by= and write to=each-other. If the text does not say who must act, it may not be a commitment at all.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: PARTIES,
        brief: `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft due=2030}.\n`,
      },
    ],
    good: [
      {
        registry: PARTIES,
        brief: `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n`,
      },
    ],
  },
  sees: 'around',
  names: 'exact',
  *check(page, workspace) {
    let at = -1;
    for (const tag of page.facts.tags) {
      at += 1;
      if (tag.role !== 'commitment' || !tag.sound) continue;
      if (scalars(tag.attributes, 'by').length === 0) yield finding(page, workspace, at, tag);
    }
  },
};

function finding(page: Page, workspace: Workspace, at: number, tag: Tag): Finding {
  const message =
    'This commitment does not say who must act. Add by= with the id of the person, organization, office or place.';
  const fixes = likelyParties(page, workspace, at).map(
    (id): Fix => ({
      title: `Say that ${nameOf(workspace, id)} must act: by=${id}`,
      edits: [addAttributeEdit(page, tag, `by=${id}`)],
      certain: false,
    }),
  );
  const found = { span: tag.head, message };
  return fixes.length > 0 ? { ...found, fixes } : found;
}

/** Who acts is mostly named shortly before, in the same paragraph. */
function likelyParties(page: Page, workspace: Workspace, at: number): readonly string[] {
  const ids = new Set<string>();
  const { tags } = page.facts;
  const start = tags[at]?.span.start ?? 0;
  for (let index = at - 1; index >= Math.max(0, at - 5); index -= 1) {
    const before = tags[index];
    if (before === undefined || !isInParagraph(page, before, start)) break;
    if (!mayAct(workspace, before.kind) || !before.sound) continue;
    const resolution = resolve(workspace, page, before);
    if (resolution.type === 'resolved' && resolution.ids.length > 0) {
      ids.add(resolution.ids.join());
    }
  }
  return [...ids].slice(0, 3);
}

function isInParagraph(page: Page, before: Tag, start: number): boolean {
  const between = page.text.slice(before.span.start, start);
  return between.length < 400 && !/\n[ \t>]*\r?\n/.test(between);
}

function mayAct({ vocabulary }: Workspace, kind: string): boolean {
  return vocabulary.kinds.get(kind)?.mayPromise === true;
}
