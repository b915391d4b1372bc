import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { comments } from './comments.js';
import { propertiesIn } from './document-properties.js';
import { footnotes } from './footnotes.js';
import { ALL, type ImportChoices, type Imported } from './imported.js';
import { LeavingOut } from './left-out.js';
import { tidyMarkup } from './tidy-markup.js';
import { toMarkdown, wordsToMarkdown } from './to-markdown.js';
import { wordLists } from './word-lists.js';

/**
 * HTML of Word, Outlook, Google Docs, browsers and converters as clean Markdown: headings, lists, tables, links,
 * footnotes, emphasis. Words that would be read as a tag are escaped. Never throws on what is written.
 */
export function importHtml(html: string, choices: ImportChoices = ALL): Imported {
  try {
    return read(html, choices);
  } catch (error) {
    // Elements in elements, deeper than the parser can follow: the words alone are taken.
    if (!(error instanceof RangeError)) throw error;
    const markdown = wordsToMarkdown(html.replace(/<[^<>]*>/g, ' '));
    return {
      markdown,
      leftOut: [{ kind: 'depth', count: 1 }],
      footnotes: 0,
      comments: 0,
      properties: {},
      pictures: [],
    };
  }
}

function read(html: string, choices: ImportChoices): Imported {
  const leaving = new LeavingOut();
  const root = unified().use(rehypeParse, { fragment: true }).parse(html) as Root;
  const properties = propertiesIn(root);
  const commented = comments(root, { keep: choices.comments, authors: choices.authors });
  if (!choices.comments) leaving.add('comment', commented);
  tidyMarkup(root, leaving);
  wordLists(root);
  const noted = footnotes(root);
  const markdown = toMarkdown(root, leaving, choices);
  return {
    markdown,
    leftOut: leaving.all(),
    footnotes: noted,
    comments: choices.comments ? commented : 0,
    properties,
    pictures: [],
  };
}
