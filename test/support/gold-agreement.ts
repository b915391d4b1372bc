// How far two annotators agree: the spans and kinds of briefs that were tagged twice.
import type { GoldBrief } from './gold.js';
import { type Tally, tally } from './gold-score.js';
import { mentionsOfPage } from './gold-tags.js';

export interface Agreement {
  readonly briefs: number;
  readonly mentions: Tally;
  /** Who or what a mention means, of those with the same span and kind. */
  readonly meant: Tally;
  readonly promises: Tally;
  /** Who promises, of promises with the same words. */
  readonly by: Tally;
}

export function agreementOf(briefs: readonly GoldBrief[]): Agreement {
  const twice = briefs.flatMap((brief) =>
    brief.second === undefined ? [] : [{ brief, second: brief.second }],
  );
  const all = {
    briefs: twice.length,
    mentions: tally(),
    meant: tally(),
    promises: tally(),
    by: tally(),
  };
  for (const { brief, second } of twice) {
    const first = spansOf(brief.first, brief.registry);
    const other = spansOf(second, brief.registry);
    compare(all.mentions, all.meant, first.mentions, other.mentions);
    compare(all.promises, all.by, first.promises, other.promises);
  }
  return all;
}

interface Marked {
  /** Span and kind. */
  readonly key: string;
  readonly keys: string;
}

function spansOf(
  text: string,
  registry: string,
): { readonly mentions: readonly Marked[]; readonly promises: readonly Marked[] } {
  const { mentions, spans } = mentionsOfPage(text, registry);
  return {
    mentions: mentions.map(({ kind, start, end, ids }) => ({
      key: `${kind} ${start} ${end}`,
      keys: [...ids].sort().join(),
    })),
    promises: spans.map(({ start, end, by }) => ({
      key: `${start} ${end}`,
      keys: [...by].sort().join(),
    })),
  };
}

function compare(
  spans: Tally,
  meant: Tally,
  first: readonly Marked[],
  second: readonly Marked[],
): void {
  const known = new Map(first.map(({ key, keys }) => [key, keys]));
  spans.wanted += first.length;
  spans.offered += second.length;
  for (const { key, keys } of second) {
    const same = known.get(key);
    if (same === undefined) continue;
    spans.hit += 1;
    meant.wanted += 1;
    meant.offered += 1;
    if (same === keys) meant.hit += 1;
  }
}
