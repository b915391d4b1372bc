// What of this folder needs no Node: the language server runs in browsers too.
export * from './decode.js';
export * from './host.js';
