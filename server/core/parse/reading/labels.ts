import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { type Labels, NO_LABELS } from './reading.js';

/** A label as CommonMark compares it; the prefixes of quoted lines in it are no part of it. */
export function normalizeLabel(written: string): string {
  return normalizeIdentifier(written.includes('\n') ? written.replace(/\n[ \t>]*/g, ' ') : written);
}

/** Those of `labels` that stand in brackets in `text`: what its reading may depend on. */
export function labelsIn(text: string, labels: Labels): Labels {
  if (labels.links.size + labels.footnotes.size === 0) return NO_LABELS;
  if (!text.includes(labels.links.size > 0 ? '[' : '[^')) return NO_LABELS;
  const links = new Map<string, string>();
  const footnotes = new Map<string, string>();
  for (const [, written = ''] of text.matchAll(labels.links.size > 0 ? BRACKETS : NOTES)) {
    if (labels.links.size > 0) pick(labels.links, normalizeLabel(written), links);
    if (written.startsWith('^'))
      pick(labels.footnotes, normalizeLabel(written.slice(1)), footnotes);
  }
  return links.size + footnotes.size === 0 ? NO_LABELS : { links, footnotes };
}

/** What tells readings of one text apart; empty when no label was defined elsewhere. */
export function labelsKey({ links, footnotes }: Labels): string {
  if (links.size + footnotes.size === 0) return '';
  // No text of a block ends with a line end, and no label holds a tab or one: keys can not meet.
  const names = (labels: ReadonlyMap<string, string>): string =>
    [...labels.keys()].sort().join('\t');
  return `\n${names(links)}\t\t${names(footnotes)}\n`;
}

/** `labels` without those that are defined by `own`, too. */
export function withoutLabels(labels: Labels, own: Labels | undefined): Labels {
  if (!own || labels === NO_LABELS) return labels;
  const links = new Map([...labels.links].filter(([label]) => !own.links.has(label)));
  const footnotes = new Map([...labels.footnotes].filter(([label]) => !own.footnotes.has(label)));
  return links.size + footnotes.size === 0 ? NO_LABELS : { links, footnotes };
}

const NOTES = /\[(\^(?:[^[\]\\\s]|\\[[\]\\]?){1,1000})\]/g;
const BRACKETS = /\[((?:[^[\]\\]|\\[\s\S]){1,1000})\]/g;

function pick(from: ReadonlyMap<string, string>, label: string, into: Map<string, string>): void {
  const spelling = from.get(label);
  if (spelling !== undefined) into.set(label, spelling);
}
