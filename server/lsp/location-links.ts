import type { Location, LocationLink } from 'vscode-languageserver';
import type { NavigationTarget, TargetsAndOrigin } from '../core/index.js';
import type { DocumentView } from './workspace-view.js';

/** With the words that lead there where the client can mark them; else the places alone. */
export function toLocationLinks(
  view: DocumentView,
  found: TargetsAndOrigin | undefined,
  can: 'links' | 'locations',
): LocationLink[] | Location[] | undefined {
  if (found === undefined) return undefined;
  const { origin, targets } = found;
  if (can === 'locations') return toLocations(view, targets);
  const originSelectionRange = view.toRange(origin);
  return targets.flatMap(({ page, span, focus }): LocationLink[] => {
    const whole = view.toLocation({ page, span });
    if (whole === undefined) return [];
    const targetSelectionRange = view.converterOf(page).toRange(focus);
    const { uri: targetUri, range: targetRange } = whole;
    return [{ originSelectionRange, targetUri, targetRange, targetSelectionRange }];
  });
}

export function toLocations(view: DocumentView, targets: readonly NavigationTarget[]): Location[] {
  return targets.flatMap(({ page, focus }) => view.toLocation({ page, span: focus }) ?? []);
}
