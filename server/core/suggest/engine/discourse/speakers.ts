import { groupsIn } from './acting-groups.js';
import type { SpokenParagraph } from './model.js';

/** `We, the Prime Minister of A and the Prime Minister of B`: those who speak in all of the text. */
export function speakersOf(page: readonly SpokenParagraph[]): readonly string[] {
  for (const paragraph of page.slice(0, 8)) {
    const { scene, spoken } = paragraph;
    const led = ledBySpeakers(paragraph);
    if (led.length > 1) return led;
    const we = scene.tokens.findIndex(({ lower }) => lower === 'we');
    if (we < 0 || we > 3 || scene.tokens[we + 1]?.gap !== ',') continue;
    const after = spoken.filter(({ first }) => first > we);
    const group = groupsIn({ start: 0, scene, sentences: [], spoken: after }, after)[0];
    const first = group?.[0];
    if (group === undefined || first === undefined || first.first > we + 8) continue;
    if (group.length > 1 && group.every(({ kind }) => kind === first.kind))
      return [...new Set(group.flatMap(({ keys }) => keys))];
  }
  return [];
}

/** `As leaders of A, B, and C, we`: those whom the speakers lead. */
function ledBySpeakers({ scene, spoken }: SpokenParagraph): readonly string[] {
  const { tokens, know } = scene;
  const lead = tokens.findIndex(
    ({ lower }, at) => know.has('speakers', lower) && tokens[at + 1]?.lower === 'of',
  );
  if (lead < 0 || lead > 6) return [];
  const we = tokens.findIndex(({ lower }, at) => at > lead && lower === 'we');
  if (we < 0 && tokens[0]?.lower !== 'we') return [];
  const after = spoken.filter(({ first }) => first > lead);
  const group = groupsIn({ start: 0, scene, sentences: [], spoken: after }, after)[0] ?? [];
  const isNext = (group[0]?.first ?? Number.POSITIVE_INFINITY) <= lead + 3;
  return isNext && group.length > 1 ? [...new Set(group.flatMap(({ keys }) => keys))] : [];
}
