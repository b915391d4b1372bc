import { type Commitment, type HistoryStep, isEndState, type Page } from '../workspace/index.js';

/**
 * Whether a commitment says how it ended, in its own record, and names no source. Two rules ask about
 * sources; the one about the status goes first, so that never both speak of one commitment.
 */
export function hasUnsourcedEnd(commitment: Commitment): boolean {
  const [own] = commitment.history;
  return own?.status !== undefined && isEndState(own.status) && own.source.length === 0;
}

/** Whether any of its updates names no source. */
export function hasUnsourcedUpdate(commitment: Commitment): boolean {
  return commitment.history.slice(1).some((step: HistoryStep) => step.source.length === 0);
}

/** Whether the brief's own source could not be read: that is one finding already. */
export function isSourceUnread({ facts: { faults, front } }: Page): boolean {
  const { span } = front;
  if (span === undefined) return false;
  return faults.some(({ rule, detail, span: { start } }) => {
    if (start >= span.end) return false;
    return rule === 'invalid-front-matter' || detail.attribute === 'source';
  });
}
