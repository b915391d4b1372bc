export * from './facts.js';
export type { Detail } from './faults.js';
export { EACH_OTHER, idFault } from './ids.js';
export { decodeText } from './plain.js';
export * from './recognize.js';
export * from './registry.js';
export * from './strength.js';
export * from './strip.js';
export * from './vocabulary.js';
