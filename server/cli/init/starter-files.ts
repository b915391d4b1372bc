/** What `rapporteur init` writes. Invented, so that nobody takes it for news. */

export const REGISTRY_TEXT = `# The people, places and other entities of your briefs, each once.
# The word before the colon is the id; briefs refer to it with ref=… or by one of its names.
person:
  ada-moreau:
    name: Ada Moreau
    other_names: [Minister Moreau, Moreau]
    description: An invented minister. Replace her with someone you write about.
    memberships:
      - { office: norland-transport-minister, start_date: 2024-05 }

office:
  norland-transport-minister:
    name: Minister of Transport
    place: norland

place:
  norland:
    name: Norland
    classification: country

source:
  ministry-press-release:
    name: Press release of the Ministry of Transport
    publisher: Ministry of Transport
    classification: primary
`;

export const CONFIG_TEXT = `# What Rapporteur reads and how strict it is. Every setting is optional.
# Which files are briefs; without this setting, every Markdown file with a tag.
briefs: ['briefs/**/*.md']

# Rules with another level: off, hint, info, warning or error.
# rules:
#   commitment-without-deadline: off

# The lowest level at which 'rapporteur check' exits with 1.
failOn: error
`;

/**
 * For briefs that are there already: what is found in them today is known. It names no folders, so that
 * a brief in a folder that comes later is checked too.
 */
export const ADOPTED_CONFIG_TEXT = `# What Rapporteur reads and how strict it is. Every setting is optional.
# Which files are briefs; without this setting, every Markdown file with a tag.
# briefs: ['briefs/**/*.md']

# The findings from when this file was written. They do not fail the check, and editors show them as hints.
# 'rapporteur check --prune-baseline' removes those that have been fixed since.
baseline: rapporteur-baseline.json

# The lowest level at which 'rapporteur check' exits with 1.
failOn: error
`;

/** `today`: YYYY-MM-DD. The deadline is two years off, so that it is not overdue for a while. */
export function firstBrief(today: string): string {
  const due = `${String(Number(today.slice(0, 4)) + 2).padStart(4, '0')}-12`;
  return `---
title: A first brief
date: ${today}
source: ministry-press-release
---

# A first brief

:person[Ada Moreau], :office[Minister of Transport] of :place[Norland], announced a plan for the
railways. :person[She]{ref=ada-moreau} :commitment[will reopen the northern line]{#c-northern-line
by=ada-moreau for=norland due=${due}}.

Readers see the words in square brackets; the word before them says what they are. When something
happens to the promise, write a line such as this one into any brief, without the indent:

    ::update[First trains run]{of=c-northern-line status=in-progress on=${today} source=ministry-press-release}
`;
}
