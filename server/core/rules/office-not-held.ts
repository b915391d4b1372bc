import type { Tag } from '../brief/index.js';
import { type DayRange, describeDate, describeDay } from '../dates/index.js';
import type { Language } from '../language/index.js';
import {
  dateOfPage,
  entityOf,
  type Holding,
  holdersOn,
  holdingsOf,
  idsNamed,
  languageOfPage,
  mayHaveHeld,
  type Page,
  resolve,
  type Workspace,
} from '../workspace/index.js';
import type { Finding, Fix, Rule } from './rule.js';
import { replacement } from './tag-edits.js';
import { listOf, nameOf, namesOf } from './wording.js';

const REGISTRY = `person:
  lloyd-austin:
    name: Lloyd Austin
    memberships: [{ office: us-secretary-of-defense, start_date: 2021-01-22, end_date: 2025-01-20 }]
  pete-hegseth:
    name: Pete Hegseth
    memberships: [{ office: us-secretary-of-defense, start_date: 2025-01-25 }]
office:
  us-secretary-of-defense: { name: U.S. Secretary of Defense }
`;
const front = '---\ndate: 2025-10-31\n---\n';

export const officeNotHeld: Rule = {
  name: 'office-not-held',
  summary: 'A person is named with an office that they did not hold at the date of the brief.',
  reason:
    'Offices pass from one person to the next, and a brief that was copied from last year’s keeps the old titles. The memberships in the registry say who held an office and when. The date that counts is the date of the brief. Only an office directly before a name is checked, and only when the dates leave no doubt. Write "former" before the office, name the person who held it, or correct the memberships.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: REGISTRY,
        brief: `${front}The :office[U.S. Secretary of Defense], :person[Lloyd Austin], met :person[Pete Hegseth].\n`,
      },
    ],
    good: [
      {
        registry: REGISTRY,
        brief: `${front}:office[U.S. Secretary of Defense] :person[Pete Hegseth] met :person[Lloyd Austin].\n`,
      },
      {
        registry: REGISTRY,
        brief: `${front}Former :office[U.S. Secretary of Defense] :person[Lloyd Austin] met :person[Pete Hegseth].\n`,
      },
    ],
  },
  sees: 'around',
  *check(page, workspace) {
    const date = dateOfPage(page);
    if (date === undefined) return;
    for (const { office, person } of titles(page, languageOfPage(workspace, page))) {
      const pair = {
        office: onlyId(page, workspace, office),
        person: onlyId(page, workspace, person),
      };
      const { office: post, person: holder } = pair;
      if (post === undefined || holder === undefined) continue;
      if (mayHaveHeld(workspace, holder, post, date.range) !== false) continue;
      const found = finding(workspace, office, {
        holder,
        post,
        range: date.range,
        date: date.text,
      });
      const others = holdersOn(workspace, post, date.range);
      const fixes = [
        ...(others.length === 1 ? named(page, workspace, person, others[0] ?? '') : []),
        ...former(page, workspace, office),
      ];
      yield fixes.length > 0 ? { ...found, fixes } : found;
    }
  },
};

interface Title {
  readonly office: Tag;
  readonly person: Tag;
}

/** An office with a person right after it, a space or a comma between. */
function* titles(page: Page, language: Language): Iterable<Title> {
  const offices = new Map<number, Tag>();
  let last = Number.NEGATIVE_INFINITY;
  for (const tag of page.facts.tags) {
    if (tag.form !== 'text' || !tag.sound) continue;
    if (tag.kind === 'office') {
      offices.set(tag.span.end, tag);
      last = Math.max(last, tag.span.end);
    }
    if (tag.kind !== 'person' || tag.span.start - last > MAX_BETWEEN) continue;
    const office = offices.get(endBefore(page.text, tag.span.start));
    if (office !== undefined && !isOfAnotherTime(page, office, language))
      yield { office, person: tag };
  }
}

/** Characters between a title and a name. */
const MAX_BETWEEN = 40;

/** Where what stands directly before `start` ends: past white space, and a comma before it. */
function endBefore(text: string, start: number): number {
  const gap =
    /(?:^|[^\s,])(,?\s*)$/.exec(text.slice(Math.max(0, start - MAX_BETWEEN), start))?.[1] ?? '';
  return gap === '' || /\n\s*\n/.test(gap) ? -1 : start - gap.length;
}

/** "Former", "then": the text says itself that it does not speak of this date. */
function isOfAnotherTime(page: Page, office: Tag, { parties }: Language): boolean {
  const before = page.text.slice(Math.max(0, office.span.start - 20), office.span.start);
  return parties.anotherTime.test(before) || parties.anotherTimeWithin.test(office.words);
}

function onlyId(page: Page, workspace: Workspace, tag: Tag): string | undefined {
  const resolution = resolve(workspace, page, tag);
  if (resolution.type !== 'resolved' || resolution.ids.length !== 1) return undefined;
  return resolution.ids[0];
}

/** Who held it then, by name, or by the id where the words are no name. */
function named(page: Page, workspace: Workspace, tag: Tag, id: string): readonly Fix[] {
  const { label, refs } = tag;
  const name = entityOf(workspace, id)?.definition.name.text;
  if (label === undefined || name === undefined || /[[\]\r\n]/.test(name)) return [];
  if (page.text.slice(label.start, label.end) !== tag.words) return [];
  const [ref, another] = refs ?? [];
  if (another !== undefined) return [];
  const isKnownBy = idsNamed(workspace, tag.kind, name).join() === id;
  if (ref === undefined && !isKnownBy) return [];
  const edits = [{ page: page.id, span: label, text: name }];
  if (ref !== undefined) edits.push(replacement(page, ref, id));
  return [{ title: `Name ${name}, who held it then`, edits, certain: false, toChoose: true }];
}

function former(page: Page, workspace: Workspace, { span }: Tag): readonly Fix[] {
  const { former: word } = languageOfPage(workspace, page).parties;
  if (word === undefined) return [];
  const edits = [{ page: page.id, span: { start: span.start, end: span.start }, text: `${word} ` }];
  return [{ title: `Write '${word}' before the office`, edits, certain: false, toChoose: true }];
}

interface Claim {
  readonly holder: string;
  readonly post: string;
  readonly range: DayRange;
  readonly date: string;
}

function finding(workspace: Workspace, office: Tag, { holder, post, range, date }: Claim): Finding {
  const held = holdingsOf(workspace, holder).filter((holding) => holding.office === post);
  const others = holdersOn(workspace, post, range);
  const instead = others.length === 0 ? '' : ` ${namesOf(workspace, others, 'and')} held it then.`;
  const when = listOf(held.map(spanned), 'and');
  return {
    span: office.label ?? office.head,
    message: `${nameOf(workspace, holder)} was ${nameOf(workspace, post)} ${when}, not on the date of this brief (${describeDate(date)}).${instead} Write 'former', or correct the name, the date or the membership.`,
    related: held.map(({ place }) => ({ ...place, message: 'The membership is here.' })),
  };
}

function spanned({ range: { first, last } }: Holding): string {
  if (!Number.isFinite(first)) return `until ${describeDay(last)}`;
  if (!Number.isFinite(last)) return `from ${describeDay(first)}`;
  return `from ${describeDay(first)} to ${describeDay(last)}`;
}
