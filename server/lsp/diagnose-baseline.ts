import type { Diagnostic } from 'vscode-languageserver';
import { configTextAt } from './config.js';
import { positionConverter } from './position-converter.js';
import { configIdAt, type OpenRoot } from './root.js';
import type { Session } from './session.js';
import { normalizedUri, uriBelow } from './uris.js';

const ERROR = 1;
const HINT = 4;

/** Not faded as a suggestion is: what is known is no less there. */
export function asKnown(
  { tags: _, ...diagnostic }: Diagnostic,
  { baseline }: OpenRoot,
): Diagnostic {
  const message = `${diagnostic.message} Known from the baseline, ${baseline.id}: it does not fail the check.`;
  return { ...diagnostic, message, severity: HINT };
}

/** Where the baseline of a workspace lies, or would lie. Normalized. */
export function baselineUri({ place, baseline }: OpenRoot): string {
  return normalizedUri(uriBelow(place.uri, baseline.id));
}

/** What is wrong with a baseline; `undefined` where a document (normalized uri) is none. */
export function diagnoseBaseline(
  { state, client }: Session,
  key: string,
): readonly Diagnostic[] | undefined {
  const root = [...state.roots.values()].find((each) => baselineUri(each) === key);
  if (root === undefined) return undefined;
  const { fault, text } = root.baseline;
  if (fault === undefined) return [];
  const range = positionConverter(text, client.encoding).toRange(fault.span);
  const message = `${fault.message} Until this is fixed, no finding counts as known.`;
  return [{ range, severity: ERROR, source: 'rapporteur', message }];
}

/** Of a configuration (normalized uri) that names a baseline where there is none: a check refuses it. */
export function missingBaselines({ state, client }: Session, key: string): readonly Diagnostic[] {
  return [...state.roots.values()].flatMap((root) => {
    const { baseline, config } = root;
    const id = configIdAt(root, key);
    const isNamedHere = id !== undefined && config.reading.origins.keys.get('baseline') === id;
    if (!baseline.isMissing || !isNamedHere) return [];
    const text = state.documents.get(key)?.text ?? configTextAt(config, id) ?? '';
    const line = /^[ \t]*baseline[ \t]*:.*/m.exec(text);
    if (line === null) return [];
    const span = { start: line.index, end: line.index + line[0].length };
    const range = positionConverter(text, client.encoding).toRange(span);
    const message = `There is no baseline ${baseline.id}. Write one with all current findings: rapporteur check --update-baseline`;
    return [{ range, severity: ERROR, source: 'rapporteur', message }];
  });
}
