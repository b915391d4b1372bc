/**
 * What the built-in Markdown preview shows of briefs. The extension's entry returns
 * `{ extendMarkdownIt: previewPlugin({ tips, kinds, words }) }` from `activate` (loaded when it is
 * asked for: it brings the engine along), with `tips` and `kinds` from {@link tipsKeeper}.
 */
export { type PreviewOptions, previewPlugin } from './plugin.js';
export { ENGLISH_TEXTS, type PreviewTexts } from './preview-texts.js';
export { createTipsCache, type TipsCache } from './tips-cache.js';
