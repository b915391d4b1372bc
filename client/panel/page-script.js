// Runs in the panel: switches between its views, says what was chosen, and puts the pieces that have changed into their places.
const vscode = acquireVsCodeApi();
const tabs = [...document.querySelectorAll('[role="tab"]')];
const filter = document.getElementById('filter');

function show(id) {
  for (const tab of tabs) {
    const isShown = tab.getAttribute('aria-controls') === id;
    tab.setAttribute('aria-selected', String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')).hidden = !isShown;
  }
  vscode.setState({ ...vscode.getState(), shown: id });
}

function choose(element) {
  const { key, by, to, do: what } = element.dataset;
  if (key !== undefined) vscode.postMessage({ type: 'open', key });
  else if (by !== undefined) {
    show('table');
    vscode.postMessage({ type: 'pair', by, to });
  } else if (what !== undefined) {
    const { shown } = vscode.getState() ?? {};
    vscode.postMessage({ type: what, view: shown === 'matrix' ? 'graph' : 'timeline' });
  }
}

document.addEventListener('click', ({ target }) => {
  const tab = target.closest('[role="tab"]');
  if (tab !== null) show(tab.getAttribute('aria-controls'));
  const chosen = target.closest('[data-key], [data-by], [data-do]');
  if (chosen !== null) choose(chosen);
});

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  const row = target.closest('.row');
  if (row !== null && (key === 'Enter' || key === ' ')) {
    event.preventDefault();
    choose(row);
  }
  if (row !== null && (key === 'ArrowDown' || key === 'ArrowUp')) {
    event.preventDefault();
    const rows = [...document.querySelectorAll('.row')];
    rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  }
  const at = tabs.indexOf(target);
  if (at >= 0 && (key === 'ArrowRight' || key === 'ArrowLeft')) {
    const next = tabs[(at + (key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length];
    show(next.getAttribute('aria-controls'));
    next.focus();
  }
});

filter.addEventListener('change', () =>
  vscode.postMessage({ type: 'filter', query: filter.value }),
);

/** Pieces that stay are the same elements: who reads or chooses there goes on. */
function change({ id, tag, attributes, order, come }) {
  const part = document.querySelector(`[data-part="${id}"]`);
  for (const [name, value] of attributes) part.setAttribute(name, value);
  const pieces = new Map([...part.children].map((each) => [each.dataset.piece, each]));
  const template = document.createElement('template');
  for (const { key, markup } of come) {
    // An element of a picture is one only inside of a picture.
    template.innerHTML = tag === 'svg' ? `<svg>${markup}</svg>` : markup;
    const made = tag === 'svg' ? template.content.firstChild : template.content;
    const element = made.firstElementChild;
    const before = pieces.get(key);
    const hadFocus = before !== undefined && before === document.activeElement;
    before?.replaceWith(element);
    pieces.set(key, element);
    if (hadFocus) element.focus();
  }
  for (const each of [...part.children]) if (!order.includes(each.dataset.piece)) each.remove();
  for (const [at, key] of order.entries()) {
    const element = pieces.get(key);
    if (part.children[at] !== element) part.insertBefore(element, part.children[at] ?? null);
  }
}

window.addEventListener('message', ({ data: { changes = [] } }) => changes.forEach(change));

show(vscode.getState()?.shown ?? 'timeline');
vscode.postMessage({ type: 'loaded' });
