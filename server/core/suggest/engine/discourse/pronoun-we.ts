import { type Before, type Described, described, kindOf, namesOf } from './before.js';
import type { SpokenParagraph } from './model.js';
import type { PageFacts } from './page-facts.js';
import { isInQuotation } from './speaker.js';

/** `We, the Leaders of the G7`: the body that speaks in all of the text. */
export function weDescribed(
  paragraph: SpokenParagraph,
  at: number,
  before: Before,
): Described | undefined {
  const { facts } = before;
  const together = facts.speakers;
  if (together.length > 1)
    return described(
      paragraph,
      kindOf(before, together),
      [at, at],
      together,
      0.65,
      'All of the text is said in their name.',
    );
  const { speaker } = facts;
  if (speaker !== undefined)
    return described(
      paragraph,
      speaker.kind,
      [at, at],
      speaker.keys,
      0.65,
      'All of the text is said in this name.',
    );
  if (!facts.isJoint)
    return isInQuotation(paragraph, at) ? undefined : authorDescribed(paragraph, at, facts);
  return described(
    paragraph,
    kindOf(before, facts.sides),
    [at, at],
    facts.sides,
    0.6,
    `${namesOf(before, facts.sides)} speak together in all of the text.`,
  );
}

/** `We will also` in a plan or a statement of one organization. */
function authorDescribed(
  paragraph: SpokenParagraph,
  at: number,
  { author, infoOf }: PageFacts,
): Described | undefined {
  if (author === undefined) return undefined;
  const name = infoOf(author)?.name ?? author.slice(author.indexOf(':') + 1);
  return described(
    paragraph,
    'org',
    [at, at],
    [author],
    0.55,
    `The text begins with ${name}, and names it most.`,
  );
}
