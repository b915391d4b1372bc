import type {
  ChartRow,
  Day,
  DueGroup,
  Facts,
  HeadingFact,
  PlainValue,
  Span,
  Status,
  Strength,
  Tag,
} from '../../core/index.js';
import type { PlainText } from './plain-text.js';

/**
 * What is known as of a day of some briefs, once for all formats. A list is made when a format asks for it. All of it
 * is words of documents: each format makes them harmless in its own way.
 */
export interface ReportView {
  readonly today: Day;
  /** `2026-01-15` */
  readonly asOf: string;
  /** Which commitments were asked for, for a reader: `only due in 2026`; empty: all of them. */
  readonly chosen: string;
  /** By path. */
  readonly briefs: readonly ReportBrief[];
  /** Of these briefs, the most pressing first. */
  readonly commitments: readonly ReportCommitment[];
  /** What these briefs define or speak of, and what that refers to: by kind, then by name. Sources are among them. */
  readonly entities: readonly ReportEntity[];
  /** By brief and place. */
  mentions(): Iterable<ReportMention>;
  /** What entities and commitments say of each other. */
  relations(): Iterable<ReportRelation>;
}

export interface ReportBrief {
  /** Its path as the reader knows it, with `/`: no two have the same. */
  readonly file: string;
  /** That of its front matter, else its first heading, else its path. */
  readonly title: string;
  /** EDTF. */
  readonly date: string | undefined;
  /** As written: `fr`. */
  readonly lang: string | undefined;
  readonly sources: readonly ReportRef[];
  /** With tags. Spans that say nothing else count in it. */
  readonly text: string;
  readonly facts: Facts;
  /** As it reads without tags: what `rapporteur strip` prints. */
  readonly plain: PlainText;
  readonly headings: readonly HeadingFact[];
  /** In the order of the text, the outer before the inner. */
  readonly mentions: readonly ReportMention[];
  /** In the order of the text. */
  readonly commitments: readonly ReportCommitment[];
  /** Of a place in `text`, from 1. */
  lineAt(offset: number): number;
}

/** Somebody or something that is pointed at. */
export interface ReportRef {
  /** As written; `each-other` where parties promise each other. */
  readonly id: string;
  /** The id in the whole report: of several workspaces the later ones have a number before it. */
  readonly key: string;
  /** Its name; of what nothing defines, its id. */
  readonly name: string;
  /** `undefined`: nothing defines it. */
  readonly kind: string | undefined;
}

export interface ReportCommitment {
  /** No two have the same; it stays as long as its id stays, and its words and brief where it has none. */
  readonly key: string;
  readonly id: string | undefined;
  readonly brief: ReportBrief;
  /** Of its tag. */
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** Its words in the plain text of the brief; `undefined`: a record, it has none there. */
  readonly plain: Span | undefined;
  readonly words: string;
  /** The act, where the words alone do not say it. */
  readonly what: string | undefined;
  readonly by: readonly ReportRef[];
  readonly for: readonly ReportRef[];
  readonly to: readonly ReportRef[];
  readonly under: ReportRef | undefined;
  /** The event. */
  readonly at: ReportRef | undefined;
  readonly saidBy: readonly ReportRef[];
  /** Its condition. */
  readonly if: string | undefined;
  /** EDTF. */
  readonly made: string | undefined;
  /** EDTF, as of the day. */
  readonly due: string | undefined;
  /** Whether nobody wrote the deadline: each format says so wherever it shows it. `deadline` and `urgency` do. */
  readonly dueAssumed: boolean;
  /** EDTF, before updates moved it. */
  readonly dueAtFirst: string | undefined;
  /** How often an update gave it a later deadline. */
  readonly extended: number;
  /** `soon` */
  readonly dueText: string | undefined;
  /** From the first to the last day of `due`, where both are known. */
  readonly days: readonly [first: Day, last: Day] | undefined;
  /** For a reader: `31 December 2025`, `“soon”`; empty if there is none. */
  readonly deadline: string;
  /** For a reader: `overdue by 15 days`; empty if nothing presses. */
  readonly urgency: string;
  /** EDTF. */
  readonly period: string | undefined;
  readonly strength: Strength | undefined;
  readonly strengthFrom: 'attribute' | 'words' | undefined;
  readonly marker: string | undefined;
  /** As of the day; `undefined`: nothing was known then. */
  readonly status: Status | undefined;
  /** For a reader: `in progress`. */
  readonly statusName: string;
  readonly progress: string | undefined;
  readonly overdue: boolean;
  readonly standing: ChartRow['standing'];
  /** `planned, from the word “will”`; empty if nothing says. */
  readonly strengthWords: string;
  /** `limited progress`; empty if nothing says. */
  readonly progressWords: string;
  readonly when: DueGroup;
  /** The lower, the more it presses. */
  readonly press: number;
  readonly sources: readonly ReportRef[];
  /** Ids of other commitments. */
  readonly partOf: readonly string[];
  readonly dependsOn: readonly string[];
  readonly supersedes: readonly string[];
  readonly fulfils: readonly string[];
  /** By day: its own record first, then its updates. */
  readonly history: readonly ReportStep[];
  /** How to assess it, in words. */
  readonly guideline: string | undefined;
  /** By day. */
  readonly assessments: readonly ReportAssessment[];
  /** Where it is spoken of, in any brief of the report. */
  readonly mentions: readonly ReportMention[];
  /** As charts draw it: names, and who owes it to whom. */
  readonly row: ChartRow;
}

