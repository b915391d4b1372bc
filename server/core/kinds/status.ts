import type { Choice } from '../brief/index.js';

/** What may have become of a commitment; the last seven are ends. */
export const STATUS_CHOICES: readonly Choice[] = [
  { value: 'proposed', summary: 'Suggested, but not accepted by anybody yet.' },
  { value: 'conditional', summary: 'It waits for its condition.' },
  { value: 'active', summary: 'Made, but no work on it is known.' },
  { value: 'in-progress', summary: 'Work on it has begun.' },
  { value: 'stalled', summary: 'Work on it has stopped, but may continue.' },
  { value: 'fulfilled', summary: 'Done as promised.' },
  { value: 'partly-fulfilled', summary: 'Partly done, and no more will follow.' },
  { value: 'broken', summary: 'Not done, and it can no longer be done as promised.' },
  { value: 'withdrawn', summary: 'Taken back by the party that made it.' },
  { value: 'released', summary: 'Waived by the party to which it was made.' },
  { value: 'superseded', summary: 'Replaced by another commitment.' },
  { value: 'expired', summary: 'Its time has ended.' },
];

/** The completion scale of the Open Government Partnership's Independent Reporting Mechanism. */
export const PROGRESS_CHOICES: readonly Choice[] = [
  { value: 'not-started', summary: 'Nothing has been done.' },
  { value: 'limited', summary: 'First steps, or a small part.' },
  { value: 'substantial', summary: 'Most of it.' },
  { value: 'complete', summary: 'All of it.' },
  { value: 'no-evidence', summary: 'There is no evidence of progress.' },
];
