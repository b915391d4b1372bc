// The steps of a form, with a VS Code of a few lines.
import assert from 'node:assert/strict';
import test from 'node:test';
import { loadClientModule } from './support/client-module.js';

const BACK = { name: 'back' };

/** A box or a list on the screen. */
interface Shown {
  value: string;
  selectedItems: readonly { readonly label: string }[];
  items: readonly { readonly label: string }[];
  readonly step: number;
  accept(): void;
  press(button: object): void;
}

test('what is typed and ticked stays for whoever goes back and comes again', async () => {
  const screen: Shown[] = [];
  const input = (): object => {
    const listeners: { accept?: () => void; button?: (button: object) => void } = {};
    return {
      ...{ value: '', items: [], selectedItems: [] },
      onDidChangeValue: () => undefined,
      onDidHide: () => undefined,
      onDidAccept(listener: () => void) {
        listeners.accept = listener;
      },
      onDidTriggerButton(listener: (button: object) => void) {
        listeners.button = listener;
      },
      accept: () => listeners.accept?.(),
      press: (button: object) => listeners.button?.(button),
      show(this: Shown) {
        screen.push(this);
      },
      dispose: () => undefined,
    };
  };
  const { pickStep, runSteps, typeStep } = await loadClientModule<
    typeof import('../client/multi-step.js')
  >('client/multi-step.ts', {
    vscode: {
      Disposable: { from: () => ({ dispose: () => undefined }) },
      QuickInputButtons: { Back: BACK },
      window: { createInputBox: input, createQuickPick: input },
    },
  });
  const list = [{ label: 'India' }, { label: 'France' }];
  const draft = { due: '', to: [] as readonly string[] };
  const running = runSteps<typeof draft>('Promise', draft, [
    async (_, place) => {
      const answer = await typeStep(place, { value: 'first', prompt: '' });
      return typeof answer === 'string' ? answer : 'next';
    },
    async (made, place) => {
      const items = list.map((item) => ({ ...item }));
      const chosen = items.filter(({ label }) => made.to.includes(label));
      const answer = await pickStep(place, { items, chosen, hint: '', many: true });
      if (typeof answer === 'string') return answer;
      made.to = answer.map(({ label }) => label);
      return 'next';
    },
    async (made, place) => {
      const answer = await typeStep(place, { value: made.due, prompt: '' });
      if (typeof answer === 'string') return answer;
      made.due = answer.value;
      return 'next';
    },
  ]);
  /** What is on the screen once all that was done has had its effect. */
  const now = async (step: number): Promise<Shown> => {
    await new Promise(setImmediate);
    const last = screen.at(-1);
    assert(last !== undefined);
    assert.equal(last.step, step);
    return last;
  };
  (await now(1)).accept();
  let parties = await now(2);
  parties.selectedItems = parties.items.slice(1);
  parties.press(BACK);
  (await now(1)).accept();
  parties = await now(2);
  assert.deepEqual(parties.selectedItems, [{ label: 'France' }]);
  parties.accept();
  let due = await now(3);
  due.value = 'next mon';
  due.press(BACK);
  (await now(2)).accept();
  due = await now(3);
  assert.equal(due.value, 'next mon');
  due.value = 'next month';
  due.accept();
  assert.equal(await running, true);
  assert.deepEqual(draft, { due: 'next month', to: ['France'] });
});
