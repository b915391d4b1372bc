import { edtfOfWords } from '../../dates/index.js';
import type { Language } from '../../language/index.js';
import { perObject, remembered, type Span, spansTouch, type TextEdit } from '../../text/index.js';
import {
  entityOf,
  idsNamed,
  languageOfPage,
  newCommitmentId,
  type Page,
  type Workspace,
} from '../../workspace/index.js';
import type { Candidate, SuggestedTerms } from '../engine/candidate.js';
import { plainWords } from '../page-words.js';
import { attributeText, escapesIn } from '../wrap-in-tag.js';
import type {
  AnnotatedTerms,
  Annotation,
  Annotations,
  FoundCandidate,
  NewName,
  PageCandidates,
} from './annotation.js';
import { apart, whole, widened } from './apart.js';
import { type Correction, corrected, meaningOf, recognized } from './corrections.js';
import { keyOf, neededIn, proposeEntities } from './propose-entities.js';
import { soundIn } from './sound-annotations.js';

/**
 * The tags that are suggested for some pages: candidates that do not cross each other and that can be tagged
 * where they stand, with the edits that do so, and what would be new in the registry.
 * @param corrections what somebody knows better
 */
export function annotationsFor(
  workspace: Workspace,
  found: readonly PageCandidates[],
  corrections: readonly Correction[] = [],
): Annotations {
  // What is shown of a promise is what a correction names.
  const shown = recognized(workspace, found).map(({ candidates, ...rest }) => ({
    ...rest,
    candidates: widened(candidates.map((one) => whole(rest.page, one))),
  }));
  const pages = corrected(shown, corrections).map(({ candidates, ...rest }) => ({
    ...rest,
    candidates: apart(candidates),
  }));
  const entities = proposeEntities(workspace, pages);
  const ids = new Map(entities.map(({ key, id }) => [key, id]));
  const taken = new Set<string>();
  const suggestions = pages.flatMap(({ page, candidates, place }) => {
    const wanted = candidates.filter(
      (one) => one.aside !== true && (place === undefined || spansTouch(one, place)),
    );
    const made = wanted.map((one) => annotationOf({ workspace, page, ids, taken }, one));
    return soundIn(workspace, page, made, place !== undefined);
  });
  const needed = suggestions.flatMap(({ entity, needs }) => [
    ...needs,
    ...(entity === null ? [] : [entity]),
  ]);
  return { suggestions, entities: neededIn(entities, needed) };
}

interface Making {
  readonly workspace: Workspace;
  readonly page: Page;
  readonly ids: ReadonlyMap<string, string>;
  /** Ids of promises that are suggested already. */
  readonly taken: Set<string>;
}

function annotationOf(making: Making, one: FoundCandidate): Annotation {
  const { page } = making;
  const span = { start: one.start, end: one.end };
  const words = page.text.slice(one.start, one.end);
  const terms = one.terms && termsOf(making, plainWords(page, span), one.terms);
  const newName = newNameOf(making, one, words);
  return {
    page: page.id,
    span,
    type: one.type,
    kind: one.kind,
    words,
    ids: one.ids,
    via: one.via,
    level: one.level,
    confidence: Math.round(one.confidence * 100) / 100,
    reason: one.reason,
    candidates: one.candidates,
    entity: one.via === 'description' ? null : (keyOf(one) ?? null),
    meaning: meaningOf(page, one),
    needs: proposedIn(making, one),
    newName,
    edits: around(page, one.kind, span, newName === undefined ? bracesOf(making, one, terms) : ''),
    commitment: terms,
  };
}

/** Whether words would not be read as a name of what they are known to mean. */
function isMisnamed(workspace: Workspace, { kind, ids }: Candidate, words: string): boolean {
  return ids.length > 0 && idsNamed(workspace, kind, words).join() !== ids.join();
}

function newNameOf({ workspace }: Making, one: FoundCandidate, words: string): NewName | undefined {
  const [id] = one.ids;
  if (one.remember !== true || id === undefined || !isMisnamed(workspace, one, words))
    return undefined;
  const home = entityOf(workspace, id)?.page;
  const isRegistered = home !== undefined && workspace.pages.get(home)?.facts.role === 'registry';
  return isRegistered ? { id, name: words.replace(/\s+/g, ' ') } : undefined;
}

