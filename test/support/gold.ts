// Briefs that were tagged by hand, to be compared with what is suggested: each folder holds `brief.md`, `registry.yaml`
// and `core.json`: the act of each promise, and what only looks like one.
import fs from 'node:fs';
import path from 'node:path';
import { mentionsOfPage } from './gold-tags.js';

export interface GoldMention {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  readonly via: 'name' | 'ref' | 'value';
}

export interface GoldPromise {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly strength: string;
  readonly by: readonly string[];
}

export interface GoldBrief {
  readonly name: string;
  /** The text without tags; spans are in it. */
  readonly source: string;
  readonly registry: string;
  /** As it was tagged first. */
  readonly first: string;
  readonly mentions: readonly GoldMention[];
  readonly promises: readonly GoldPromise[];
  /** The same brief tagged a second time without sight of the first tags. */
  readonly second: string | undefined;
  /** Not looked at while the words and rules were chosen. */
  readonly unseen: boolean;
}

interface Core {
  readonly unseen?: boolean;
  readonly commitments: readonly {
    readonly id: string;
    readonly core: string;
    readonly strength: string;
  }[];
}

export function goldIn(folder: string): readonly GoldBrief[] {
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'brief.md')))
    .sort()
    .map((name) => goldBrief(path.join(folder, name), name));
}

function goldBrief(folder: string, name: string): GoldBrief {
  const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
  const core = JSON.parse(read('core.json')) as Core;
  const registry = read('registry.yaml');
  const first = read('brief.md');
  const { source, mentions, spans } = mentionsOfPage(first, registry);
  const promises = core.commitments.map(({ id, core: words, strength }) => {
    const own = spans.find((span) => span.id === id);
    const start = source.indexOf(words, own?.start ?? 0);
    if (own === undefined || start < 0) throw new Error(`${name}: ${id} does not hold “${words}”`);
    return { id, start, end: start + words.length, strength, by: own.by };
  });
  const again = path.join(folder, 'second.md');
  const second = fs.existsSync(again) ? read('second.md') : undefined;
  return {
    name,
    source,
    registry,
    first,
    mentions,
    promises,
    second,
    unseen: core.unseen === true,
  };
}
