// A hand that counts what it does: a key press with its modifiers, a click, a drag of the mouse and a typed word are one
// action each. Looking and waiting are none.
/** @param window as `windowOf` drives it */
export function countingHand({ page, see }) {
  let count = 0;
  const counted =
    (action) =>
    async (...args) => {
      count += 1;
      return action(...args);
    };
  const key = counted((chord) => page.keyboard.press(chord));
  const click = counted((locator, options) => locator.click(options));
  return {
    count: () => count,
    async press(...chords) {
      for (const chord of chords) await key(chord);
    },
    click,
    /** A row of a list or tree, or a button, by its words. */
    clickOn: async (selector, words, options) => click(await see(selector, words), options),
    async type(words) {
      count += words.split(' ').length;
      await page.keyboard.type(words);
    },
    /** Selects words in the editor by the mouse; `more`: beside what is selected. */
    select: counted(async (words, { more = false, nth = 0, after = '' } = {}) => {
      const { from, to } = await placeOf(page, words, { nth, after });
      if (more) await page.keyboard.down('Alt');
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y);
      await page.mouse.up();
      if (more) await page.keyboard.up('Alt');
    }),
    /** The wheel over a list. */
    wheel: counted(async (locator, by) => {
      const { x, y, width, height } = await locator.boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(100);
    }),
  };
}

/** Where words stand once the editor is at rest. */
async function placeOf(page, words, which) {
  const end = Date.now() + 20_000;
  let before = '';
  // Lenses and hints come a moment after an edit, and move the lines.
  for (let still = 0; ; ) {
    const found = await page.evaluate(placeInEditor, { words, ...which });
    const now = JSON.stringify(found ?? '');
    still = found && now === before ? still + 1 : 0;
    if (still >= REST) return found;
    if (Date.now() > end) throw new Error(`“${words}” cannot be seen in the editor`);
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** How often words stand in the lines that are shown. */
export function timesInEditor(page, words) {
  return page.evaluate(countInEditor, words);
}

/** Runs in the page. */
function countInEditor(words) {
  const text = [...document.querySelectorAll('.editor-instance .view-line')]
    .filter((line) => line.checkVisibility())
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map(({ textContent }) => textContent.replaceAll('\u00a0', ' ').trim())
    .join(' ');
  return text.split(words).length - 1;
}

/** So often in a row words are at the same place. */
const REST = 5;

/** Runs in the page: where words begin and end in the lines that are shown, which may be broken within them. */
function placeInEditor({ words, nth, after }) {
  const lines = [...document.querySelectorAll('.editor-instance .view-line')]
    .filter((line) => line.checkVisibility())
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  let text = '';
  const places = [];
  for (const line of lines) {
    if (text !== '' && !text.endsWith(' ')) {
      text += ' ';
      places.push(places.at(-1));
    }
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      for (let at = 0; at < node.data.length; at += 1) {
        text += node.data[at] === '\u00a0' ? ' ' : node.data[at];
        places.push({ node, at });
      }
  }
  let start = -1;
  for (let count = 0; count <= nth; count += 1) {
    start = text.indexOf(after + words, start + 1);
    if (start < 0) return undefined;
  }
  start += after.length;
  const box = ({ node, at }) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const [first, last] = [box(places[start]), box(places[start + words.length - 1])];
  const isSeen = ({ top, bottom }) => {
    const { top: from, bottom: to } = document
      .querySelector('.editor-instance .monaco-scrollable-element')
      .getBoundingClientRect();
    return from <= top && bottom <= to;
  };
  if (!isSeen(first) || !isSeen(last)) return undefined;
  return {
    from: { x: first.left + 1, y: (first.top + first.bottom) / 2 },
    to: { x: last.right, y: (last.top + last.bottom) / 2 },
  };
}
