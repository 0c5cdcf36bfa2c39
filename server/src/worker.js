// Keeps the leader's app on the phone, so that it starts from the first byte with no network. The server puts
// BUILD (a fingerprint of every file) and FILES (every address to keep, the shell first) before this.
// It answers GET of its own files, the opening of /walk pages, and pictures shared with the app; but not /walk/plain,
// which is the server's own for whoever cannot run the app. All else goes to the network untouched; but after somebody
// signed out without signal, their session is ended first.

const CACHE = `firsthand-${BUILD}`;
const [SHELL] = FILES;

addEventListener('install', event => event.waitUntil(keepFiles()));
addEventListener('activate', event => event.waitUntil(takeOver()));
addEventListener('message', event => {
  if (event.data === 'SKIP_WAITING') skipWaiting();
  if (event.data === 'SHARED') {
    event.ports[0].postMessage(shared);
    shared = [];
  }
});

// Pictures another app has shared, until the page asks for them. In memory only: they may show what nobody has covered.
let shared = [];

addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && pathname === '/walk/share') event.respondWith(takeShared(request));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    const ours = /^\/walk(?!\/plain)(\/|$)/.test(pathname);
    event.respondWith(ours ? kept(SHELL, request) : signedOut().then(() => fetch(request)));
  } else if (FILES.includes(pathname)) {
    event.respondWith(kept(pathname, request));
  }
});

/** All files or none: a failure leaves the worker before this one in charge. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map(async path => {
    // A name with a fingerprint cannot be stale; of anything else the server is asked again.
    const fresh = path.startsWith('/pkg/') ? 'default' : 'no-cache';
    const response = await fetch(path, { cache: fresh, credentials: 'omit' });
    if (!response.ok || response.redirected) throw new Error(`${path} answered ${response.status}`);
    await cache.put(path, response);
  }));
}

async function takeOver() {
  const others = (await caches.keys()).filter(name => name.startsWith('firsthand-') && name !== CACHE);
  await Promise.all(others.map(name => caches.delete(name)));
  // On the first visit the page that is open may be helped at once; a page of an older build never is.
  if (others.length === 0) await clients.claim();
}

/** Somebody signed out here without signal: their session is ended before any page is asked with it. */
async function signedOut() {
  const only = await caches.match('/sign-out', { cacheName: 'leaving' });
  if (!only) return;
  const body = new URLSearchParams({ only: await only.text() });
  const { status } = await fetch('/sign-out', { method: 'POST', body, cache: 'no-store', redirect: 'error' });
  if (status !== 204) throw new Error(`signing out answered ${status}`);
  await caches.delete('leaving');
}

async function takeShared(request) {
  const form = await request.formData();
  shared = form.getAll('photos').filter(it => it instanceof File && it.size > 0);
  return Response.redirect('/walk/share', 303);
}

async function kept(path, request) {
  // Never caches.open here: it would make the copies anew, empty, after a later worker has taken them away.
  return (await caches.match(path, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}
