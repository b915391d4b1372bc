import { strip, type Vocabulary } from '../../brief/index.js';
import { edtfOfWords } from '../../dates/index.js';
import {
  applyEdits,
  bySpan,
  contains,
  overlaps,
  perObject,
  type Span,
  SpanIndex,
  spansTouch,
  type TextEdit,
} from '../../text/index.js';
import {
  entityOf,
  idsNamed,
  languageOfPage,
  newCommitmentId,
  type Page,
  readPageByBlock,
  syntaxOf,
  tagsIn,
  type Workspace,
} from '../../workspace/index.js';
import { localDryRun, readsAsBefore } from '../dry-run.js';
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
import { type Correction, corrected, meaningOf, recognized } from './corrections.js';
import { keyOf, neededIn, proposeEntities } from './propose-entities.js';

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
    const sound = place === undefined ? soundIn : soundByBlock;
    return sound(workspace, page, made);
  });
  const needed = suggestions.flatMap(({ entity, needs }) => [
    ...needs,
    ...(entity === null ? [] : [entity]),
  ]);
  return { suggestions, entities: neededIn(entities, needed) };
}

/** Words that hold a part of a tag hold all of it. */
function whole(page: Page, one: FoundCandidate): FoundCandidate {
  if (one.type !== 'commitment') return one;
  let { start, end } = one;
  for (const { form, span } of tagsIn(page, one)) {
    if (form !== 'text' || !overlaps(span, { start, end })) continue;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return start === one.start && end === one.end ? one : { ...one, start, end };
}

/** A promise takes a name in whole that it crosses. */
function widened(candidates: readonly FoundCandidate[]): readonly FoundCandidate[] {
  const mentions = new SpanIndex(candidates.filter(({ type }) => type === 'mention'));
  return candidates.map((one): FoundCandidate => {
    if (one.type === 'mention') return one;
    let { start, end } = one;
    for (const name of [...mentions.overlapping(one)].sort(bySpan)) {
      if (!crosses(name, { start, end })) continue;
      start = Math.min(start, name.start);
      end = Math.max(end, name.end);
    }
    return start === one.start && end === one.end ? one : { ...one, start, end };
  });
}

/** Of candidates that cross each other the surer stays. */
function apart(candidates: readonly FoundCandidate[]): readonly FoundCandidate[] {
  const kept = new Set<FoundCandidate>();
  const all = new SpanIndex(candidates);
  for (const one of [...candidates].sort((a, b) => b.confidence - a.confidence || bySpan(a, b)))
    if (
      !all
        .overlapping(one)
        .some((other) => kept.has(other) && (crosses(other, one) || isSame(other, one)))
    )
      kept.add(one);
  return [...kept].sort(
    (a, b) => bySpan(a, b) || Number(a.type === 'mention') - Number(b.type === 'mention'),
  );
}

function crosses(a: Span, b: Span): boolean {
  return overlaps(a, b) && !contains(a, b) && !contains(b, a);
}

/** The same words twice: as two kinds of thing, or a promise within a promise of the same words. */
function isSame(a: Candidate, b: Candidate): boolean {
  if (a.type !== b.type) return false;
  if (a.start === b.start && a.end === b.end)
    return (
      a.via === 'description' || a.kind === b.kind || a.via === 'pattern' || b.via === 'pattern'
    );
  return a.type === 'commitment' && overlaps(a, b);
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
  const read = languageOfPage(workspace, page).readStrength(terms.marker ?? words)?.strength;
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

function around(page: Page, kind: string, span: Span, braces: string): readonly TextEdit[] {
  return [
    { span: { start: span.start, end: span.start }, text: `:${kind}[` },
    ...escapesIn(page, span),
    { span: { start: span.end, end: span.end }, text: `]${braces}` },
  ];
}

/**
 * The edits that put several of them in at once: where two begin together the outer comes first, where two end
 * together the inner.
 */
export function annotationEdits(annotations: readonly Annotation[]): readonly TextEdit[] {
  const sorted = [...annotations].sort((a, b) => bySpan(a.span, b.span));
  const edits: { edit: TextEdit; order: number }[] = [];
  const escapes = new Set<number>();
  for (const [index, { edits: own, span }] of sorted.entries())
    for (const edit of own) {
      const isOpen = edit === own[0];
      const isClose = edit === own.at(-1);
      if (!isOpen && !isClose) {
        if (escapes.has(edit.span.start)) continue;
        escapes.add(edit.span.start);
      }
      // What closes comes before what opens; of what closes the inner, which began later.
      edits.push({
        edit,
        order: isOpen ? 1e9 + index : isClose ? -index - (span.start === span.end ? 0 : 1) : 2e9,
      });
    }
  return edits
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order)
    .map(({ edit }) => edit);
}

/** Those that are read as tags of these words when they are put in, and leave all else as it was. */
function soundIn(
  workspace: Workspace,
  page: Page,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  if (annotations.length === 0 || isSound(workspace, page, annotations)) return annotations;
  const kept = soundByBlock(workspace, page, annotations);
  return isSound(workspace, page, kept) ? kept : [];
}

/** As {@link soundIn}, of each block alone. */
function soundByBlock(
  workspace: Workspace,
  page: Page,
  annotations: readonly Annotation[],
): readonly Annotation[] {
  const blocks = syntaxOf(page).blocks.map(({ at, block }) => ({
    start: at,
    end: at + block.length,
  }));
  return blocks.flatMap((block) => {
    const inside = annotations.filter(({ span }) => contains(block, span));
    const fits = (some: readonly Annotation[]): boolean => {
      if (some.length === 0) return true;
      const { before, after } = localDryRun(workspace, page, annotationEdits(some));
      return readsAsBefore(before, after, some.length);
    };
    if (fits(inside)) return inside;
    const alone = inside.filter((one) => fits([one]));
    return fits(alone) ? alone : growing(alone, fits);
  });
}

/** One after the other, each that fits beside those before. */
function growing(
  annotations: readonly Annotation[],
  fits: (some: readonly Annotation[]) => boolean,
): readonly Annotation[] {
  const kept: Annotation[] = [];
  for (const one of annotations) if (fits([...kept, one])) kept.push(one);
  return kept;
}

/** So many pages are kept as they were read with all their tags: those that somebody types in. */
const MOST_TAGGED = 4;

/** Pages with their tags, by id: of one that is tagged again after a key, only what changed is read anew. */
const latestTagged = perObject((_: Vocabulary) => new LatestPages());

class LatestPages {
  readonly #pages = new Map<string, Page>();

  get(id: string): Page | undefined {
    return this.#pages.get(id);
  }

  set(id: string, page: Page): void {
    this.#pages.delete(id);
    this.#pages.set(id, page);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST_TAGGED && oldest !== undefined) this.#pages.delete(oldest);
  }
}

function isSound(
  { settings, vocabulary }: Workspace,
  page: Page,
  annotations: readonly Annotation[],
): boolean {
  const text = applyEdits(page.text, annotationEdits(annotations));
  const tagged = latestTagged(vocabulary);
  const after = readPageByBlock(page.id, text, settings, vocabulary, tagged.get(page.id));
  tagged.set(page.id, after);
  return (
    readsAsBefore(page, after, annotations.length) &&
    strip(text, after.facts) === strip(page.text, page.facts)
  );
}
