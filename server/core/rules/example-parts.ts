/**
 * What the rules' examples stand on, so that each shows only what it is about: two parties and a
 * source, and a brief's front matter with its date and that source.
 */
export const PARTIES = `place:
  india: { name: India, other_names: [Indian] }
  united-states: { name: United States, other_names: [U.S.] }
source:
  joint-statement: { name: Joint statement of 31 October 2025 }
`;

export const DATED = `---
date: 2025-10-31
source: joint-statement
---
`;

/** One party and the source, where no other is spoken of. */
export const ONE_PARTY = `place:
  india: { name: India }
source:
  joint-statement: { name: Joint statement of 31 October 2025 }
`;

/** A promise whose source is its own, where the brief names none. */
export const SOURCED_PROMISE = `---
date: 2025-10-31
---
The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030 source=joint-statement}.
`;
