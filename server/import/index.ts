/**
 * What comes in from Word, a browser or a mail: HTML and .docx as Markdown. No other part of the server knows how, and it
 * is read when somebody imports or pastes something.
 */
export { accountOf } from './account.js';
export { frontMatter } from './front-matter.js';
export { importDocx } from './import-docx.js';
export { importFile } from './import-file.js';
export { importHtml } from './import-html.js';
export type { ImportChoices, Imported } from './imported.js';
export { asParagraphs } from './paragraphs.js';
export { refusalWords } from './refusals.js';
