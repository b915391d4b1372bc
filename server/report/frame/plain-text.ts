import { applyEdits, type Facts, firstAtLeast, type Span, stripEdits } from '../../core/index.js';

/** A brief as it reads without its tags, and where each place of it is in the text with them. */
export interface PlainText {
  readonly text: string;
  /** Where what comes after the front matter begins. */
  readonly body: number;
  /** From the text with tags; what is not here any more is where it was. */
  fromSource(offset: number): number;
  /** To the text with tags: behind what was taken out there. */
  toSource(offset: number): number;
}

export function plainText(text: string, facts: Facts): PlainText {
  const cuts = stripEdits(text, facts)
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
  const plain = applyEdits(
    text,
    cuts.map((span) => ({ span, text: '' })),
  );
  const gone = [0];
  for (const { start, end } of cuts) gone.push((gone.at(-1) ?? 0) + end - start);
  const fromSource = (offset: number): number => {
    const before = firstAtLeast(cuts, offset, ({ start }) => start);
    const last = cuts[before - 1];
    const inside = last === undefined ? 0 : Math.max(0, last.end - offset);
    return offset + inside - (gone[before] ?? 0);
  };
  const starts = cuts.map(({ start }, index) => start - (gone[index] ?? 0));
  return {
    text: plain,
    body: fromSource(facts.front.span?.end ?? 0),
    fromSource,
    toSource: (offset) => offset + (gone[firstAtLeast(starts, offset + 1, (at) => at)] ?? 0),
  };
}

/** What is between two places of the text with tags, without white space around it; `undefined`: nothing. */
export function plainSpan(plain: PlainText, { start, end }: Span): Span | undefined {
  const [from, to] = [plain.fromSource(start), plain.fromSource(end)];
  const held = plain.text.slice(from, to);
  const words = held.trim();
  if (words === '') return undefined;
  const first = from + held.indexOf(words);
  return { start: first, end: first + words.length };
}
