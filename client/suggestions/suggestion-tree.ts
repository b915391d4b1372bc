import {
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
} from 'vscode';
import type { SuggestionGroup, SuggestionItem } from '../../server/lsp/protocol.js';
import { plurals } from '../plurals.js';
import type { Review } from './review.js';
import { itemsOf, type SuggestionNode } from './suggestion-node.js';

/** The rows of a review: sections, in them what means the same, in these the places. */
export interface SuggestionTree extends TreeDataProvider<SuggestionNode> {
  /** To be called when the review has changed. */
  update(): void;
  nodeOf(item: SuggestionItem): SuggestionNode | undefined;
  /** Whether its rows are made anew, so that VS Code does not know now which of them are selected. */
  isBusy(): boolean;
}

/** VS Code waits so long for more changes, in milliseconds, and asks for all rows then. */
const GATHERING_MS = 200;
/** So long nothing is asked once all rows are there. */
const AT_REST_MS = 60;

type Section = SuggestionGroup['section'];
const SECTIONS: readonly Section[] = ['entities', 'commitments', 'dates', 'descriptions'];

export function createSuggestionTree(review: Review): SuggestionTree {
  const changed = new EventEmitter<void>();
  let built: readonly SuggestionGroup[] = [];
  let sections: readonly SuggestionNode[] = [];
  let nodes: ReadonlyMap<SuggestionItem, SuggestionNode> = new Map();
  let [changedAt, askedAt] = [0, 0];
  return {
    onDidChangeTreeData: changed.event,
    update() {
      // A box that is ticked makes no new rows.
      if (built !== review.groups) {
        built = review.groups;
        sections = SECTIONS.flatMap((section) => sectionNode(section, built));
        nodes = new Map(leavesOf(sections));
      }
      changedAt = performance.now();
      changed.fire();
    },
    nodeOf: (item) => nodes.get(item),
    isBusy() {
      const now = performance.now();
      return now - changedAt < GATHERING_MS + AT_REST_MS || now - askedAt < AT_REST_MS;
    },
    getParent: ({ parent }) => parent,
    getChildren(node) {
      askedAt = performance.now();
      return [...(node?.children ?? sections)];
    },
    getTreeItem(node) {
      askedAt = performance.now();
      return treeItem(review, node);
    },
  };
}

function* leavesOf(
  nodes: readonly SuggestionNode[],
): Iterable<readonly [SuggestionItem, SuggestionNode]> {
  for (const node of nodes) {
    if (node.type === 'item') yield [node.item, node];
    yield* leavesOf(node.children);
  }
}

function sectionNode(section: Section, all: readonly SuggestionGroup[]): readonly SuggestionNode[] {
  const groups = all.filter((group) => group.section === section);
  const node: SuggestionNode = { type: 'section', section, children: [], parent: undefined };
  node.children.push(...groups.map((group) => groupNode(node, group)));
  return groups.length === 0 ? [] : [node];
}

/** One place alone stands for its group, but where the group says who is meant. */
function groupNode(parent: SuggestionNode, group: SuggestionGroup): SuggestionNode {
  const [only, ...others] = group.items;
  if (only !== undefined && others.length === 0 && isSaidByItself(group))
    return { type: 'item', group, item: only, children: [], parent };
  const node: SuggestionNode = { type: 'group', group, children: [], parent };
  node.children.push(
    ...group.items.map(
      (item): SuggestionNode => ({ type: 'item', group, item, children: [], parent: node }),
    ),
  );
  return node;
}

function isSaidByItself({ section, title, items }: SuggestionGroup): boolean {
  return section !== 'entities' || items[0]?.words.replace(/\s+/g, ' ') === title;
}

function treeItem(review: Review, node: SuggestionNode): TreeItem {
  const items = itemsOf(node);
  const made = new TreeItem(labelOf(node));
  // A row of one brief is none of the next, though it means the same: what was selected there is not here.
  made.id = `${review.document?.uri} ${idOf(node)}`;
  const isPromise = node.type === 'item' && node.item.type === 'commitment';
  made.contextValue = isPromise ? 'suggestion-promise' : `suggestion-${node.type}`;
  made.collapsibleState =
    node.type === 'section'
      ? TreeItemCollapsibleState.Expanded
      : node.type === 'group'
        ? TreeItemCollapsibleState.Collapsed
        : TreeItemCollapsibleState.None;
  made.description = descriptionOf(review, node);
  const isAccepted = items.every((item) => review.isAccepted(item));
  made.checkboxState = {
    state: isAccepted ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: isAccepted ? l10n.t('Accepted') : l10n.t('Not accepted yet'),
  };
  if (node.type === 'section') return made;
  made.iconPath = new ThemeIcon(node.group.icon);
  made.tooltip = [...new Set(items.map(({ reason }) => reason))].join('\n');
  made.accessibilityInformation = {
    label: [made.label, made.description, ...new Set(items.map(({ reason }) => reason))].join(', '),
  };
  return made;
}

function labelOf(node: SuggestionNode): string {
  if (node.type === 'section') return sectionName(node.section);
  if (node.type === 'group') return node.group.title;
  return node.item.words.replace(/\s+/g, ' ');
}

function sectionName(section: Section): string {
  if (section === 'entities') return l10n.t('Names');
  if (section === 'commitments') return l10n.t('Promises');
  return section === 'dates' ? l10n.t('Dates') : l10n.t('Descriptions');
}

/** The same for a row of a brief that was made anew. */
export function idOf(node: SuggestionNode): string {
  if (node.type === 'section') return node.section;
  const { section, key } = node.group;
  return node.type === 'group' ? `${section} ${key}` : `${section} ${key} ${node.item.key}`;
}

const NOTHING = '';

function descriptionOf(review: Review, node: SuggestionNode): string {
  const items = itemsOf(node);
  if (node.type === 'section') return String(items.length);
  const { group } = node;
  const [first] = items;
  const refusal = items.map((item) => review.refusalOf(item)).find((each) => each !== undefined);
  const isChild = node.type === 'item' && node.parent?.type === 'group';
  const isDescription = !isChild && node.type === 'item' && group.section === 'descriptions';
  const parts = [
    isChild ? sentenceOf(review, node.item) : '',
    isChild || group.section === 'commitments' || group.section === 'dates' ? '' : group.kindTitle,
    !isChild && group.newId !== undefined ? l10n.t('new') : '',
    isDescription ? group.title : NOTHING,
    isChild ? '' : group.detail,
    node.type === 'group' ? plurals.places(items.length) : '',
    first?.level === 'certain' ? l10n.t('certain') : '',
    items.every((item) => review.isSkipped(item)) ? l10n.t('skipped') : '',
    refusal === undefined ? '' : l10n.t('not tagged: {0}', refusal),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The sentence around a suggestion, from a little before it on. */
function sentenceOf(review: Review, item: SuggestionItem): string {
  const { document } = review;
  if (document === undefined) return '';
  const sentence = review.sentenceOf(item);
  const words = document.getText(sentence).replace(/\s+/g, ' ').trim();
  const at = document.getText(sentence.with({ end: review.rangeOf(item).start })).length;
  return at > BEFORE ? `…${words.slice(at - BEFORE)}` : words;
}

/** Characters before the words that are shown along with them. */
const BEFORE = 30;
