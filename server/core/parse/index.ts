export { pairFences } from './fences.js';
export { mask } from './mask.js';
export { parse } from './parse.js';
export type * from './syntax.js';
export { scanTags } from './tags.js';
export type * from './value.js';
export { parseYaml } from './yaml.js';
