import {
  type Addition,
  type Correction,
  type Meaning,
  type NewTerms,
  occurrences,
  overlaps,
  SUGGESTION_LEVELS,
  type SuggestionLevel,
  selectedWords,
} from '../core/index.js';
import { isRange } from './request-params.js';
import type { DocumentView } from './workspace-view.js';

/** What a client sends along with questions about suggestions may be anything: what cannot be used is left out. */
export function readCorrections(sent: unknown): readonly Correction[] {
  if (!Array.isArray(sent)) return [];
  return sent.flatMap((each: unknown): readonly Correction[] => {
    const { of, means, terms } = fieldsOf(each);
    if (typeof of !== 'string') return [];
    const meaning = readMeaning(means);
    if (meaning !== undefined) return [{ of, means: meaning }];
    return typeof terms === 'object' && terms !== null ? [{ of, terms: readTerms(terms) }] : [];
  });
}

/** Ids and the keys of proposals, without anything that would end a tag. */
const PARTY = /^[^\s{}[\]=,"]+(?:[ ,][^{}[\]="\n]*)?$/u;

function readTerms(sent: object): NewTerms {
  const fields = fieldsOf(sent);
  const lists = (['by', 'for', 'to', 'saidBy'] as const).flatMap((key) => {
    const ids = readTexts(fields[key]);
    return ids === undefined ? [] : [[key, ids.filter((id) => PARTY.test(id))]];
  });
  const texts = (['at', 'under', 'due', 'dueText'] as const).flatMap((key) => {
    const text = fields[key];
    return typeof text === 'string' ? [[key, text.trim()]] : [];
  });
  return Object.fromEntries([...lists, ...texts]) as NewTerms;
}

/** Words of a document that are to be tagged, whatever is suggested. */
export function readAdditions(
  sent: unknown,
  { page, toSpan }: Pick<DocumentView, 'page' | 'toSpan'>,
): readonly Addition[] {
  if (!Array.isArray(sent)) return [];
  return sent.flatMap((each: unknown): readonly Addition[] => {
    const { range, means: meant, everywhere } = fieldsOf(each);
    const means = readMeaning(meant);
    const span = isRange(range) ? selectedWords(page, toSpan(range)) : undefined;
    if (span === undefined || means === undefined) return [];
    const words = page.text.slice(span.start, span.end);
    const others = everywhere === true ? occurrences(page, [words]) : [];
    return [span, ...others.filter((one) => !overlaps(one, span))].map((one) => ({
      ...one,
      means,
    }));
  });
}

function readMeaning(sent: unknown): Meaning | undefined {
  const { kind, ids, name, remember } = fieldsOf(sent);
  if (typeof kind !== 'string') return undefined;
  const known = readTexts(ids);
  if (known !== undefined && known.length > 0)
    return { kind, ids: known, remember: remember === true };
  return typeof name === 'string' && name.trim() !== '' ? { kind, name: name.trim() } : undefined;
}

export function readLevel(sent: unknown): SuggestionLevel | undefined {
  return SUGGESTION_LEVELS.find((level) => level === sent);
}

export function readTexts(sent: unknown): readonly string[] | undefined {
  return Array.isArray(sent) && sent.every((each) => typeof each === 'string') ? sent : undefined;
}

export function fieldsOf(sent: unknown): Readonly<Record<string, unknown>> {
  return typeof sent === 'object' && sent !== null
    ? (sent as Readonly<Record<string, unknown>>)
    : {};
}
