import { groupsIn } from './acting-groups.js';
import type { Spoken, SpokenParagraph } from './model.js';

/** `We, the Prime Minister of A and the Prime Minister of B`: those who speak in all of the text. */
export function speakersOf(page: readonly SpokenParagraph[]): readonly string[] {
  for (const paragraph of page.slice(0, 8)) {
    const { scene, spoken } = paragraph;
    const led = ledBySpeakers(paragraph);
    if (led.length > 1) return led;
    const we = scene.tokens.findIndex(({ lower }) => lower === 'we');
    if (we < 0 || we > 3 || scene.tokens[we + 1]?.gap !== ',') continue;
    const after = spoken.filter(({ first }) => first > we);
    const group = groupsIn({ scene, sentences: [], spoken: after }, after)[0];
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
  const group = listOf(scene, after, lead);
  return [...new Set(group.flatMap(({ keys }) => keys))];
}

/** `A, B (“b”), and C` right behind a word: names with nothing but articles, commas and brackets between. */
function listOf(
  { tokens, know }: SpokenParagraph['scene'],
  spoken: readonly Spoken[],
  lead: number,
): readonly Spoken[] {
  const group: Spoken[] = [];
  let last = lead + 1;
  for (const one of spoken) {
    if (one.nested) continue;
    const between = tokens.slice(last + 1, one.first);
    const isNext = between.every(
      ({ lower }) => know.has('and', lower) || know.has('determiners', lower),
    );
    if (!isNext || !/^[,()“"]*$/.test(tokens[one.first]?.gap ?? '')) break;
    group.push(one);
    last = one.last;
  }
  return group;
}
