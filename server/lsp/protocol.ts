// Over 700 lines: all that the two sides agree on is one page, and the only one of the server that the client may import.
import type {
  Diagnostic,
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';

/**
 * What the server and its editors say to each other beyond the Language Server Protocol. The one file
 * of the server that the client may import. Everything here may be left unused: an editor that knows
 * only the protocol misses no feature of it.
 */
export const REQUESTS = {
  /**
   * {@link EntitiesParams} -> {@link EntityItem}[], the best first; {@link EntityListParams} -> a {@link ListPage} of
   * {@link ListedEntity}.
   */
  entities: 'rapporteur/entities',
  /**
   * no params -> {@link CommitmentItem}[], overdue first, then by deadline; {@link CommitmentsParams} -> a {@link ListPage}
   * of them.
   */
  commitments: 'rapporteur/commitments',
  /** {@link BriefParams} -> a {@link ListPage} of {@link BriefItem} | null. */
  brief: 'rapporteur/brief',
  /** {@link OverviewParams} -> {@link Overview}. */
  overview: 'rapporteur/overview',
  /** {@link DiagramParams} -> {@link Diagram}. */
  diagram: 'rapporteur/diagram',
  /** `{ uri, position }` -> {@link CommitmentTerms} | null, of the commitment there. */
  terms: 'rapporteur/terms',
  /** {@link MentionsParams} -> {@link MentionAt} | null for each range, or null. */
  mentions: 'rapporteur/mentions',
  /** `{ id }` -> Location[]: where it is mentioned, as many places as are counted; of a source where it is cited as well. */
  mentionPlaces: 'rapporteur/mentionPlaces',
  /** {@link MarksParams} -> {@link DocumentMarks} | null. */
  marks: 'rapporteur/marks',
  /** no params -> {@link CheckResult}, once everything has been read. */
  check: 'rapporteur/check',
  /** {@link DeadlineParams} -> {@link DeadlineResult} | null. */
  deadline: 'rapporteur/deadline',
  /** {@link StripParams} -> {@link StripResult} | null. */
  strip: 'rapporteur/strip',
  /** {@link ImportParams} -> {@link ImportResult}. */
  import: 'rapporteur/import',
  /** {@link ReportParams} -> {@link ReportPlan}, with a format {@link ReportResult}. */
  report: 'rapporteur/report',
  /** {@link PreviewParams} -> {@link PreviewTips} | null. */
  preview: 'rapporteur/preview',
  /** {@link SuggestionsParams} -> {@link SuggestionReview} | null. */
  suggestions: 'rapporteur/suggestions',
  /** Server to client, where the server has no files of its own: {@link ListFilesParams} -> uris. */
  listFiles: 'rapporteur/listFiles',
  /** Server to client: {@link FileParams} -> {@link FileContent}. */
  readFile: 'rapporteur/readFile',
  /** Server to client: {@link FileParams} -> boolean. */
  fileExists: 'rapporteur/fileExists',
} as const;

/** Commands of `workspace/executeCommand`. */
export const COMMANDS = {
  /** [{@link AnnotateParams}] -> {@link AnnotateResult} | null. */
  annotate: 'rapporteur.annotate',
  /** [{@link MentionParams}] -> {@link MentionResult} | null. */
  mention: 'rapporteur.mention',
  /** [{@link TermsParams}] -> {@link TermsResult} | null. */
  changeTerms: 'rapporteur.writeTerms',
  /** [{@link MergeParams}] -> {@link MergeResult} | null. */
  merge: 'rapporteur.merge',
} as const;

export const NOTIFICATIONS = {
  /** Server to client, when `initializationOptions.status` is true: {@link StatusParams}. */
  status: 'rapporteur/status',
  /**
   * Server to client: {@link ListChangedParams}, when a {@link ListPage} that the client was given is not as it was. Not said
   * again of a list before the client has asked for more of it.
   */
  listChanged: 'rapporteur/listChanged',
} as const;

/** The code of the diagnostic that says why a document is left out of every check. */
export const LEFT_OUT = 'left-out';

/** `initializationOptions` that the server understands; all may be absent. */
export interface InitializationOptions {
  /** Send {@link NOTIFICATIONS.status}. */
  readonly status?: boolean;
  /** The client answers `listFiles`, `readFile`, `fileExists`: used for workspaces that are not on this disk. */
  readonly files?: boolean;
  /** The editor knows the command `editor.action.triggerSuggest`: what is completed leads on to the next list. */
  readonly suggestAgain?: boolean;
  /**
   * Names in an outline end in the word for what they are: the protocol has kinds of programs alone, and a reader of the screen
   * would say *property* of a commitment.
   */
  readonly spokenKinds?: boolean;
  /** The folder of the pages about rules, as a uri, where the server cannot look for it by itself. */
  readonly rulePages?: string;
  /** The section `rapporteur`, as `workspace/configuration` gives it: the table in docs/editor.md. */
  readonly settings?: unknown;
}

export interface StatusParams {
  readonly state: 'reading' | 'ready';
  /** How many briefs and registries are known. */
  readonly pages: number;
  readonly errors: number;
  readonly warnings: number;
  readonly overdue: number;
}

export interface EntitiesParams {
  /** Matched against names, other names and ids; empty: all. */
  readonly query: string;
  /** A document: only of its workspace. */
  readonly uri?: string;
  /** At most so many; absent: 1,000. */
  readonly limit?: number;
}

export interface EntityItem {
  readonly id: string;
  readonly kind: string;
  /** The kind for a person to read: `Person`. */
  readonly title: string;
  /** One of VS Code's product icons, by its id: `briefcase`. */
  readonly icon: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly description: string;
  readonly mentions: number;
  readonly location: Location;
}

/** Some of a list in groups: without `group` the groups, with it what is in one of them. */
export interface ListParams {
  /** Only what has these words, in any order, in anything that is shown of it. */
  readonly query?: string;
  /** The key of a group. */
  readonly group?: string;
  /** How many are left out at the beginning; absent: none. */
  readonly offset?: number;
  /** At most so many; absent: 200. */
  readonly limit?: number;
}

export interface ListPage<Item> {
  /** Pages of one revision belong together. */
  readonly revision: number;
  /** How many there are in all: groups, or items of the group. */
  readonly total: number;
  /** How many commitments of the whole list are overdue. */
  readonly overdue: number;
  readonly groups: readonly ListGroup[];
  readonly items: readonly Item[];
}

export interface ListGroup {
  readonly key: string;
  /** For a person to read. */
  readonly title: string;
  /** One of VS Code's product icons, by its id; empty: none says more than the title. */
  readonly icon: string;
  readonly count: number;
  /** Of commitments: how many of them are overdue. */
  readonly overdue: number;
}

export interface ListChangedParams {
  readonly list: 'commitments' | 'entities' | 'brief' | 'overview';
}

/**
 * What is in one brief: its findings, its commitments in reading order, and by kind who and what it mentions, in the order of
 * the first mentions. The groups are `findings`, `commitments`, and kinds.
 */
export interface BriefParams extends Omit<ListParams, 'query'> {
  readonly uri: string;
  /** What a cursor there is on, with its group; absent: what `group` says. */
  readonly at?: Position;
  /** The key of an item of the group, or the id of an entity: it alone is wanted, as it is now. */
  readonly item?: string;
}

export type BriefItem =
  | ({ readonly type: 'commitment' } & CommitmentItem)
  /** `mentions`: in this brief; `location`: of the first of them. */
  | ({ readonly type: 'entity' } & ListedEntity)
  | {
      readonly type: 'finding';
      readonly key: string;
      readonly rule: string;
      readonly message: string;
      readonly severity: 'error' | 'warning' | 'info' | 'hint';
      readonly location: Location;
    };

/** A commitment is in the group of each of its parties. A brief's key is its uri. */
export interface CommitmentsParams extends ListParams {
  readonly by: 'due' | 'status' | 'party' | 'agreement' | 'brief';
  /** The key of an item: it alone is wanted, as it is now. */
  readonly item?: string;
}

/** By kind; the items of a kind are in the order of their names. */
export interface EntityListParams extends ListParams {
  readonly by: 'kind';
  /** An id: only of the workspace that has it. */
  readonly beside?: string;
  /** An id: it alone is wanted, as it is now. */
  readonly item?: string;
}

export interface ListedEntity extends Omit<EntityItem, 'title' | 'icon'> {
  /** How many commitments it owes, is owed, or has under it. */
  readonly promises: number;
}

/** Cursors or selections in a brief. */
export interface MentionsParams {
  readonly uri: string;
  readonly ranges: readonly Range[];
}

/** A mention, or words that could be one. */
export interface MentionAt {
  readonly words: string;
  readonly isTagged: boolean;
  /** As it is written in the tag; empty: it has none. */
  readonly kind: string;
  readonly means: readonly MentionCandidate[];
  /** Whether the words are a name of theirs. */
  readonly isName: boolean;
  /** Who else may be meant, the likeliest first. */
  readonly likely: readonly MentionCandidate[];
  /** In how many other places of the brief the same words have no tag. */
  readonly others: number;
}

export interface MentionCandidate {
  readonly id: string;
  readonly kind: string;
  /** The kind for a person to read: `Person`. */
  readonly title: string;
  /** One of VS Code's product icons, by its id. */
  readonly icon: string;
  readonly name: string;
}

/** Says of words who is meant: tags them, or changes their tags. */
export interface MentionParams extends MentionsParams {
  /**
   * With `ids` somebody who is known, with `remember: true` by these words from now on; without, somebody new who is called so.
   * `null`: nobody, and the tags are taken away.
   */
  readonly means: {
    readonly kind: string;
    readonly ids?: readonly string[];
    readonly remember?: boolean;
  } | null;
  /** Whether the same words elsewhere in the brief are tagged too. */
  readonly everywhere?: boolean;
  /** Whether the server has the client make the changes; absent: yes, where the client can. */
  readonly apply?: boolean;
}

export interface MentionResult {
  /** For the brief and the registries; `null`: there is nothing to change. */
  readonly edit: WorkspaceEdit | null;
  readonly applied: boolean;
  /** How many mentions are changed or made, and how many of the ranges cannot be. */
  readonly changed: number;
  readonly left: number;
}

/** The terms of a commitment as they are written; empty: it is not said. */
export interface CommitmentTerms {
  readonly by: readonly string[];
  /** May hold `each-other`. */
  readonly to: readonly string[];
  readonly source: readonly string[];
  /** A day, month or year; or words that say none. */
  readonly due: string;
  readonly dueText: string;
  readonly strength: string;
}

/** Makes the terms of the commitment at a place others; those that are absent stay. */
export interface TermsParams {
  readonly uri: string;
  readonly position: Position;
  readonly terms: Partial<CommitmentTerms>;
  /** Of the brief as a whole, wherever the position is: only a `source`, where it names none. */
  readonly of?: 'brief';
  /** Whether the server has the client make the changes; absent: yes, where the client can. */
  readonly apply?: boolean;
}

export interface TermsResult {
  /** `null`: there is nothing to change, or an id or a day is not one. */
  readonly edit: WorkspaceEdit | null;
  readonly applied: boolean;
}

/** Makes two entries of a registry that are one into one. Ids. */
export interface MergeParams {
  readonly from: string;
  /** What is kept. */
  readonly into: string;
  /** Whether the server has the client make the changes; absent: yes, where the client can. */
  readonly apply?: boolean;
}

export interface MergeResult {
  /** `null`: they cannot be merged. */
  readonly edit: WorkspaceEdit | null;
  readonly applied: boolean;
  /** Why they cannot be merged. */
  readonly refused?: string;
}

export interface CommitmentItem {
  /** The same for as long as no commitment before it in its brief comes or goes. */
  readonly key: string;
  readonly id: string | undefined;
  readonly words: string;
  /** Names, not ids. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly under: string | undefined;
  readonly status: string;
  readonly overdue: boolean;
  /** In words: `due in 40 days`; empty if nothing is said. */
  readonly due: string;
  /** `31 December 2025`, or the words that stand for it; empty if there is none. */
  readonly deadline: string;
  /** `extended twice`; empty: never. */
  readonly extended: string;
  /** `scored +1 (G20 Research Group)`; empty: nobody has assessed it. */
  readonly scores: string;
  /** The title of its brief. */
  readonly brief: string;
  readonly location: Location;
}

/** What is drawn over a text, so that it reads like prose. */
export interface MarksParams {
  readonly uri: string;
  /** What is seen; absent: all. */
  readonly range?: Range;
}

export interface DocumentMarks {
  /** Of the document; `null`: it is not open. */
  readonly version: number | null;
  /** Outside of what is written around the words of tags. */
  readonly words: readonly MarkedWords[];
  /** The outer before the inner. */
  readonly tags: readonly MarkedTag[];
}

/** Words in one line that mean something. No two overlap. */
export interface MarkedWords {
  readonly range: Range;
  /** As it is written in a tag. */
  readonly kind: string;
  readonly overdue: boolean;
}

export interface MarkedTag {
  readonly range: Range;
  /** What is written around its words, without `words`. */
  readonly syntax: readonly Range[];
  /** What means something in it: the word after the colon, ids. */
  readonly words: readonly MarkedWords[];
  readonly promise?: {
    readonly range: Range;
    readonly standing: 'open' | 'overdue' | 'over';
    /** `overdue by 15 days`, `fulfilled`; empty: there is nothing to say. */
    readonly chip: string;
    /** Where the tag ends. */
    readonly end: Position;
  };
}

/** Commitments as charts. */
export interface OverviewParams {
  /** As of {@link ListParams}. */
  readonly query?: string;
  /** Only what one owes the other, by name; empty: nobody is named. */
  readonly pair?: { readonly by: string; readonly to: string };
  /** The revision that the client has: rows that it has are not sent again. */
  readonly known?: number;
}

/** Places on the axis of time are from 0 to 1. */
export interface Overview<Row = OverviewRow> {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly todayAt: number;
  readonly total: number;
  /** How many of them are in no lane and no list, because there are too many. */
  readonly left: number;
  /** By who must act; empty: nobody is named. */
  readonly lanes: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  /** Without a day. */
  readonly undated: readonly Row[];
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** Names, those with most commitments first; empty: nobody is named. */
  readonly matrix: {
    readonly by: readonly string[];
    readonly to: readonly string[];
    readonly cells: readonly {
      readonly by: string;
      readonly to: string;
      readonly count: number;
      readonly open: number;
      readonly overdue: number;
    }[];
  };
}

/** As it is sent: a row that the client has is called by its key. */
export interface SentOverview extends Overview<OverviewRow | string> {
  readonly revision: number;
}

export interface OverviewRow extends CommitmentItem {
  readonly standing: 'open' | 'overdue' | 'over';
  /** Where its deadline is on the axis. */
  readonly from?: number;
  readonly until?: number;
}

export interface DiagramParams extends OverviewParams {
  readonly view: 'timeline' | 'graph';
}

/** In the language of Mermaid. */
export interface Diagram {
  readonly text: string;
}

/** All that is found, whatever `diagnostics.scope` says. */
export interface CheckResult {
  /** How many briefs and registries were looked at. */
  readonly pages: number;
  /** Those with findings, in order of their uris. */
  readonly files: readonly { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }[];
}

export interface DeadlineParams {
  /** Of a brief: words are counted from its date. */
  readonly uri: string;
  /** `by the end of the year`, `31.10.2025`. */
  readonly words: string;
}

export interface DeadlineResult {
  /** `vague`: words that name no day. */
  readonly type: 'date' | 'vague' | 'refused';
  /** EDTF, where it is a date. */
  readonly edtf?: string;
  /** What it is read as, or why it is not read. */
  readonly reason: string;
}

export interface StripParams {
  readonly uri: string;
  /** Absent: the whole text. */
  readonly range?: Range;
}

export interface StripResult {
  readonly text: string;
}

/** Something that is to become Markdown: HTML or plain text of a clipboard, or a file. */
export interface ImportParams {
  readonly document:
    | { readonly html: string }
    | { readonly text: string }
    | { readonly name: string /** Base64. */; readonly bytes: string };
  /** `false`: without comments; `nameless`: without the names of those who wrote them. */
  readonly comments?: boolean | 'nameless';
  /** The number of the first footnote, where the text goes into one that has some; absent: 1. */
  readonly firstFootnote?: number;
  /** What files of pictures are called; absent: they are left out. */
  readonly pictures?: { readonly stem: string; readonly taken: readonly string[] };
}

export type ImportResult =
  | {
      readonly markdown: string;
      /** What a file says of itself, as the front matter of a brief, or empty. */
      readonly frontMatter: string;
      /** What the document calls itself. */
      readonly title?: string;
      readonly pictures: readonly {
        readonly name: string /** Base64. */;
        readonly bytes: string;
      }[];
      /** What came along that cannot be seen at once, and what did not, a sentence each. */
      readonly account: readonly string[];
    }
  | {
      /** Why it cannot be read, to go behind its name: "is broken: …". */
      readonly refused: string;
    };

export interface PreviewParams {
  readonly uri: string;
}

/** What the preview shows beside a thing's words. Plain text; the preview escapes it. */
export interface PreviewTips {
  /** By id of an entity or commitment. */
  readonly cards: Readonly<Record<string, PreviewCard>>;
  /** The tags of the text in reading order, the outer before the inner (as `Facts.tags`). */
  readonly tags: readonly PreviewTag[];
  /** The kinds that the workspace added. */
  readonly kinds: readonly PreviewKind[];
  /** Whether every file has been read: before that nothing is said to be unknown. */
  readonly complete: boolean;
}

export interface PreviewKind {
  readonly tag: string;
  /** For a person to read. */
  readonly title: string;
}

export interface PreviewCard {
  readonly title: string;
  /** `Person`, `Commitment` … */
  readonly kind: string;
  readonly lines: readonly string[];
}

export interface PreviewTag {
  /** What the tag says, to find it in a text that was edited since: `tagKey` of the core. */
  readonly key: string;
  /** Keys of `cards`; empty: unresolved. */
  readonly ids: readonly string[];
  /** Of a commitment or update: one line, `United States to India · due 31 December 2025 · active`. */
  readonly state?: string;
  readonly overdue?: boolean;
}

export interface ListFilesParams {
  /** The root folder's uri; answers are uris below it. Registries, configurations, Markdown files. */
  readonly root: string;
}

export interface FileParams {
  readonly uri: string;
}

/** `bytes` is base64. */
export type FileContent = { readonly bytes: string } | { readonly fault: string };

/** How sure a suggestion is. */
export type SuggestionCertainty = 'certain' | 'likely' | 'possible';

export interface SuggestionsParams {
  readonly uri: string;
  /** The least certain that is wanted; absent: what `suggest` in rapporteur.yaml says, or likely. */
  readonly level?: SuggestionCertainty;
  readonly corrections?: readonly SuggestionCorrection[];
}

/**
 * What somebody who goes through suggestions knows better: whom some of them mean, by the key of a group, for all of it, or of
 * one suggestion; or the terms of a promise, by its key.
 */
export type SuggestionCorrection =
  | { readonly of: string; readonly means: SuggestionMeaning }
  | { readonly of: string; readonly terms: Partial<SuggestionTerms> };

/**
 * `ids`: what is registered, with the words as one more of its names if `remember` is true. `name`: something new; what is
 * suggested by that kind and name is the same then.
 */
export type SuggestionMeaning =
  | { readonly kind: string; readonly ids: readonly string[]; readonly remember?: boolean }
  | { readonly kind: string; readonly name: string };

/** Who promises to whom, until when. Parties by id, or by the key of the group that proposes them. Empty: it is not said. */
export interface SuggestionTerms {
  readonly by: readonly string[];
  readonly for: readonly string[];
  /** May hold `each-other`. */
  readonly to: readonly string[];
  readonly saidBy: readonly string[];
  /** Where, and under what, it is promised. */
  readonly at: string;
  readonly under: string;
  /** A day, month or year; or words that say none. */
  readonly due: string;
  readonly dueText: string;
}

/** Words that are to be tagged, whatever is suggested. */
export interface SuggestionAddition {
  readonly range: Range;
  readonly means: SuggestionMeaning;
  /** Whether these words are tagged wherever they are in the document. */
  readonly everywhere?: boolean;
}

/** What could be tagged in a document, together what means the same. */
export interface SuggestionReview {
  /** Of the document; `null`: it is not open. */
  readonly version: number | null;
  /** In the order in which they are gone through. */
  readonly groups: readonly SuggestionGroup[];
}

export interface SuggestionGroup {
  readonly key: string;
  readonly section: 'entities' | 'commitments' | 'dates' | 'descriptions';
  readonly kind: string;
  /** The kind for a person to read: `Person`. */
  readonly kindTitle: string;
  /** One of VS Code's product icons, by its id. */
  readonly icon: string;
  /** A name, the words of a promise, a date. */
  readonly title: string;
  /** Who promises what to whom; which day; or empty. */
  readonly detail: string;
  /** The id that would be new in a registry; absent: nothing would be. */
  readonly newId?: string;
  /** In reading order. */
  readonly items: readonly SuggestionItem[];
}

export interface SuggestionItem {
  readonly key: string;
  readonly type: 'mention' | 'commitment';
  readonly kind: string;
  /** Without the tags that are in them. */
  readonly words: string;
  readonly range: Range;
  /** Of the sentence, or sentences, around it. */
  readonly sentence: Range;
  /** What is meant; of a date its EDTF value; empty: something new, or nobody knows. */
  readonly ids: readonly string[];
  /** Who may be meant where several are called so, by id. */
  readonly candidates: readonly string[];
  readonly level: SuggestionCertainty;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Why, in one sentence. */
  readonly reason: string;
  /** Of a promise. */
  readonly terms?: SuggestionTerms;
  /** What tags it; what it needs in a registry comes with {@link COMMANDS.annotate}. */
  readonly edits: readonly TextEdit[];
}

/** Tags some of what is suggested in a document: all that is so certain, or those that are named. */
export interface AnnotateParams {
  readonly uri: string;
  /** The keys of suggestions. */
  readonly accept?: readonly string[];
  /** The least certain that is tagged; absent: certain, and with `accept` as in the question about suggestions. */
  readonly level?: SuggestionCertainty;
  /** Only those that touch it. */
  readonly range?: Range;
  readonly corrections?: readonly SuggestionCorrection[];
  /** They are tagged as well, with what is new in the registry; with `accept: []` nothing else. */
  readonly additions?: readonly SuggestionAddition[];
  /** Whether the server has the client make the changes; absent: yes, where the client can. */
  readonly apply?: boolean;
}

export interface AnnotateResult {
  /** For the brief and the registries; `null`: there is nothing to change. */
  readonly edit: WorkspaceEdit | null;
  readonly applied: boolean;
  /** How many tags, and how many new entries in registries. */
  readonly tags: number;
  readonly entries: number;
  /** What was wanted and cannot be done. */
  readonly left: readonly {
    readonly key: string;
    readonly words: string;
    readonly reason: string;
  }[];
}

/** Which commitments a report is about. What is absent is not asked about. */
export interface ReportParams {
  /** The name of a format: then the report itself; absent: what there is to choose from. */
  readonly format?: string;
  /** All tables of it, where a format has one file as well. */
  readonly into?: 'folder';
  /** Uris; absent: all. */
  readonly briefs?: readonly string[];
  /** Ids. */
  readonly parties?: readonly string[];
  /** `overdue`, `open`, `closed`, or what became of it. */
  readonly statuses?: readonly string[];
  /** EDTF: only what is due in it. */
  readonly period?: string;
  /** The day it is as of; absent: today. */
  readonly today?: string;
}

/** What there is to choose from, as of the day, and what a report of the choice holds. */
export interface ReportPlan {
  readonly today: string;
  readonly formats: readonly {
    readonly name: string;
    /** Without the dot. */
    readonly extension: string;
    readonly summary: string;
    /** Whether it can be one file, and whether it can be several in a folder. */
    readonly file: boolean;
    readonly folder: boolean;
  }[];
  readonly briefs: readonly {
    readonly uri: string;
    readonly file: string;
    readonly title: string;
    readonly commitments: number;
  }[];
  /** Who has promised most first. */
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly commitments: number;
  }[];
  readonly statuses: readonly { readonly status: string; readonly commitments: number }[];
  readonly holds: {
    readonly briefs: number;
    readonly commitments: number;
    readonly overdue: number;
    readonly entities: number;
    readonly mentions: number;
  };
}

export interface ReportResult {
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  /** What the format has no place for: words. */
  readonly leftOut: readonly string[];
}
