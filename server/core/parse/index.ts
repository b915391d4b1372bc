export { decodeReferences } from './attributes/decode-references.js';
export { parse, proseParts } from './parse.js';
export type * from './syntax.js';
export { parseYaml } from './yaml/parse-yaml.js';
export type * from './yaml/value.js';
export { yamlScalar } from './yaml/yaml-scalar.js';