/** A step in what happened to a commitment. */
export interface ReportStep {
  readonly status: Status | undefined;
  readonly progress: string | undefined;
  /** A new deadline, EDTF. */
  readonly due: string | undefined;
  /** EDTF. */
  readonly on: string | undefined;
  readonly sources: readonly ReportRef[];
  readonly correction: boolean;
  /** Whether it counts on the day of the report: a later one is not known yet. */
  readonly isKnown: boolean;
  /** For a reader: `fulfilled: Signed at Kuala Lumpur`. */
  readonly said: string;
  /** The words of an update; empty if none. */
  readonly words: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** How well a commitment was kept, as somebody judged it. */
export interface ReportAssessment {
  /** None: the author of the brief. */
  readonly by: readonly ReportRef[];
  readonly score: string;
  /** The name of its scale; `undefined`: no scale has this step. */
  readonly scale: string | undefined;
  /** Counted from the worst step of the scale, 0, to the best, 1; `undefined` where nobody knows. */
  readonly place: number | undefined;
  /** What the step means where it does not say it by itself: `full compliance`. */
  readonly meaning: string | undefined;
  /** Whose part was assessed: those that it names, else all who must act. */
  readonly parties: readonly ReportRef[];
  /** EDTF. */
  readonly on: string | undefined;
  /** EDTF. */
  readonly period: string | undefined;
  readonly sources: readonly ReportRef[];
  readonly words: string;
  /** Whether it is the last word of its assessor on this party as of the day of the report. */
  readonly isLatest: boolean;
  /** Whether it counts on the day of the report. */
  readonly isKnown: boolean;
  /** For a reader: `Pact Watch: +1 (full compliance), 30 June 2026`. */
  readonly said: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface ReportEntity extends ReportRef {
  readonly kind: string;
  /** For a reader: `Person`. */
  readonly kindName: string;
  /** For a reader: `People`. */
  readonly kindPlural: string;
  readonly otherNames: readonly string[];
  readonly description: string;
  /** Web pages about it: whatever was written there. */
  readonly links: readonly string[];
  /** All attributes but its names, by their names with `_`. */
  readonly attributes: { readonly [name: string]: PlainValue };
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** In the briefs of the report, as are the next two. */
  readonly mentions: number;
  readonly owes: number;
  readonly isOwed: number;
}

/** Marked words in a brief. */
export interface ReportMention {
  readonly brief: ReportBrief;
  readonly kind: string;
  readonly role: Tag['role'];
  /** Whom it means; none: nobody is sure. Of a commitment its own id, of an update that which it is of. */
  readonly means: readonly ReportRef[];
  /** Of a date, if it can be read. */
  readonly edtf: string | undefined;
  readonly words: string;
  /** In the plain text of the brief, in UTF-16 units. */
  readonly plain: Span;
  /** Of the whole tag, in the text with tags. */
  readonly span: Span;
  /** The next one around it, as an index into the mentions of its brief. */
  readonly parent: number | undefined;
}

/** One thing that an entity or a commitment says of another: an arrow of a graph. */
export interface ReportRelation {
  /**
   * The name of the attribute (`parties`, `attendees`, `parent`, `memberships.office` …), or `promises`: from each who
   * promises to each to whom.
   */
  readonly type: string;
  readonly from: ReportRef;
  readonly to: ReportRef;
  /** EDTF. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** Of a promise. */
  readonly commitment: ReportCommitment | undefined;
}
