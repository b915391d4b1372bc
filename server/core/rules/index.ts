export * from './fix.js';
export * from './lint.js';
export * from './list.js';
export { replaced, withAttribute } from './mending.js';
export * from './nearest.js';
export * from './pages.js';
export * from './place-words.js';
export type * from './rule.js';
export { idsSharingWords, suggestion } from './suggestions.js';
export {
  aKind,
  counted,
  kindTitle,
  listOf,
  nameOf,
  namesOf,
  shortened,
  toldApart,
} from './wording.js';