/** The keys of what is proposed that a candidate, or its terms, speak of. */
function proposedIn({ ids }: Making, one: Candidate): readonly string[] {
  const { terms } = one;
  const keys =
    terms === undefined
      ? (one.name?.split(/,(?! )/) ?? []).concat(keyOf(one) ?? [])
      : [
          ...terms.by,
          ...terms.for,
          ...terms.to,
          ...terms.saidBy,
          ...[terms.at, terms.under].filter((key) => key !== undefined),
        ];
  return [...new Set(keys)].filter((key) => ids.has(key));
}

function termsOf(
  { workspace, page, taken }: Making,
  words: string,
  terms: SuggestedTerms,
): AnnotatedTerms {
  const wanted = newCommitmentId(workspace, terms.id ?? words, languageOfPage(workspace, page));
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return {
    id,
    by: terms.by,
    for: terms.for,
    to: terms.to,
    strength: terms.strength ?? null,
    marker: terms.marker ?? null,
    if: terms.if ?? null,
    due: terms.due ?? null,
    dueText: terms.dueText ?? null,
    period: terms.period ?? null,
    saidBy: terms.saidBy,
    at: terms.at ?? null,
    under: terms.under ?? null,
  };
}

function bracesOf(making: Making, one: Candidate, terms: AnnotatedTerms | undefined): string {
  const { workspace, page, ids } = making;
  if (terms !== undefined) return bracesOfPromise(making, one, terms);
  const words = page.text.slice(one.start, one.end);
  if (one.kind === 'date') {
    const [edtf = ''] = one.ids;
    return edtfOfWords(words, languageOfPage(workspace, page).dates) === edtf
      ? ''
      : `{edtf=${edtf}}`;
  }
  if (one.via !== 'description' && !isMisnamed(workspace, one, words)) return '';
  const meant =
    one.ids.length > 0
      ? one.ids
      : (one.name ?? '').split(/,(?! )/).map((key) => ids.get(key) ?? key);
  return `{ref=${meant.join(',')}}`;
}

function bracesOfPromise(
  { workspace, page, ids }: Making,
  one: Candidate,
  terms: AnnotatedTerms,
): string {
  const list = (keys: readonly string[]): string =>
    keys.map((key) => ids.get(key) ?? key).join(',');
  const words = page.text.slice(one.start, one.end);
  const read = strengthOf(languageOfPage(workspace, page))(terms.marker ?? words);
  const parts = [
    `#${terms.id}`,
    ...(terms.by.length > 0 ? [`by=${list(terms.by)}`] : []),
    ...(terms.for.length > 0 ? [`for=${list(terms.for)}`] : []),
    ...(terms.to.length > 0 ? [`to=${list(terms.to)}`] : []),
    ...(terms.if === null ? [] : [`if=${attributeText(terms.if)}`]),
    ...(terms.under === null ? [] : [`under=${list([terms.under])}`]),
    ...(terms.at === null ? [] : [`at=${list([terms.at])}`]),
    ...(terms.due === null ? [] : [`due=${terms.due}`]),
    ...(terms.dueText === null ? [] : [`due-text=${attributeText(terms.dueText)}`]),
    ...(terms.period === null ? [] : [`period=${terms.period}`]),
    ...(terms.strength === null || read === terms.strength ? [] : [`strength=${terms.strength}`]),
    ...(terms.marker === null ? [] : [`marker=${attributeText(terms.marker)}`]),
    ...(terms.saidBy.length > 0 ? [`said-by=${list(terms.saidBy)}`] : []),
  ];
  return `{${parts.join(' ')}}`;
}

/** As words say it; of the latest is remembered what they say. */
const strengthOf = perObject(({ readStrength }: Language) =>
  remembered((words) => readStrength(words)?.strength),
);

function around(page: Page, kind: string, span: Span, braces: string): readonly TextEdit[] {
  return [
    { span: { start: span.start, end: span.start }, text: `:${kind}[` },
    ...escapesIn(page, span),
    { span: { start: span.end, end: span.end }, text: `]${braces}` },
  ];
}
