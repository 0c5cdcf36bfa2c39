// The inbox by keyboard, and news of what was felt while it was open. The page works without any of it.

const list = document.querySelector('.list[data-inbox]');
const dialog = document.getElementById('keys');
const OFF = 'firsthand-keys';

if (list) {
  listen();
  if (dialog) keyboard();
}

/** Tells how many more came since the page was drawn; the way to them is a link to this page. */
function listen() {
  const strip = document.getElementById('news');
  if (!strip || !('EventSource' in window)) return;
  const source = new EventSource(`/team/news?since=${encodeURIComponent(strip.dataset.since)}`);
  source.onmessage = ({ data }) => {
    const count = Number(data);
    if (!(count > 0)) return strip.replaceChildren();
    const link = strip.querySelector('a') ?? strip.appendChild(document.createElement('a'));
    link.className = 'button';
    link.href = strip.dataset.href;
    const words = count === 1 ? strip.dataset.one : strip.dataset.many.replace('{n}', String(count));
    if (link.textContent !== words) link.textContent = words;
  };
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload();
  });
}

/** j and k, x, / and ?: none of them with another key held, and none while something is typed. */
function keyboard() {
  const button = document.getElementById('keys-open');
  const on = document.getElementById('keys-on');
  button.hidden = false;
  button.onclick = () => dialog.showModal();
  on.checked = localStorage.getItem(OFF) !== 'off';
  on.onchange = () => (on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'off'));
  document.addEventListener('keydown', event => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    if (!on.checked || dialog.open || types(target)) return;
    const act = { j: () => move(1), k: () => move(-1), x: tick, '/': search, '?': () => dialog.showModal() }[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function types(target) {
  return target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}

const lines = () => [...list.querySelectorAll('a.thread')];

/** The line that has the focus, or its box has. */
function here() {
  const line = document.activeElement?.closest('.list li');
  return line ? lines().indexOf(line.querySelector('a.thread')) : -1;
}

function move(by) {
  const all = lines();
  const to = here() < 0 ? (by > 0 ? 0 : all.length - 1) : here() + by;
  all[to]?.focus();
}

function tick() {
  const line = lines()[here()];
  line?.closest('li').querySelector('input[name=thread]')?.click();
}

function search() {
  const field = document.getElementById('q');
  field?.focus();
  field?.select();
}
