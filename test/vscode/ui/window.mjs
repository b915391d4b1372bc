// A window of VS Code in a browser, driven as a person drives it: by keys, and by the mouse where only a
// mouse will do. Everything waits for what it wants to see; nothing sleeps.
import assert from 'node:assert/strict';

const CURSOR = '‸';

/** What is looked for on the screen, by the names that VS Code gives its parts. */
export const PARTS = {
  action: '.action-widget .action',
  changes: '.bulk-edit-panel',
  cursor: '.editor-instance:visible .cursors-layer .cursor',
  editor: '.part.editor',
  entry: '.quick-input-widget:visible .monaco-list-row',
  hover: '.monaco-hover:not(.hidden):visible',
  input: '.quick-input-widget:visible input',
  lens: '.editor-instance:visible .codelens-decoration',
  line: '.editor-instance:visible .view-line',
  list: '.quick-input-widget:visible',
  outline: '.outline-pane .monaco-list-row',
  panel: '.part.panel',
  peek: '.peekview-widget',
  problem: '.markers-panel .monaco-list-row',
  rename: '.rename-box:visible',
  status: '.statusbar-item[id^="rapporteur."]',
  suggestion: '.suggest-widget.visible .monaco-list-row',
  tab: '.tab.active',
};

/** The words of an element as they are read: what VS Code writes with unbreakable blanks has blanks. */
export async function wordsOf(locator) {
  return (await locator.innerText()).replaceAll('\u00a0', ' ').trim();
}

/** Resolves when `check` no longer throws, and throws what it throws when that takes too long. */
export async function eventually(check) {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Drives the workbench that `page` shows. */
export function windowOf(page) {
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** The first one with these words, once it is there. */
  const see = async (selector, text) => {
    const found = page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    await found.waitFor();
    return found;
  };
  const gone = (selector) => page.locator(selector).first().waitFor({ state: 'hidden' });
  const hands = { page, press, see, gone };
  return {
    ...hands,
    type: (text) => page.keyboard.type(text),
    open: (file) => open(hands, file),
    pick: (text) => pick(hands, text),
    command: (title) => command(hands, title),
    pressFor: (key, selector) => pressFor(hands, key, selector),
    goTo: (words) => goTo(hands, words),
    pointAtCursor: (words) => pointAtCursor(hands, words),
    seeCursorIn: (words) => seeCursorIn(hands, words),
    revert: () => revert(hands),
  };
}

/** Puts a text where a paste finds it: what is typed comes letter by letter. */
export async function pasteboard({ page }, text) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
}

/** Puts what a program copies on the clipboard, by its types: `text/html`. */
export async function clipboard({ page }, contents) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((all) => {
    const blobs = Object.entries(all).map(([type, text]) => [type, new Blob([text], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, contents);
}

/** Opens a file by a part of its path, by Ctrl+P. */
async function open({ press, see }, file) {
  const name = file.split('/').at(-1);
  await press('Control+P');
  await (await see(PARTS.input)).fill(file);
  await see(`${PARTS.entry}.focused`, name);
  await press('Enter');
  await see(`${PARTS.tab}[data-resource-name="${name}"]`);
  await see(PARTS.line);
}

async function command(hands, title) {
  await pressFor(hands, 'F1', PARTS.input);
  await pick(hands, title, '>');
}

/** Presses a key until it shows something: in a window that has just opened, or while a list closes, VS Code does not listen. */
async function pressFor({ page, press }, key, selector) {
  for (let tries = 1; ; tries += 1) {
    await press(key);
    try {
      return await page.locator(selector).first().waitFor({ timeout: 4000 });
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

/** Writes into an open list and takes the entry of this name. */
async function pick({ page, see }, text, before = '') {
  await (await see(PARTS.input)).fill(before + text);
  await page.locator(PARTS.entry).getByText(text, { exact: true }).first().click();
}

/** Puts the cursor where `‸` stands in `words` (the first such words in one line), by Ctrl+F. */
async function goTo({ page, press, see, gone }, words) {
  const [before, after] = words.split(CURSOR);
  assert(after !== undefined, `where is the ${CURSOR} in "${words}"?`);
  await press('Control+Home', 'Control+F');
  const input = await see('.find-widget.visible .find-part textarea');
  // Words that stand there already are not looked for again.
  for (const text of ['', before + after]) await input.fill(text);
  await page.locator('.find-widget.visible .matchesCount', { hasText: /^1 of \d/ }).waitFor();
  await press('Escape');
  await gone('.find-widget.visible');
  await press('ArrowLeft', ...Array(before.length).fill('ArrowRight'));
}

/** Rests the mouse on the character behind the cursor, and resolves to the hover with these words. */
async function pointAtCursor({ page, see }, words) {
  await see(PARTS.cursor);
  const { x, y, height } = await page.evaluate(resting, inPage(PARTS.cursor));
  await page.mouse.move(x + 6, y + height / 2 + 2);
  await page.mouse.move(x + 5, y + height / 2);
  return see(PARTS.hover, words);
}

/** Runs in the page: where an element is once it has stopped moving. */
async function resting(selector) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const box = () => {
    const all = [...document.querySelectorAll(selector)];
    return all.find((each) => each.checkVisibility()).getBoundingClientRect();
  };
  let before = box();
  for (let still = 0; still < 10; ) {
    await frame();
    const now = box();
    still = now.x === before.x && now.y === before.y ? still + 1 : 0;
    before = now;
  }
  return { x: before.x, y: before.y, height: before.height };
}

/** Waits until the cursor stands in a line with these words. */
async function seeCursorIn({ page, see }, words) {
  await see(PARTS.cursor);
  await page.waitForFunction(cursorIsIn, {
    words,
    cursor: inPage(PARTS.cursor),
    line: inPage(PARTS.line),
  });
}

/** Runs in the page, until it is true. */
function cursorIsIn({ words, cursor, line }) {
  const shown = (selector) =>
    [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const box = shown(cursor)[0]?.getBoundingClientRect();
  if (box === undefined) return false;
  const middle = (box.top + box.bottom) / 2;
  const found = shown(line).find((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    return top <= middle && middle < bottom;
  });
  return found?.textContent.replaceAll('\u00a0', ' ').includes(words) === true;
}

/** A selector without what only playwright knows. */
function inPage(selector) {
  return selector.replaceAll(':visible', '');
}

/** Takes back all that was not saved in the active editor. */
async function revert(hands) {
  await command(hands, 'File: Revert File');
  await hands.gone(`${PARTS.tab}.dirty`);
}
