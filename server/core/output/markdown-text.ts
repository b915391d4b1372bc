import { oneLine } from '../text/index.js';

/**
 * Text of a document as words in Markdown, in a table as well: none of it becomes markup, and none
 * the mention of a person, an issue or a commit, a link or a picture of a smile, which platforms look
 * for in what has been rendered. There an invisible sign (U+2060) parts what would be one.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(CALLS, (call) => `${call}\u2060`)
    .replace(SIGNS, numbered);
}

/** A path, as code where it is plain enough to be written as such. */
export function markdownCode(text: string): string {
  return PLAIN.test(text) ? `\`${text}\`` : markdownText(text);
}

const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} ./:_-]*$/u;

/** What begins a mention, a reference, an address, a short name of a picture or a commit's number. */
const CALLS = new RegExp(
  [
    '[@~%](?=[\\p{L}\\p{N}_"])',
    '[#!$&](?=\\d)',
    ':(?=//)',
    ':(?=[\\w+-]+:)',
    '\\bwww(?=\\.)',
    '\\b(?:GH|gh|gl|GL)-(?=\\d)',
    '\\b(?:mailto|xmpp):',
    '\\b[0-9a-f]{4}(?=[0-9a-f]{3,36}\\b)',
  ].join('|'),
  'giu',
);

/** What is markup, or may be, in some dialect. */
const SIGNS = /[\\`*_[\]<>&|~#@!$^={}]/g;

function numbered(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}
