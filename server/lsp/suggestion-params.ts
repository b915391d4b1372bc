import {
  type Correction,
  type Meaning,
  SUGGESTION_LEVELS,
  type SuggestionLevel,
} from '../core/index.js';

/** What a client sends along with questions about suggestions may be anything: what cannot be used is left out. */
export function readCorrections(sent: unknown): readonly Correction[] {
  if (!Array.isArray(sent)) return [];
  return sent.flatMap((each: unknown): readonly Correction[] => {
    const { of, means } = fieldsOf(each);
    const meaning = readMeaning(means);
    return typeof of === 'string' && meaning !== undefined ? [{ of, means: meaning }] : [];
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
