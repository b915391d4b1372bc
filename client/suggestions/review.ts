import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AnnotateResult,
  REQUESTS,
  type SuggestionCorrection,
  type SuggestionGroup,
  type SuggestionItem,
  type SuggestionReview,
  type SuggestionsParams,
} from '../../server/lsp/protocol.js';
import type { Server } from '../server.js';
import { annotateAsOne } from './annotate.js';

/** What is suggested for one brief, and what somebody has decided about it so far. Nothing is written before it is applied. */
export interface Review {
  readonly document: TextDocument | undefined;
  readonly groups: readonly SuggestionGroup[];
  /** Of suggestions in the order in which they are gone through. */
  readonly items: readonly SuggestionItem[];
  /** The one that is looked at. */
  readonly current: SuggestionItem | undefined;
  /** All places of the row that is looked at. */
  readonly chosen: readonly SuggestionItem[];
  /** What came of the last time it was applied. */
  readonly outcome: AnnotateResult | undefined;
  readonly onChange: (listener: () => void) => Disposable;
  isAccepted(item: SuggestionItem): boolean;
  isSkipped(item: SuggestionItem): boolean;
  /** Why a suggestion could not be put in, the last time that was tried. */
  refusalOf(item: SuggestionItem): string | undefined;
  rangeOf(item: SuggestionItem): Range;
  sentenceOf(item: SuggestionItem): Range;
  groupOf(item: SuggestionItem): SuggestionGroup | undefined;
  /** Begins with a document, or looks at it anew. */
  open(document: TextDocument): Promise<void>;
  close(): void;
  /** @param all the places of the row that is looked at; absent: this one */
  look(item: SuggestionItem, all?: readonly SuggestionItem[]): void;
  /** Says that somebody has just gone elsewhere, and that where is known later. */
  expect(look: Promise<void>): void;
  /** Resolves when it is known what is looked at, and what is suggested for the text as it is now. */
  settled(): Promise<void>;
  /** The next one, or the one before, that nobody has decided about; undefined: there is none. */
  step(by: 1 | -1, from?: SuggestionItem): SuggestionItem | undefined;
  accept(items: readonly SuggestionItem[]): void;
  takeBack(items: readonly SuggestionItem[]): void;
  skip(items: readonly SuggestionItem[]): void;
  correct(added: readonly SuggestionCorrection[]): Promise<void>;
  /** Writes what was accepted, as one change. */
  apply(): Promise<AnnotateResult | undefined>;
}

/** How long nobody types before a brief that is gone through is looked at again, in milliseconds. */
const QUIET_MS = 400;

