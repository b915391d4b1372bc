import {
  findDefinitions,
  findImplementations,
  findReferences,
  findTypeDefinitions,
  highlights,
  type NavigationTarget,
  type Page,
  type TargetsAndOrigin,
  type Workspace,
} from '../../../../server/core/index.js';
import { type Asking, markAt, orNothing, placeOf, type Question } from '../question.js';

type Find = (workspace: Workspace, page: Page, offset: number) => TargetsAndOrigin | undefined;

export const definitionQuestion = leading(
  'definition',
  'where the thing under the cursor is defined, in the order of the answer',
  findDefinitions,
);
export const typeDefinitionQuestion = leading(
  'type-definition',
  'what it belongs to: the agreement of a promise, the holder of an office, the office of a person',
  findTypeDefinitions,
);
export const implementationQuestion = leading(
  'implementation',
  'what came of it: the updates of a promise, the promises under an agreement, who held an office',
  findImplementations,
);

export const referencesQuestion: Question = {
  word: 'references',
  summary:
    'where it is spoken of or pointed at, in all files; `declaration=with`: where it is defined too. Under lines all files are marked',
  about: 'spot',
  everywhere: true,
  options: ['declaration'],
  marks: (asking) => {
    const found = referencesAt(asking);
    if (found.length === 0) return markAt(asking, undefined);
    return found.map(({ page, focus }) => ({ page, span: focus, words: 'reference' }));
  },
  answer: (asking) => orNothing(places(asking.workspace, referencesAt(asking))),
};

export const highlightsQuestion: Question = {
  word: 'highlights',
  summary:
    'every place of the page that means the same: the definition, an id that points there (pointer), words that a reader reads',
  about: 'spot',
  everywhere: true,
  marks: (asking) => {
    const found = highlights(asking.workspace, asking.page, asking.spot.start);
    if (found.length === 0) return markAt(asking, undefined);
    return found.map(({ span, type }) => ({ page: asking.page.id, span, words: type }));
  },
};

function leading(word: string, summary: string, find: Find): Question {
  const found = ({ workspace, page, spot }: Asking): TargetsAndOrigin | undefined =>
    find(workspace, page, spot.start);
  return {
    word,
    summary,
    about: 'spot',
    marks: (asking) => {
      const { origin, targets = [] } = found(asking) ?? {};
      if (targets.length === 0) return markAt(asking, undefined);
      return markAt(asking, places(asking.workspace, targets).join(', '), origin);
    },
    answer: (asking) => orNothing(places(asking.workspace, found(asking)?.targets ?? [])),
  };
}

function referencesAt({ workspace, page, spot, option }: Asking): readonly NavigationTarget[] {
  const declaration = option('declaration') === 'with' ? 'with' : 'without';
  return findReferences(workspace, page, spot.start, declaration) ?? [];
}

function places(workspace: Workspace, targets: readonly NavigationTarget[]): readonly string[] {
  return targets.map(({ page, focus }) => placeOf(workspace, page, focus));
}
