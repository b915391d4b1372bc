// What is suggested in a page of a workspace: the engine, with all that it brings along, asked as the settings
// say. Read by `import()`, through `suggestionsPart`.
export { candidatesIn, suggestionsOf } from './suggestions-of.js';
