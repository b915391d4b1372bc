import {
  Disposable,
  l10n,
  type QuickInput,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode';

/** Where in a form a step is. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  /** What stood there when somebody went back from it. */
  unfinished?: { readonly value: string } | { readonly ticked: ReadonlySet<string> } | undefined;
}

/**
 * Asks for one thing, and puts the answer into the draft; `back`: to the step before; `left`: no more of it; `passed`: there is
 * nothing to ask, in whichever direction.
 */
export type Step<Draft> = (
  draft: Draft,
  place: StepPlace,
) => Promise<'next' | 'back' | 'left' | 'passed'>;

/** Goes through the steps, in both directions; what was typed and ticked stays. `false`: somebody left the form. */
export async function runSteps<Draft>(
  title: string,
  draft: Draft,
  steps: readonly Step<Draft>[],
): Promise<boolean> {
  let way = 1;
  const places = steps.map((_, at): StepPlace => {
    return { title, step: at + 1, totalSteps: steps.length };
  });
  for (let at = 0; at < steps.length; ) {
    const [step, place] = [steps[at], places[at]];
    const answer = (step && place && (await step(draft, place))) ?? 'left';
    if (answer === 'left') return false;
    if (answer !== 'passed') way = answer === 'next' ? 1 : -1;
    at = Math.max(0, at + way);
  }
  return true;
}

interface Picking<Item extends QuickPickItem> {
  readonly items: readonly Item[];
  readonly chosen: readonly Item[];
  readonly hint: string;
  readonly many: boolean;
  /** An item for what is typed and no item is called; `undefined`: it can be none. */
  readonly typed?: (words: string) => Item | undefined;
  /** Why these cannot be chosen together; `undefined`: they can. */
  readonly fault?: (chosen: readonly Item[]) => string | undefined;
}

export async function pickStep<Item extends QuickPickItem>(
  place: StepPlace,
  { items, chosen, hint, many, typed, fault }: Picking<Item>,
): Promise<readonly Item[] | 'back' | 'left'> {
  const pick = window.createQuickPick<Item>();
  const { unfinished } = place;
  const before = unfinished !== undefined && 'ticked' in unfinished ? unfinished.ticked : undefined;
  pick.placeholder = hint;
  pick.canSelectMany = many;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  if (many) pick.selectedItems = before ? items.filter((item) => before.has(nameOf(item))) : chosen;
  else if (chosen.length > 0) pick.activeItems = chosen;
  const keep = (): StepPlace['unfinished'] =>
    many ? { ticked: new Set(pick.selectedItems.map(nameOf)) } : undefined;
  return shown(pick, place, keep, (end) => [
    pick.onDidChangeValue((words) => {
      const made = typed?.(words.trim());
      if (typed !== undefined) pick.items = made === undefined ? items : [...items, made];
    }),
    pick.onDidAccept(() => {
      // Of a list that is not there yet nothing is taken.
      if (!many && pick.selectedItems.length === 0) return;
      const wrong = fault?.(pick.selectedItems);
      if (wrong === undefined) end([...pick.selectedItems]);
      // A list has no place for a message but these words.
      else pick.placeholder = wrong;
    }),
  ]);
}

/** The same for an item of a list that is made anew. */
function nameOf({ label, description = '' }: QuickPickItem): string {
  return `${label} ${description}`;
}

/** What is said of an entry while it is typed: what it is read as, or why it is refused. */
export type Judged = { readonly fault: string } | { readonly reading: string };

interface Typing {
  readonly value: string;
  readonly prompt: string;
  readonly judge?: (value: string) => Promise<Judged>;
}

export async function typeStep(
  place: StepPlace,
  { value, prompt, judge }: Typing,
): Promise<{ readonly value: string } | 'back' | 'left'> {
  const box = window.createInputBox();
  const { unfinished } = place;
  box.ignoreFocusOut = true;
  box.value = unfinished !== undefined && 'value' in unfinished ? unfinished.value : value;
  box.prompt = prompt;
  const look = async (typed: string): Promise<boolean> => {
    const judged = await judge?.(typed);
    if (box.value !== typed) return false;
    const isWrong = judged !== undefined && 'fault' in judged;
    box.validationMessage = isWrong ? judged.fault : undefined;
    box.prompt =
      judged !== undefined && !isWrong && judged.reading !== '' ? judged.reading : prompt;
    return !isWrong;
  };
  // What nobody has written yet is not wrong.
  if (box.value !== '') void look(box.value);
  const keep = (): StepPlace['unfinished'] => ({ value: box.value });
  return shown(box, place, keep, (end) => [
    box.onDidChangeValue((typed) => void look(typed)),
    box.onDidAccept(async () => {
      const typed = box.value;
      if (await look(typed)) end({ value: typed.trim() });
    }),
  ]);
}

/** Until it is answered, left, or gone back from. */
function shown<Answer>(
  input: QuickInput & { buttons: readonly unknown[]; onDidTriggerButton: unknown },
  place: StepPlace,
  keep: () => StepPlace['unfinished'],
  listen: (end: (answer: Answer) => void) => readonly Disposable[],
): Promise<Answer | 'back' | 'left'> {
  return new Promise((resolve) => {
    const box = input as ReturnType<typeof window.createInputBox>;
    const { title, step, totalSteps } = place;
    Object.assign(input, { title, step, totalSteps });
    if (step > 1) box.buttons = [QuickInputButtons.Back];
    const end = (answer: Answer | 'back' | 'left'): void => {
      place.unfinished = answer === 'back' ? keep() : undefined;
      resolve(answer);
      Disposable.from(...listening).dispose();
      input.dispose();
    };
    const listening = [
      ...listen(end),
      box.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) end('back');
      }),
      input.onDidHide(() => end('left')),
    ];
    input.show();
  });
}

/** `guess`: what a draft begins with, and why; shown beside it. */
export function guessed(reason: string): string {
  return l10n.t('guessed: {0}', reason);
}
