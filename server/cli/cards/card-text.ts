import { actOf, type Card, formatDay, type Workspace } from '../../core/index.js';
import { escapeControls } from '../terminal/escape-controls.js';
import type { DisplayOptions } from '../terminal/style.js';
import { widthOf } from '../terminal/width.js';
import { padEnd, wrap } from '../terminal/wrap.js';
import { commitmentFields } from './card-commitment.js';
import { entityFields } from './card-entity.js';
import type { Field } from './card-field.js';
import type { CardFormat } from './card-format.js';

/** For a person: a title, then fields, each with its name at the left. */
export const cardText: CardFormat = {
  name: 'text',
  summary: 'for people',
  *write(card, loaded, display) {
    yield* titleOf(card, loaded.workspace, display);
    const fields =
      card.type === 'entity' ? entityFields(card, loaded) : commitmentFields(card, loaded);
    yield* fieldLines(
      [...fields].filter(({ lines }) => lines.length > 0),
      display,
    );
    const day = formatDay(loaded.workspace.today);
    yield display.style.quiet(`\nas of ${day}\n`);
  },
};

function* titleOf(
  card: Card,
  { vocabulary }: Workspace,
  { style, width }: DisplayOptions,
): Iterable<string> {
  const kind = (vocabulary.kinds.get(card.kind)?.title ?? card.kind).toLowerCase();
  const name = card.type === 'entity' ? card.definition.name.text : actOf(card.commitment);
  const lines = wrap(escapeControls(name), width);
  yield `${lines.map((line) => style.strong(line)).join('\n')}\n`;
  yield `${style.quiet(`${kind} ${escapeControls(card.id)}`)}\n\n`;
}

function* fieldLines(fields: readonly Field[], { style, width }: DisplayOptions): Iterable<string> {
  const column = Math.max(0, ...fields.map(({ title }) => widthOf(title))) + 2;
  for (const { title, lines } of fields) {
    const wrapped = lines.flatMap((line) => hanging(escapeControls(line), width - column - 2));
    for (const [index, line] of wrapped.entries()) {
      const head = index === 0 ? style.quiet(padEnd(title, column)) : ' '.repeat(column);
      yield `  ${head}${line}\n`;
    }
  }
}

/** What does not fit stands indented below. */
function hanging(line: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(line, Math.max(30, width - 2));
  return [first, ...rest.map((each) => `  ${each}`)];
}
