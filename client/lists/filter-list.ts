import { window } from 'vscode';

interface Filtered {
  readonly query: string;
  filter(query: string): void;
}

interface FilterWords {
  readonly title: string;
  readonly hint: string;
}

/** How long nobody types before the list follows, in milliseconds. */
const QUIET_MS = 150;

/** Asks for the words that a list must have; the list follows what is typed. Escape leaves it as it was. */
export function filterList(list: Filtered, { title, hint }: FilterWords): Promise<void> {
  const before = list.query;
  const input = window.createInputBox();
  Object.assign(input, { title, placeholder: hint, value: before });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let accepted = false;
  input.onDidChangeValue((value) => {
    clearTimeout(timer);
    timer = setTimeout(() => list.filter(value.trim()), QUIET_MS);
  });
  input.onDidAccept(() => {
    accepted = true;
    input.hide();
  });
  input.show();
  return new Promise((resolve) => {
    input.onDidHide(() => {
      clearTimeout(timer);
      const wanted = accepted ? input.value.trim() : before;
      if (wanted !== list.query) list.filter(wanted);
      input.dispose();
      resolve();
    });
  });
}
