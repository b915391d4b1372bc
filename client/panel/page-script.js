// Runs in the panel: switches between its views, and says what was chosen. It makes no markup.
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
    vscode.setState({ ...vscode.getState(), shown: 'table' });
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

show(vscode.getState()?.shown ?? 'timeline');
