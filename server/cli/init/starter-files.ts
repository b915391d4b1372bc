/** What `rapporteur init` writes. Invented, so that nobody takes it for news. */

export const REGISTRY_TEXT = `# Everyone and everything your briefs speak of, each once.
# The word before the colon is the id; briefs point at it with ref=… or by one of its names.
person:
  ada-moreau:
    name: Ada Moreau
    other_names: [Minister Moreau, Moreau]
    description: An invented minister. Replace her by someone you write about.
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

export const CONFIG_TEXT = `# What Rapporteur reads and how strict it is. Everything here may be left out.
# Which files are briefs; without this, every Markdown file that holds a tag.
briefs: ['briefs/**/*.md']

# Rules at another level: off, hint, info, warning or error.
# rules:
#   commitment-without-deadline: off

# From which level on 'rapporteur check' exits with 1.
failOn: error
`;

/**
 * For briefs that are there already: what is found in them today is known. It names no folders, so that
 * a brief in a folder that comes later is checked too.
 */
export const ADOPTED_CONFIG_TEXT = `# What Rapporteur reads and how strict it is. Everything here may be left out.
# Which files are briefs; without this, every Markdown file that holds a tag.
# briefs: ['briefs/**/*.md']

# What was found when this file was written. It does not fail the check, and editors show it as hints.
# 'rapporteur check --prune-baseline' takes out what was mended since.
baseline: rapporteur-baseline.json

# From which level on 'rapporteur check' exits with 1.
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

What stands in square brackets is what a reader reads; the word before says what it is. When there is
news of the promise, write a line such as this one into any brief, without the indent:

    ::update[First trains run]{of=c-northern-line status=in-progress on=${today} source=ministry-press-release}
`;
}
