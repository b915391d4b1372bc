import { parse, postprocess, preprocess } from 'micromark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Labels, Reading } from './reading.js';
import { ReadingBuilder } from './reading-builder.js';

/**
 * Reads a chunk with micromark, the tokenizer of remark, whose events place every mark: in remark's
 * tree the prefixes of lines, link targets and emphasis marks would have to be searched again. This
 * is the only file that knows it. Bare URLs are left to urls.ts, so that both readers see them alike.
 * @param masked the chunk with its tags masked; of the same length as `source`
 * @param records where the guessed records and fences begin, and where their lines end
 */
export function readMarkdown(
  masked: string,
  source: string,
  labels: Labels,
  records: ReadonlyMap<number, number>,
): Reading {
  const prefix = syntheticDefinitions(labels);
  const document = parse({ extensions: extensions() }).document();
  const builder = new ReadingBuilder(source, masked, records);
  const events = postprocess(document.write(preprocess()(`${prefix}${masked}\n`, undefined, true)));
  for (const [phase, token] of events) {
    const start = token.start.offset - prefix.length;
    if (start < 0 || start > masked.length) continue;
    const end = Math.min(token.end.offset - prefix.length, masked.length);
    const mark = { type: token.type, start, end };
    if (phase === 'enter') builder.enter(mark);
    else builder.exit(mark);
  }
  return builder.finish();
}

type Extensions = NonNullable<NonNullable<Parameters<typeof parse>[0]>['extensions']>;

let made: Extensions | undefined;

/** Made at the first chunk that needs them: most briefs never do. */
function extensions(): Extensions {
  made ??= [gfmTable(), gfmFootnote(), gfmTaskListItem(), gfmStrikethrough()];
  return made;
}

/**
 * Definitions for the labels defined elsewhere in the text. The last closes a footnote that would
 * take an indented chunk for its own, and keeps a byte order mark in a chunk from being taken off.
 */
function syntheticDefinitions(labels: Labels): string {
  const footnotes = [...labels.footnotes.values()].map((label) => `[^${label}]: x\n\n`);
  const links = [...labels.links.values()].map((label) => `[${label}]: x\n`);
  return `${footnotes.join('')}${links.join('')}[\u0001]: x\n\n`;
}
