// Starts the leader's app in the shell: reads the addresses of this build from the shell's <html>, fetches, mounts.
// When it cannot, it shows the shell's own note that says why.

const page = document.documentElement;
page.lang = chosenLanguage();
start();

async function start() {
  if (!globalThis.WebAssembly) return cannot('no-wasm');
  if (!globalThis.indexedDB) return cannot('no-store');
  try {
    const [app] = await Promise.all([import(page.dataset.js), import('/store.js')]);
    await app.default({ module_or_path: page.dataset.wasm });
    app.start();
  } catch (error) {
    console.error(error);
    return cannot('start');
  }
  keepOnThePhone();
}

/** The language chosen on a page, else the browser's first that we speak, else English: as the server chooses. */
function chosenLanguage() {
  const chosen = document.cookie.match(/(?:^|; *)lang=(en|cy)(?:;|$)/)?.[1];
  const spoken = navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag === 'en' || tag === 'cy');
  return chosen ?? spoken ?? 'en';
}

function cannot(why) {
  const note = document.getElementById(`cannot-${why}`);
  for (const text of note.querySelectorAll('[lang]')) text.hidden = text.lang !== page.lang;
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
  worker.waiting?.postMessage('SKIP_WAITING');
}
