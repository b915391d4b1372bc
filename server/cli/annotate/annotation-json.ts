import { formatDay, saidVia } from '../../core/index.js';
import { VERSION } from '../../host/index.js';
import { jsonText } from '../formats/json-text.js';
import type { WorkspaceAnnotations } from './collect-annotations.js';

/** All that is suggested, for programs; the shape is an interface, see docs/annotating.md. */
export function annotationsJson(all: readonly WorkspaceAnnotations[], today: number): string {
  const report = {
    tool: { name: 'rapporteur', version: VERSION },
    today: formatDay(today),
    suggestions: all.flatMap((one) => suggestionsOf(one)),
    entities: all.flatMap(({ entities }) => entities),
  };
  return `${jsonText(report, 2)}\n`;
}

function suggestionsOf({
  suggestions,
  loaded: { places },
}: WorkspaceAnnotations): readonly object[] {
  return suggestions.map((one) => {
    const { type, kind, words, ids, level, confidence, reason, candidates, entity, commitment } =
      one;
    return {
      type,
      kind,
      words,
      ids,
      via: saidVia(one),
      level,
      confidence,
      reason,
      ...places.locate({ page: one.page, span: one.span }),
      candidates,
      entity,
      edits: one.edits.map(({ span, text }) => ({
        ...places.locate({ page: one.page, span }),
        text,
      })),
      ...(commitment === undefined ? {} : { commitment }),
    };
  });
}
