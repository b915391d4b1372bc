import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { type Labels, NO_LABELS } from './reading.js';

/** A label as CommonMark compares it; the prefixes of quoted lines in it are no part of it. */
export function normalizeLabel(written: string): string {
  return normalizeIdentifier(written.includes('\n') ? written.replace(/\n[ \t>]*/g, ' ') : written);
}

/** Those of `labels` that stand in brackets in `text`: what its reading may depend on. */
export function labelsIn(text: string, labels: Labels): Labels {
  if (labels.links.size + labels.footnotes.size === 0 || !text.includes('[')) return NO_LABELS;
  const links = new Map<string, string>();
  const footnotes = new Map<string, string>();
  for (const [, written = ''] of text.matchAll(BRACKETS)) {
    pick(labels.links, normalizeLabel(written), links);
    if (written.startsWith('^'))
      pick(labels.footnotes, normalizeLabel(written.slice(1)), footnotes);
  }
  return links.size + footnotes.size === 0 ? NO_LABELS : { links, footnotes };
}

/** What tells readings of one text apart: empty when no label was defined elsewhere. */
export function labelsKey(labels: Labels): string {
  if (labels === NO_LABELS) return '';
  const names = [...labels.links.keys()].sort().concat('', [...labels.footnotes.keys()].sort());
  return `\n${names.join('\n')}`;
}

const BRACKETS = /\[((?:[^[\]\\]|\\[^]){1,1000})\]/g;

function pick(from: ReadonlyMap<string, string>, label: string, into: Map<string, string>): void {
  const spelling = from.get(label);
  if (spelling !== undefined) into.set(label, spelling);
}
