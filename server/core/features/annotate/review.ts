import { CUSTOM_LOOK } from '../../brief/index.js';
import { listOf } from '../../rules/index.js';
import {
  type Annotation,
  type Annotations,
  type ProposedEntity,
  plainWords,
  sentenceAround,
  suggestionKey,
} from '../../suggest/index.js';
import { bySpan, foldSpace, type Span } from '../../text/index.js';
import { entityOf, languageOfPage, type Page, type Workspace } from '../../workspace/index.js';
import { promiseWords } from './promise-words.js';

/** The parts of a review, in the order in which they are gone through. */
export const SECTIONS = ['entities', 'commitments', 'dates', 'descriptions'] as const;
export type Section = (typeof SECTIONS)[number];

/** Suggestions of one brief as somebody goes through them: together what means the same. */
export interface Review {
  /** By section, in each by the first words. */
  readonly groups: readonly ReviewGroup[];
}

export interface ReviewGroup {
  /** What its suggestions mean, see `Correction.of`. */
  readonly key: string;
  readonly section: Section;
  readonly kind: string;
  /** The kind for a person to read: `Person`. */
  readonly kindTitle: string;
  /** One of VS Code's product icons, by its id. */
  readonly icon: string;
  /** A name, the words of a promise, a date. */
  readonly title: string;
  /** Who promises what to whom; which day is meant; empty. */
  readonly detail: string;
  /** What would be new in a registry. */
  readonly entity: ProposedEntity | undefined;
  /** In reading order. */
  readonly items: readonly ReviewItem[];
}

export interface ReviewItem {
  readonly key: string;
  readonly annotation: Annotation;
  /** Where it is said. */
  readonly sentence: Span;
}

/** What is suggested for a page, for somebody to go through. */
export function reviewOf(
  workspace: Workspace,
  page: Page,
  { suggestions, entities }: Annotations,
): Review {
  const language = languageOfPage(workspace, page);
  const proposed = new Map(entities.map((entity) => [entity.key, entity]));
  const nameOf = (key: string): string =>
    entityOf(workspace, key)?.definition.name.text ?? proposed.get(key)?.name ?? key;
  const groups = new Map<string, ReviewGroup & { readonly items: ReviewItem[] }>();
  for (const annotation of suggestions) {
    if (annotation.page !== page.id) continue;
    const key = suggestionKey(page, { kind: annotation.kind, ...annotation.span });
    const section = sectionOf(annotation);
    const of = annotation.meaning ?? key;
    const group = groups.get(`${section} ${of}`) ?? {
      key: of,
      section,
      ...lookOf(workspace, annotation.kind),
      ...wordsOf(page, annotation, nameOf),
      entity: section === 'entities' ? proposed.get(of) : undefined,
      items: [],
    };
    groups.set(`${section} ${of}`, group);
    const sentence = sentenceAround(page, annotation.span, language);
    group.items.push({ key, annotation, sentence });
  }
  return { groups: [...groups.values()].sort(inOrder) };
}

function inOrder(a: ReviewGroup, b: ReviewGroup): number {
  const [one, other] = [a.items[0], b.items[0]];
  return (
    SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
    (one && other ? bySpan(one.annotation.span, other.annotation.span) : 0)
  );
}

function sectionOf({ type, kind, via }: Annotation): Section {
  if (type === 'commitment') return 'commitments';
  if (kind === 'date') return 'dates';
  return via === 'description' ? 'descriptions' : 'entities';
}

function lookOf(
  { vocabulary }: Workspace,
  kind: string,
): Pick<ReviewGroup, 'kind' | 'kindTitle' | 'icon'> {
  const known = vocabulary.kinds.get(kind);
  const { icon } = known?.look ?? CUSTOM_LOOK;
  return { kind, kindTitle: known?.title ?? kind, icon };
}

function wordsOf(
  page: Page,
  { commitment, kind, ids, meaning, span, via, candidates }: Annotation,
  nameOf: (key: string) => string,
): Pick<ReviewGroup, 'title' | 'detail'> {
  const said = foldSpace(plainWords(page, span));
  if (commitment !== undefined) {
    const { who, whom, terms } = promiseWords(commitment, nameOf);
    const parties = [who, whom].filter((part) => part !== '').join(' → ');
    return { title: said, detail: [parties, terms].filter((part) => part !== '').join(' · ') };
  }
  if (kind === 'date') return { title: said, detail: ids[0] ?? '' };
  const isOpen = via === 'name' && ids.length === 0;
  if (isOpen) return { title: said, detail: `${candidates.length}?` };
  const names = listOf((meaning ?? said).split(/,(?! )/).map(nameOf), 'and');
  return { title: names, detail: '' };
}
