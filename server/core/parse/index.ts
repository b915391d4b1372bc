export { decodeReferences } from './decode.js';
export { parse } from './parse.js';
export type * from './syntax.js';
export type * from './value.js';
export { parseYaml } from './yaml.js';
