import type { Card, TagAt } from '../../core/index.js';
import type { Places } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { type Field, placeText } from './card-field.js';

/** Where a card's subject is defined and mentioned. */
export function* placeFields(card: Card, places: Places): Iterable<Field> {
  const defined = card.definedAt.map(({ page, definition }) =>
    placeText({ page, span: definition.span }, places),
  );
  yield { title: 'defined', lines: defined };
  yield { title: 'mentioned', lines: mentionLines(card.mentions, places) };
}

/** A line for each file. */
function mentionLines(mentions: readonly TagAt[], places: Places): readonly string[] {
  const SHOWN = 12;
  const lines = new Map<string, string[]>();
  for (const { page, tag } of mentions) {
    const { file, range } = places.locate({ page, span: tag.span });
    const known = lines.get(file) ?? [];
    if (known.length === 0) lines.set(file, known);
    known.push(`${range.start.line} '${tag.words}'`);
  }
  return [...lines].map(([file, found]) => {
    const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : '';
    return `${escapePath(file)}: ${found.slice(0, SHOWN).join(', ')}${more}`;
  });
}
