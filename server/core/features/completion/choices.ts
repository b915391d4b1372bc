import type { Choice } from '../../brief/index.js';
import type { Completion } from './completion.js';
import { type Insertion, insertValue } from './insertion.js';

/** The words of a closed list, in their order, with what they mean. `now`: the one that holds already. */
export function choiceItems(
  slot: Insertion,
  choices: readonly Choice[],
  now?: { readonly value: string | undefined; readonly words: string },
): readonly Completion[] {
  return choices.map(({ value, summary }) => ({
    label: value,
    ...(value === now?.value && { beside: now.words }),
    detail: summary,
    filter: value,
    icon: { type: 'choice' },
    ...insertValue(slot, value),
  }));
}
