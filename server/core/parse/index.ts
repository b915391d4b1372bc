export { decodeReferences } from './attributes/decode-references.js';
export { changedSyntax, parse, parseInSteps, proseParts } from './parse.js';
export type * from './syntax.js';
export { narrowSigns } from './tags/near-signs.js';
export { moveValue, moveWritten } from './yaml/move-value.js';
export {
  changedYaml,
  countedIn,
  inSections,
  parseRegistry,
  parseRegistryAtOnce,
  parseRegistryInSteps,
  type RegistrySyntax,
  type YamlBlock,
} from './yaml/parse-registry.js';
export { parseYaml } from './yaml/parse-yaml.js';
export type * from './yaml/value.js';
export { yamlOfRegistry } from './yaml/yaml-of-registry.js';
export { yamlScalar } from './yaml/yaml-scalar.js';
export type { YamlEntry } from './yaml/yaml-values.js';
