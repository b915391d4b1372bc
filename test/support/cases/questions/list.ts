import type { Question } from '../question.js';
import { actionQuestion, actionsQuestion } from './actions.js';
import { acceptQuestion, completionQuestion } from './completion.js';
import { hoverQuestion } from './hover.js';
import { mergeQuestion } from './merge.js';
import {
  definitionQuestion,
  highlightsQuestion,
  implementationQuestion,
  referencesQuestion,
  typeDefinitionQuestion,
} from './navigation.js';
import { outlineQuestion } from './outline.js';
import { renameQuestion } from './rename.js';
import { suggestQuestion } from './suggest.js';

/** All that a case can ask. */
export const QUESTIONS: readonly Question[] = [
  hoverQuestion,
  completionQuestion,
  acceptQuestion,
  renameQuestion,
  mergeQuestion,
  actionsQuestion,
  actionQuestion,
  definitionQuestion,
  typeDefinitionQuestion,
  implementationQuestion,
  referencesQuestion,
  highlightsQuestion,
  outlineQuestion,
  suggestQuestion,
];
