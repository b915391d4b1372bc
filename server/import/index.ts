/** What comes in from Word, a browser or a mail: HTML as Markdown. No other part of the server knows how. */
export { type Imported, importHtml } from './import-html.js';
export type { LeftOutKind } from './left-out.js';
