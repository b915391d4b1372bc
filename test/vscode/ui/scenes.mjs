// The scenes, as a person would go through them. Each opens a brief, does something and says what must be on
// the screen then; it leaves the samples and the window as it found them. `kept`: its picture stands in
// README.md or docs/. `desk: 'empty'`: it begins with
// an empty folder and an empty brief in it; `desk: 'new'` and others: with another such folder. `contrast`: it is looked at in
// high contrast as well, `themes: 'all'`: in all others. `once`: it is long, and is gone through in the light theme alone.
import { ANNOTATING } from './annotating.mjs';
import { FINDING } from './finding.mjs';
import { FIRST_BRIEF } from './first-brief.mjs';
import { IMPORTING } from './importing.mjs';
import { PASTING } from './pasting.mjs';
import { READING } from './reading.mjs';
import { READING_MODE } from './reading-mode.mjs';
import { VIEWING } from './views.mjs';
import { WRITING } from './writing.mjs';

export const SCENES = [
  ...READING,
  ...READING_MODE,
  ...FINDING,
  ...WRITING,
  ...PASTING,
  ...IMPORTING,
  ...ANNOTATING,
  ...VIEWING,
  ...FIRST_BRIEF,
];
