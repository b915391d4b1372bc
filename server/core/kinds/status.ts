import type { Choice } from '../brief/index.js';

/** What may have become of a commitment; the last seven are ends. */
export const STATUS_CHOICES: readonly Choice[] = [
  { value: 'proposed', summary: 'Suggested by someone, taken on by nobody yet.' },
  { value: 'conditional', summary: 'Waits for its condition.' },
  { value: 'active', summary: 'Stands, and nothing is known of work on it.' },
  { value: 'in-progress', summary: 'Work on it has begun.' },
  { value: 'stalled', summary: 'Work on it has stopped, without an end.' },
  { value: 'fulfilled', summary: 'Done as promised.' },
  { value: 'partly-fulfilled', summary: 'Done in part, and no more is to come.' },
  { value: 'broken', summary: 'Not done, and no longer doable as promised.' },
  { value: 'withdrawn', summary: 'Taken back by who made it.' },
  { value: 'released', summary: 'Waived by whom it was made to.' },
  { value: 'superseded', summary: 'Replaced by another commitment.' },
  { value: 'expired', summary: 'Its time ran out.' },
];

/** The completion scale of the Open Government Partnership's Independent Reporting Mechanism. */
export const PROGRESS_CHOICES: readonly Choice[] = [
  { value: 'not-started', summary: 'Nothing has been done.' },
  { value: 'limited', summary: 'First steps, or a small part.' },
  { value: 'substantial', summary: 'Most of it.' },
  { value: 'complete', summary: 'All of it.' },
  { value: 'no-evidence', summary: 'Nothing can be found out.' },
];
