// What is suggested in the pages of a workspace. It brings the engine along, and that a lexicon: read it by `import()`.
export * from './create-suggestions.js';
