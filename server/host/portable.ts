// What of this folder needs no Node: the language server runs in browsers too.
export * from './configuration.js';
export * from './decode.js';
export * from './decode-page.js';
export * from './existing.js';
export * from './host.js';
export * from './membership.js';
export * from './refusal.js';
export * from './version.js';
