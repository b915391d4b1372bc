import type { Choice, Elsewhere } from '../brief/index.js';

/** What may have become of a commitment; the last seven are ends. */
export const STATUS_CHOICES: readonly Choice[] = [
  {
    value: 'proposed',
    summary: 'Suggested, but not accepted by anybody yet.',
    also: words('suggested offered tabled draft'),
  },
  { value: 'conditional', summary: 'It waits for its condition.', also: words('contingent') },
  {
    value: 'active',
    summary: 'Made, but no work on it is known.',
    also: words(
      'open pending made agreed announced promised pledged not-started outstanding accepted',
    ),
  },
  {
    value: 'in-progress',
    summary: 'Work on it has begun.',
    also: words('ongoing started begun underway under-way on-track implementing'),
  },
  {
    value: 'stalled',
    summary: 'Work on it has stopped, but may continue.',
    also: words('paused on-hold suspended delayed blocked stuck halted frozen'),
  },
  {
    value: 'fulfilled',
    summary: 'Done as promised.',
    also: words(
      'done complete completed kept met achieved delivered finished implemented honoured honored accomplished',
    ),
  },
  {
    value: 'partly-fulfilled',
    summary: 'Partly done, and no more will follow.',
    also: words(
      'partial partially-fulfilled partly-done partially-done partly-kept partially-kept partly-met partially-met half-done compromise',
    ),
  },
  {
    value: 'broken',
    summary: 'Not done, and it can no longer be done as promised.',
    also: words(
      'failed missed unfulfilled unmet not-done not-kept not-met not-fulfilled not-delivered breached violated',
    ),
  },
  {
    value: 'withdrawn',
    summary: 'Taken back by the party that made it.',
    also: words('cancelled canceled retracted revoked rescinded dropped abandoned'),
  },
  {
    value: 'released',
    summary: 'Waived by the party to which it was made.',
    also: words('waived excused forgiven'),
  },
  { value: 'superseded', summary: 'Replaced by another commitment.', also: words('replaced') },
  { value: 'expired', summary: 'Its time has ended.', also: words('lapsed ended elapsed') },
];

/** A moved deadline is no status: the promise stands as it did. */
export const MOVED_DEADLINE: Elsewhere = {
  words: words('extended extension postponed deferred rescheduled brought-forward'),
  reason: 'a deadline that was moved is given with due= in an update, without a status',
};

/** The completion scale of the Open Government Partnership's Independent Reporting Mechanism. */
export const PROGRESS_CHOICES: readonly Choice[] = [
  { value: 'not-started', summary: 'Nothing has been done.', also: words('none nothing') },
  {
    value: 'limited',
    summary: 'First steps, or a small part.',
    also: words('minor little some started'),
  },
  { value: 'substantial', summary: 'Most of it.', also: words('most mostly major significant') },
  {
    value: 'complete',
    summary: 'All of it.',
    also: words('completed done full finished fulfilled'),
  },
  {
    value: 'no-evidence',
    summary: 'There is no evidence of progress.',
    also: words('unknown unclear'),
  },
];

function words(listed: string): readonly string[] {
  return listed.split(' ');
}
