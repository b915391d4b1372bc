import { itemsWhere, scalars, type Tag } from '../brief/index.js';
import {
  type BackLinks,
  type Commitment,
  commitmentOf,
  commitmentOfTag,
  type Page,
  type Workspace,
} from '../workspace/index.js';
import { findCycles, type Link } from './cycles.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Fix, Related, Rule } from './rule.js';
import { removeValueEdit, tagAround } from './tag-edits.js';
import { quoted, shortened } from './wording.js';

const PAIR = `${DATED}The :place[U.S.] will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030 depends-on=c-payment}, and :place[India] will :commitment[pay for them]{#c-payment by=india to=united-states due=2030 depends-on=c-aircraft}.\n`;

export const commitmentCycle: Rule = {
  name: 'commitment-cycle',
  summary: 'Commitments depend on, replace, fulfil or are part of each other in a circle.',
  reason:
    'If each of two promises waits for the other, neither can ever be due, and no promise can be a part of itself. The finding lists the circle: remove the link that is wrong. Each kind of link is checked separately, because a whole may well depend on one of its parts.',
  level: 'warning',
  examples: {
    bad: [
      { registry: PARTIES, brief: PAIR },
      { registry: PARTIES, brief: PAIR.replaceAll('depends-on', 'supersedes') },
    ],
    good: [
      { registry: PARTIES, brief: PAIR.replace(' depends-on=c-aircraft', '') },
      { registry: PARTIES, brief: PAIR.replace('depends-on=c-aircraft', 'part-of=c-aircraft') },
    ],
  },
  *check(page, workspace) {
    const linked = itemsWhere(page.facts, 'tags', isLinked);
    const own = linked.flatMap((tag) => commitmentOfTag(workspace, page, tag) ?? []);
    for (const relation of RELATIONS) {
      const starts = startsOf(workspace, own, relation);
      const found = findCycles(
        starts,
        (id) => linksFrom(workspace, id, relation.attribute),
        page.id,
      );
      for (const loop of found) yield finding(page, loop, relation);
    }
  },
};

interface Relation {
  readonly attribute: string;
  readonly ids: keyof BackLinks;
  readonly words: string;
}

const RELATIONS: readonly Relation[] = [
  { attribute: 'depends_on', ids: 'dependsOn', words: 'depends on' },
  { attribute: 'part_of', ids: 'partOf', words: 'is part of' },
  { attribute: 'supersedes', ids: 'supersedes', words: 'supersedes' },
  { attribute: 'fulfils', ids: 'fulfils', words: 'fulfils' },
];

function isLinked({ role, sound, attributes }: Tag): boolean {
  return (
    role === 'commitment' &&
    sound &&
    RELATIONS.some(({ attribute }) => attributes.some(({ name }) => name === attribute))
  );
}

/** What points nowhere is in no circle; and of two with one id, the second is no one's target. */
function startsOf(
  workspace: Workspace,
  own: readonly Commitment[],
  { ids }: Relation,
): readonly string[] {
  const starts: string[] = [];
  for (const commitment of own) {
    const { id, at } = commitment;
    if (id === undefined || commitment[ids].length === 0) continue;
    if (commitmentOf(workspace, id)?.at.tag === at.tag) starts.push(id);
  }
  return starts;
}

function linksFrom(workspace: Workspace, id: string, attribute: string): readonly Link[] {
  const at: Commitment['at'] | undefined = commitmentOf(workspace, id)?.at;
  const tag: Tag | undefined = at?.tag;
  if (at === undefined || tag?.sound !== true) return [];
  return scalars(tag.attributes, attribute).map(({ text, span }) => {
    return { from: id, to: text, page: at.page, span };
  });
}

/** `loop` begins with the link that closes it. */
function finding(page: Page, loop: readonly Link[], { words, attribute }: Relation): Finding {
  const [closing, ...others] = loop;
  const { from = '', to = '', span = { start: 0, end: 0 } } = closing ?? {};
  const fixes = withoutLink(page, closing, attribute);
  const related = others.slice(0, 8).map(
    (link): Related => ({
      page: link.page,
      span: link.span,
      message: `${quoted(link.from)} ${words} ${quoted(link.to)}.`,
    }),
  );
  if (others.length === 0) {
    return { span, message: `${quoted(from)} ${words} itself. Remove this id.`, ...fixes };
  }
  return {
    span,
    message: `This closes a circle: ${quoted(from)} ${words} ${way([to, ...others.map((link) => link.to)], words)}. Remove one of the links.`,
    related,
    ...fixes,
  };
}

/** The link that closes the circle taken away. */
function withoutLink(
  page: Page,
  link: Link | undefined,
  name: string,
): { readonly fixes?: readonly Fix[] } {
  if (link?.page !== page.id) return {};
  const attribute = tagAround(page, link)?.attributes.find((each) => each.name === name);
  if (attribute === undefined) return {};
  const title = `Remove '${attribute.key.text}=${shortened(link.to)}'`;
  const edits = [removeValueEdit(page, attribute, { text: link.to, span: link.span })];
  return { fixes: [{ title, edits, certain: false, toChoose: true }] };
}

/** `'c-b', which depends on 'c-a'`; a long way round is cut short. */
function way(ids: readonly string[], words: string): string {
  const shown = ids.length <= 5 ? ids : [...ids.slice(0, 3), '…', ...ids.slice(-1)];
  return shown.map((id) => (id === '…' ? '…' : quoted(id))).join(`, which ${words} `);
}