export function createReview(server: Server): Review & Disposable {
  const changed = new EventEmitter<void>();
  let document: TextDocument | undefined;
  let client: BaseLanguageClient | undefined;
  let groups: readonly SuggestionGroup[] = [];
  let items: readonly SuggestionItem[] = [];
  let current: string | undefined;
  /** The keys of the row that is looked at. */
  let row: ReadonlySet<string> = new Set();
  let outcome: AnnotateResult | undefined;
  let corrections: readonly SuggestionCorrection[] = [];
  let looking: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: CancellationTokenSource | undefined;
  const accepted = new Set<string>();
  const skipped = new Set<string>();
  const seen = new Set<string>();

  const forget = (): void => {
    for (const set of [accepted, skipped, seen]) set.clear();
    clearTimeout(timer);
    timer = undefined;
    [document, groups, items, corrections] = [undefined, [], [], []];
    [current, outcome] = [undefined, undefined];
  };

  /** What is certain is accepted from the start; a later look changes no decision. */
  const take = (found: SuggestionReview): void => {
    groups = found.groups;
    items = groups.flatMap((group) => group.items);
    for (const { key, level } of items) {
      if (level === 'certain' && !seen.has(key)) accepted.add(key);
      seen.add(key);
    }
    const keys = new Set(items.map(({ key }) => key));
    for (const key of accepted) if (!keys.has(key)) accepted.delete(key);
    if (current === undefined || !keys.has(current)) current = review.step(1)?.key ?? items[0]?.key;
    changed.fire();
  };

  /** What was asked last; whoever waits for an answer waits for the last one. */
  let latest: Promise<void> = Promise.resolve();

  const ask = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    latest = askOnce();
    return latest;
  };

  const answered = async (): Promise<void> => {
    if (timer !== undefined) void ask();
    for (let waited: unknown; waited !== latest; ) {
      waited = latest;
      await latest;
    }
  };

  const askOnce = async (): Promise<void> => {
    if (document === undefined) return;
    asking?.cancel();
    const mine = new CancellationTokenSource();
    asking = mine;
    const asked = document;
    client = await server.started();
    const uri = client.code2ProtocolConverter.asUri(asked.uri);
    const params: SuggestionsParams = { uri, corrections };
    try {
      const found = await client.sendRequest<SuggestionReview | null>(
        REQUESTS.suggestions,
        params,
        mine.token,
      );
      if (document === asked && asking === mine) take(found ?? { version: null, groups: [] });
    } catch (error) {
      // It was edited meanwhile: then it is asked once more.
      if (asking === mine && document === asked) later();
      if (!mine.token.isCancellationRequested) client.info(String(error));
    }
  };

  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask().catch(() => undefined), QUIET_MS);
  };

  const watching = [
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) later();
    }),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) review.close();
    }),
  ];

  const review: Review & Disposable = {
    get document() {
      return document;
    },
    get groups() {
      return groups;
    },
    get items() {
      return items;
    },
    get current() {
      return items.find(({ key }) => key === current);
    },
    get outcome() {
      return outcome;
    },
    onChange: (listener) => changed.event(listener),
    isAccepted: ({ key }) => accepted.has(key),
    isSkipped: ({ key }) => skipped.has(key),
    refusalOf: ({ key }) => outcome?.left.find((each) => each.key === key)?.reason,
    rangeOf: ({ range }) => asRange(client, range),
    sentenceOf: ({ sentence }) => asRange(client, sentence),
    groupOf: (item) => groups.find((group) => group.items.includes(item)),
    async open(next) {
      if (document !== next) forget();
      document = next;
      await ask();
      await answered();
    },
    close() {
      forget();
      changed.fire();
    },
    get chosen() {
      const one = review.current;
      if (one === undefined) return [];
      return row.has(one.key) ? items.filter(({ key }) => row.has(key)) : [one];
    },
    look(item, all = [item]) {
      row = new Set(all.map(({ key }) => key));
      if (current === item.key) return;
      current = item.key;
      changed.fire();
    },
    expect(look) {
      looking = look;
    },
    async settled() {
      await looking;
      await answered();
    },
    step(by, start) {
      const here = start?.key ?? current;
      const at = items.findIndex(({ key }) => key === here);
      const from = at < 0 ? (by > 0 ? -1 : 0) : at;
      const ordered = items.map((_, index) => items.at((from + by * (index + 1)) % items.length));
      const open = ordered.find(
        (item) => item !== undefined && !accepted.has(item.key) && !skipped.has(item.key),
      );
      return open?.key === here ? undefined : open;
    },
    accept(some) {
      for (const { key } of some) {
        accepted.add(key);
        skipped.delete(key);
      }
      changed.fire();
    },
    takeBack(some) {
      for (const { key } of some) accepted.delete(key);
      changed.fire();
    },
    skip(some) {
      for (const { key } of some) {
        accepted.delete(key);
        skipped.add(key);
      }
      changed.fire();
    },
    async correct(added) {
      corrections = [...corrections, ...added];
      await ask();
      await answered();
    },
    async apply() {
      if (document === undefined || client === undefined) return undefined;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const result = await annotateAsOne(client, { uri, accept: [...accepted], corrections });
      if (result === undefined) return undefined;
      outcome = result;
      const { applied } = result;
      if (applied) accepted.clear();
      await ask();
      return outcome;
    },
    dispose() {
      forget();
      asking?.cancel();
      for (const each of [...watching, changed]) each.dispose();
    },
  };
  return review;
}

function asRange(client: BaseLanguageClient | undefined, range: SuggestionItem['range']): Range {
  if (client === undefined) throw new Error('There are no suggestions without a server.');
  return client.protocol2CodeConverter.asRange(range);
}
