export * from './fix.js';
export * from './lint.js';
export * from './list.js';
export * from './nearest.js';
export * from './pages.js';
export type * from './rule.js';
export { suggestion } from './suggestions.js';
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
