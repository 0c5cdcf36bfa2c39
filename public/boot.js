// Starts the leader's app in the shell: reads the addresses of this build from the shell's <html>, fetches, mounts.
// When it cannot, it shows the shell's own note that says why.

import { askForNews, last_person } from '/store.js';

// The page takes markup without script, and our own worker, from scripts, and nothing else.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: text => (/<script|\son\w+\s*=|javascript:/i.test(text) ? null : text),
  createScriptURL: url => (url === '/sw.js' ? url : null),
});

const page = document.documentElement;
// True once the page belongs to the app, or to a note that says why there is none.
let taken = false;
page.lang = chosenLanguage();
start();

async function start() {
  // Somebody signed out where no script was.
  if (document.cookie.includes('__Host-left=')) await import('/leave.js').then(it => it.done).catch(() => localStorage.removeItem('firsthand-person'));
  if (!globalThis.WebAssembly) return cannot('no-wasm');
  askWhetherTheBrowserKeepsAnything();
  if (taken) return;
  showFirstTask();
  try {
    const app = await import(page.dataset.js);
    await app.default({ module_or_path: page.dataset.wasm });
    if (taken) return;
    taken = true;
    app.start();
  } catch (error) {
    if (taken) return;
    console.error(error);
    return cannot('start');
  }
  keepOnThePhone();
}

/** Some browsers have no store, or refuse to open it, as in private browsing. Nothing waits for the answer. */
function askWhetherTheBrowserKeepsAnything() {
  const refused = () => taken || cannot('no-store');
  try {
    const probe = indexedDB.open('probe');
    probe.onerror = event => { event.preventDefault(); refused(); };
    probe.onsuccess = () => probe.result.close();
  } catch {
    refused();
  }
}

/**
 * Somebody new on this phone sees the first task offered while the app is still on its way. A tap changes the address,
 * and the app opens there. A phone that knows somebody starts from its own store instead.
 */
async function showFirstTask() {
  if (location.pathname !== '/walk' || last_person()) return;
  const [status, body] = await askForNews();
  // The app may wait for the same news, on a page that is its own by now.
  if (status !== 200 || taken) return;
  const task = JSON.parse(body).tasks[0];
  if (!task) return;
  const say = text => text[page.lang] || text.en || text.cy;
  const situation = task.situations[0];
  const card = document.getElementById(`first-${page.lang}`).content.cloneNode(true);
  const spot = name => card.querySelector(`[data-says="${name}"]`);
  spot('title').textContent = say(situation?.title ?? task.name);
  spot('service').textContent = say(task.service_name);
  spot('about').textContent = spot('about').textContent.replace('{m}', task.about_minutes).replace('{n}', task.steps.length);
  const link = card.querySelector('a');
  link.href = ['/walk/brief', task.id, situation?.id].filter(Boolean).join('/');
  link.addEventListener('click', event => {
    event.preventDefault();
    link.setAttribute('aria-busy', 'true');
    if (location.pathname === '/walk') history.pushState(null, '', link.href);
  });
  document.getElementById('app').replaceChildren(card);
}

/** The language chosen on a page, else the browser's first that we speak, else English: as the server chooses. */
function chosenLanguage() {
  const chosen = document.cookie.match(/(?:^|; *)lang=(en|cy)(?:;|$)/)?.[1];
  const spoken = navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag === 'en' || tag === 'cy');
  return chosen ?? spoken ?? 'en';
}

function cannot(why) {
  taken = true;
  const note = document.getElementById(`cannot-${why}`);
  for (const text of note.querySelectorAll('[lang]')) text.hidden = text.lang !== page.lang;
  // In place of the frame that the app would have filled, so that the page has one main part.
  document.getElementById('app').replaceChildren(note);
  note.hidden = false;
  note.setAttribute('role', 'alert');
}

/** Registers the service worker once the app is up, so that its copying does not slow the start. */
async function keepOnThePhone() {
  const worker = await navigator.serviceWorker?.register('/sw.js', { updateViaCache: 'none' }).catch(() => null);
  if (!worker) return;
  const look = () => worker.active && worker.update().catch(() => {});
  worker.addEventListener('updatefound', () => {
    worker.installing?.addEventListener('statechange', () => letNewerServeTheNextStart(worker));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
  letNewerServeTheNextStart(worker);
  look();
}

/** All of the app is in memory and nothing of it is fetched later, so nothing on the screen changes by this. */
function letNewerServeTheNextStart(worker) {
  if (!worker.waiting) return;
  worker.waiting.postMessage('SKIP_WAITING');
  dispatchEvent(new Event('newer'));
}
