import type { Fault } from '../brief/index.js';
import type { Span, TextEdit } from '../text/index.js';
import type { Page, Workspace } from '../workspace/index.js';
import { isHarmless, type Paragraphs } from './harmless.js';
import type { Fix, Rule } from './rule.js';
import { shortened } from './wording.js';

/** What a reader found wrong: the words of {@link Fault.detail}, and the characters, shortened. */
export interface FaultText {
  readonly detail: Readonly<Record<string, string | undefined>>;
  /** The characters of the fault's span, as they stand. */
  readonly written: string;
  /** Of the page, for a rule that must look around. */
  readonly text: string;
  readonly span: Span;
}

export interface FaultRule extends Omit<Rule, 'check' | 'needs' | 'sees'> {
  message(found: FaultText): string;
  /** What its fix is called when the reader that made it has no better name. In the imperative. */
  readonly fix?: string;
  /** The fault with what only the workspace knows of it, such as which ids there are. */
  refine?(page: Page, workspace: Workspace, fault: Fault): Fault;
  /** How a suggestion is to be written when not in place of what is wrong; `undefined`: not at all. */
  offer?(text: string, fault: Fault, wanted: string): Offer | undefined;
  /** What a person may choose to do besides; those that would make another fault are left out. */
  offers?(page: Page, workspace: Workspace, fault: Fault): Iterable<Offer>;
}

/** A way out that is not certain. */
export interface Offer {
  /** In the imperative. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** As in {@link Fix}. */
  readonly toChoose?: true;
}

/**
 * A rule about a slip that the reading itself met: the reader left a fault of the rule's name in the
 * page's facts, and all there is to do is to say it in plain words.
 */
export function faultRule({ message, fix, refine, offer, offers, ...rule }: FaultRule): Rule {
  return {
    ...rule,
    needs: 'faults',
    sees: 'block',
    *check(page, workspace) {
      const paragraphs: Paragraphs = new Map();
      for (const read of page.facts.faults) {
        if (read.rule !== rule.name) continue;
        const fault = refine?.(page, workspace, read) ?? read;
        const found = faultTextOf(page.text, fault);
        const fixes: Fix[] = fault.edits
          ? [correctionOf(page, fault, fix)]
          : [...suggestionOf(page, fault, offer)];
        if (offers !== undefined && fault.edits === undefined)
          for (const { title, edits, ...how } of offers(page, workspace, fault)) {
            if (!isHarmless(workspace, page, fault, edits, paragraphs)) continue;
            const placed = edits.map((edit) => ({ ...edit, page: page.id }));
            fixes.push({ title, edits: placed, certain: false, ...how });
          }
        const finding = { span: fault.span, message: message(found) };
        yield fixes.length > 0 ? { ...finding, fixes } : finding;
      }
    },
  };
}

/** What a message quotes is one short line, whatever stands in the page. */
function faultTextOf(text: string, { detail, span }: Fault): FaultText {
  const written = shortened(text.slice(span.start, Math.min(span.end, span.start + 200)));
  const found = detail.found === undefined ? undefined : shortened(detail.found);
  return { detail: { ...detail, found }, written, text, span };
}

/** A reader gives edits only where they are certain. */
function correctionOf(page: Page, { edits = [], fix }: Fault, title = 'Fix it'): Fix {
  const placed = edits.map((edit) => ({ ...edit, page: page.id }));
  return { title: fix ?? title, edits: placed, certain: true };
}

/** What a reader merely suggests is for a person to take. */
function suggestionOf(
  page: Page,
  fault: Fault,
  offer: FaultRule['offer'] = inPlace,
): readonly Fix[] {
  const { wanted, choices } = fault.detail;
  const all = choices?.split(' ') ?? (wanted === undefined ? [] : [wanted]);
  return all.flatMap((one) => {
    const offered = offer(page.text, fault, one);
    if (offered === undefined) return [];
    const edits = offered.edits.map((edit) => ({ ...edit, page: page.id }));
    return [{ title: offered.title, edits, certain: false }];
  });
}

function inPlace(text: string, { detail, span }: Fault, wanted: string): Offer | undefined {
  const isWhole = detail.found === text.slice(span.start, span.end);
  return isWhole ? changeTo(span, wanted) : undefined;
}

/** Other words in the place of some. */
export function changeTo(span: Span, wanted: string): Offer {
  return { title: `Change to '${wanted}'`, edits: [{ span, text: wanted }] };
}
