export { mask } from './mask.js';
export type * from './syntax.js';
export { scanTags } from './tags.js';
export type * from './value.js';
