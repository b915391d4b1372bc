import { commands, type Disposable, EventEmitter, type Memento } from 'vscode';

/** Whether briefs are shown so that they read like prose. Remembered of the workspace. */
export interface Reading extends Disposable {
  readonly isOn: boolean;
  toggle(): Promise<void>;
  onChange(listener: () => void): Disposable;
}

const KEY = 'reading';

/** @param memory what is remembered of the workspace */
export function createReading(memory: Memento): Reading {
  const changed = new EventEmitter<void>();
  let isOn = memory.get<boolean>(KEY) === true;
  const tell = (): void => {
    void commands.executeCommand('setContext', 'rapporteur.reading', isOn);
    changed.fire();
  };
  tell();
  return {
    get isOn() {
      return isOn;
    },
    async toggle() {
      isOn = !isOn;
      tell();
      await memory.update(KEY, isOn);
    },
    onChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
