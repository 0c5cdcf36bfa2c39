// What the phone's app asks of the browser: its database, its network, its clock, its events. The start script
// imports it first, and the app's WebAssembly calls the same module (app/src/phone/store).

// ---- The database: one for each person, `firsthand-{person}` ----
// facts { id, walk, json, state: 'saved' | 'private' | 'sent' | 'refused', at, why }   json is the fact as it travels
// kept  { key, value }                      value is JSON text; what a page is in the middle of has the key {name}@{page}
// photos { id, walk, friction, sha256, bytes, state: 'saved' | 'sent {at}' | 'refused' }  id is its photo_added fact's
//
// It is opened as it is, whatever its version, and only what is missing is made: an older page and a newer one share it.

const opened = new Map();

/** Photos this page has and the phone has not kept yet, by id: `append` keeps each together with its fact. */
export const held = new Map();

export const hold = (id, friction, bytes) => void held.set(id, { friction, bytes });

/** What went wrong, in a word the app can tell: missing, full, closed or failed. */
function trouble(error) {
  if (typeof error === 'string') return error;
  const names = { QuotaExceededError: 'full', SecurityError: 'missing', InvalidStateError: 'closed', VersionError: 'closed' };
  return names[error?.name] ?? 'failed';
}

function database(person, version) {
  if (left.has(person)) return Promise.reject('closed');
  if (!opened.has(person)) {
    const opening = new Promise((resolve, reject) => {
      if (!globalThis.indexedDB) throw 'missing';
      const request = indexedDB.open(`firsthand-${person}`, version);
      request.onupgradeneeded = () => {
        const db = request.result;
        const make = (name, keyPath) => db.objectStoreNames.contains(name) || db.createObjectStore(name, { keyPath });
        make('facts', 'id');
        make('kept', 'key');
        const photos = make('photos', 'id');
        for (const name of ['state', 'friction']) photos.createIndex?.(name, name);
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const db = request.result;
        const forget = () => opened.delete(person);
        db.onclose = forget;
        db.onversionchange = () => { db.close(); forget(); };
        resolve(db);
      };
    });
    opening.catch(() => opened.delete(person));
    opened.set(person, opening);
  }
  return opened.get(person);
}

/** Runs `work` in one transaction and answers when it is complete. A database the browser closed is opened again. */
export async function transact(person, mode, durability, work, photos) {
  for (let tries = 0; ; tries += 1) {
    try {
      let db = await database(person);
      if (photos && !db.objectStoreNames.contains('photos')) {
        // A database from before there were photos gets its place for them with the first one.
        db.close();
        opened.delete(person);
        db = await database(person, db.version + 1);
      }
      return await new Promise((resolve, reject) => {
        const stores = ['facts', 'kept', 'photos'].filter(name => db.objectStoreNames.contains(name));
        const tx = db.transaction(stores, mode, { durability });
        let result;
        tx.oncomplete = () => resolve(result);
        tx.onabort = () => reject(tx.error ?? 'failed');
        try {
          result = work(...stores.map(name => tx.objectStore(name)));
        } catch (error) {
          // All of it or nothing.
          reject(error);
          tx.abort();
        }
      });
    } catch (error) {
      if (!['InvalidStateError', 'VersionError'].includes(error?.name) || tries > 0) throw trouble(error);
      opened.delete(person);
    }
  }
}

/**
 * All this person has on this phone, as one JSON text: { facts: [{ state, at, why, fact }], kept: [{ key, value }],
 * photos: [[id, state]] }. The photos' bytes stay where they are.
 */
export async function load(person) {
  const states = [];
  const all = await transact(person, 'readonly', 'relaxed', (facts, kept, photos) => {
    const each = photos?.index('state').openKeyCursor() ?? {};
    each.onsuccess = () => {
      if (!each.result) return;
      states.push([each.result.primaryKey, each.result.key]);
      each.result.continue();
    };
    return [facts.getAll(), kept.getAll()];
  });
  const [facts, kept] = all.map(request => request.result);
  const fact = row => {
    const { state, at = 0, why = '', json } = readable(row) ? row : unreadable(row);
    return `{"state":"${state}","at":${at},"why":${JSON.stringify(why)},"fact":${json}}`;
  };
  const value = row => `{"key":${JSON.stringify(row.key)},"value":${row.value}}`;
  const left = await nobodysOrShared(kept.filter(row => parses(row.value)));
  return `{"facts":[${facts.map(fact)}],"kept":[${left.map(value)}],"photos":${JSON.stringify(states)}}`;
}

function parses(text) {
  try {
    return [JSON.parse(text)];
  } catch {
    return false;
  }
}

function readable({ id, json }) {
  const [fact] = parses(json) || [];
  return fact?.id === id && Number.isSafeInteger(fact.at) && [fact.walk, fact.kind].every(it => typeof it === 'string');
}

/** A row that was spoilt must not hide the others: it is told as a fact that nobody can send. */
function unreadable({ id, walk, json }) {
  const told = { id, walk, at: 0, kind: 'unreadable', data: { json } };
  return { state: 'refused', why: '"unreadable"', json: JSON.stringify(told) };
}

/**
 * Adds facts, each a JSON text with its state, and lets go of the draft they came from; answers when that is durable.
 * A photo is kept with the fact that adds it, and goes with the fact that takes it or its friction point away.
 */
export async function append(person, texts, states, draft) {
  const all = texts.map(text => JSON.parse(text));
  const added = all.filter(({ id }) => held.has(id));
  await transact(person, 'readwrite', 'strict', (facts, kept, photos) => {
    all.forEach(({ id, walk, kind, data }, at) => {
      facts.put({ id, walk, json: texts[at], state: states[at] });
      if (held.has(id)) photos.put({ ...held.get(id), id, walk, sha256: data.sha256, state: 'saved' });
      if (photos && GOES_WITH.test(kind)) letGo(photos, data.photo ?? data.friction ?? data.fact);
    });
    if (draft) kept.delete(keyOf(draft));
  }, added.length > 0);
  for (const { id } of added) held.delete(id);
  others?.postMessage(person);
}

const GOES_WITH = /^(photo_removed|friction_withdrawn|erased)$/;

/** Deletes the photo of this id, and all photos of the friction point of this id. */
function letGo(photos, id) {
  for (const [key, { friction }] of held) if (key === id || friction === id) held.delete(key);
  photos.delete(id);
  const all = photos.index('friction').getAllKeys(id);
  all.onsuccess = () => all.result.forEach(key => photos.delete(key));
}

/** Notes where facts are now: sent (and when), or refused (and why). */
export async function mark(person, ids, state, at, why) {
  await transact(person, 'readwrite', 'strict', facts => {
    for (const id of ids) {
      const request = facts.get(id);
      request.onsuccess = () => request.result && facts.put({ ...request.result, state, at, why });
    }
  });
  others?.postMessage(person);
}

/** Takes facts off this phone. */
export async function remove(person, ids) {
  await transact(person, 'readwrite', 'strict', facts => ids.forEach(id => facts.delete(id)));
  others?.postMessage(person);
}

/** Keeps JSON text under a key; without a text, lets it go. */
export async function keep(person, key, value) {
  const at = keyOf(key);
  await transact(person, 'readwrite', 'relaxed', (_, kept) => (value ? kept.put({ key: at, value }) : kept.delete(at)));
}

/** The photos of some facts as JSON: { id, sha256, data } with the bytes in base64. A phone without photos has none. */
async function photosAsText(person, facts) {
  const added = facts.map(json => JSON.parse(json)).filter(fact => fact.kind === 'photo_added');
  const db = await database(person);
  if (!added.length || !db.objectStoreNames.contains('photos')) return [];
  const photos = await new Promise((resolve, reject) => {
    const tx = db.transaction('photos');
    const asked = added.map(fact => tx.objectStore('photos').get(fact.id));
    tx.oncomplete = () => resolve(asked.map(request => request.result));
    tx.onabort = () => reject(tx.error);
  });
  return Promise.all(photos.map(async (photo, at) => photo?.bytes && { id: added[at].id, sha256: added[at].data.sha256, data: await base64(photo.bytes) }));
}

function base64(bytes) {
  return new Promise(resolve => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(',')[1] ?? '');
    reader.readAsDataURL(new Blob([bytes]));
  });
}

/** Hands over a walk as a file, with the facts given and their photos; an office can take it in. */
export async function save_walk(person, walk, facts) {
  const photos = (await photosAsText(person, facts).catch(() => [])).filter(Boolean);
  const head = JSON.stringify({ firsthand: 'walk', version: 1, person, walk, saved_at: Date.now() });
  const text = `${head.slice(0, -1)},"facts":[${facts}],"photos":${JSON.stringify(photos)}}`;
  await hand_over(`firsthand-walk-${walk}.json`, text);
}

// ---- Two pages of one person: what one writes, the others read ----

const others = globalThis.BroadcastChannel ? new BroadcastChannel('firsthand') : null;
let heard = () => {};
others?.addEventListener('message', ({ data }) => {
  if (!data.left) return heard();
  left.add(data.left);
  if (!data.over || opened.has(data.left)) location.replace('/walk');
});

// Who has signed out here, on this page or another: nothing of theirs is opened again.
const left = new Set();

/** Closes what is open of somebody who signs out, on every page; `over` when another person has signed in over them. */
export async function leaving(person, over) {
  left.add(person);
  others?.postMessage({ left: person, over });
  (await opened.get(person)?.catch(() => null))?.close();
  opened.delete(person);
}

/** Signs out: see `public/seal.js`. */
export const leave = async (...what) => (await import('/seal.js')).leave(...what);

/** Sends what somebody left sealed on this phone. How many walks still wait. */
export async function send_sealed() {
  const wait = Number(remembered('sealed'));
  return wait && online() && (await endSession()) ? import('/seal.js').then(it => it.send()).catch(() => wait) : wait;
}

// Signing out was broken off.
if (remembered('out')) import('/seal.js').then(it => it.forget(remembered('out'))).catch(() => {});

// What a page is in the middle of (a draft, the camera open) is its own for as long as it lives, which a lock tells.
// When the page is gone, the next to start takes it up, or one that saw it and waits for that.

const ME = Array.from(random(), byte => byte.toString(16)).join('');
const lockOf = page => `firsthand-page-${page}`;
navigator.locks?.request(lockOf(ME), () => new Promise(() => {})).catch(() => {});
const awaited = new Set();

/** The key of something kept under a name: this page's own, if it is not for all of them. */
function keyOf(name) {
  if (name === 'briefing') return name;
  const [key, page = ME] = name.split('@');
  return page ? `${key}@${page}` : key;
}

/** Of all that is kept, what is for all pages and what belongs to none that lives. */
async function nobodysOrShared(kept) {
  const { held = [] } = (await navigator.locks?.query().catch(() => null)) ?? {};
  const lives = page => page === ME || (page && held.some(lock => lock.name === lockOf(page)));
  // What was kept before pages had names ends in "@" alone.
  const all = kept.map(row => (row.key === 'briefing' || row.key.includes('@') ? row : { ...row, key: `${row.key}@` }));
  return all.filter(({ key }) => {
    const page = key.split('@')[1];
    if (!lives(page)) return true;
    if (page !== ME && !awaited.has(page)) {
      awaited.add(page);
      navigator.locks.request(lockOf(page), () => heard()).catch(() => {});
    }
    return false;
  });
}

export const can_paste = () => Boolean(navigator.clipboard?.read);

/** Calls a function of `photo.js`, which is read when a photo first matters. */
export const photo = async (name, ...args) => (await import('/photo.js'))[name](...args);

// ---- Small things that must be there before any database: who was last signed in, and the language ----

export function remembered(name) {
  try {
    return localStorage.getItem(`firsthand-${name}`) ?? '';
  } catch {
    return '';
  }
}

export function remember(name, value) {
  try {
    if (value) localStorage.setItem(`firsthand-${name}`, value);
    else localStorage.removeItem(`firsthand-${name}`);
  } catch {
    // Storage is refused; the app says so where it matters.
  }
}

/** The mark of this browser's session, which the server gives along with it and no more can be told from. */
export const seat = () => document.cookie.match(/(?:^|; )seat=(\w+)/)?.[1] ?? '';

// The session this page heard from last. With another one somebody may have signed in since, and it must be asked who.
let mine = remembered('seat');

/** Who was last signed in on this phone; nobody while it is not known who is now. */
export const last_person = () => (mine && seat() && seat() !== mine ? '' : remembered('person'));

/** The language of the screen, `en` or `cy`: what was chosen, else what the browser prefers. */
export function language() {
  const chosen = document.cookie.match(/(?:^|; )lang=(en|cy)/)?.[1];
  const wanted = navigator.languages?.find(tag => /^(en|cy)\b/.test(tag)) ?? 'en';
  return chosen ?? wanted.slice(0, 2);
}

export function choose_language(code) {
  document.cookie = `lang=${code}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

// ---- The network ----

const NEWS = '/api/v1/briefing';

// The news as asked for before the app was here; the app's own first question takes this answer.
let asked = null;

/** Asks for the news before the app is here. */
export function askForNews() {
  asked = exchange('GET', NEWS, '', '');
  return asked;
}

/** One request: [status, body, ETag]. Status 0 means that nothing answered. */
export async function exchange(method, path, body, etag) {
  if (asked && path === NEWS && !etag) {
    const answer = asked;
    asked = null;
    return answer;
  }
  if (!(await endSession())) return [0, '', ''];
  const now = seat();
  const headers = { Accept: 'application/json' };
  // What is one person's must not be taken for another's, who signed in on another page.
  if (path !== NEWS && mine) headers['Firsthand-Seat'] = mine;
  if (body) headers['Content-Type'] = 'application/json';
  if (etag) headers['If-None-Match'] = etag;
  try {
    const signal = AbortSignal.timeout?.(20000);
    const reply = await fetch(path, { method, headers, body: body || undefined, signal, cache: 'no-store', redirect: 'error' });
    if (path === NEWS && (reply.ok || reply.status === 304)) remember('seat', (mine = now));
    const text = await reply.text();
    const last = remembered('person');
    if ([200, 410].includes(reply.status)) import('/leave.js').then(it => it.heard(text, mine === now && last)).catch(() => {});
    return [reply.status, text, reply.headers.get('ETag') ?? ''];
  } catch {
    return [0, '', ''];
  }
}

/** Ends the session of somebody who signed out without signal, before anything else is asked with it. False while it cannot. */
export async function endSession() {
  const only = remembered('ending');
  if (!only) return true;
  try {
    const { status } = await fetch('/sign-out', { method: 'POST', body: new URLSearchParams({ only }), cache: 'no-store', redirect: 'error' });
    if (status !== 204) return false;
  } catch {
    return false;
  }
  remember('ending', '');
  await globalThis.caches?.delete('leaving').catch(() => {});
  return true;
}

/** What the browser believes about the network: for wording only. */
export const online = () => navigator.onLine !== false;

/** Gives a function that ends the turn, or null when another page of ours is at it. */
export function turn(name) {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise(given => {
    const taken = lock => (lock ? new Promise(end => given(end)) : given(null));
    navigator.locks.request(name, { ifAvailable: true }, taken).catch(() => given(() => {}));
  });
}

// ---- The clock, randomness, and what happens to the page ----

export function random() {
  return crypto.getRandomValues(new Uint8Array(10));
}
export const sleep = ms => new Promise(done => setTimeout(done, ms));
export const visible = () => document.visibilityState === 'visible';

/** A time on the phone's calendar: [year, month 1-12, day, weekday 1 = Monday, hour, minute, how many midnights ago]. */
export function local(ms) {
  const at = new Date(ms);
  const ago = new Date().setHours(12, 0, 0, 0) - new Date(ms).setHours(12, 0, 0, 0);
  const date = [at.getFullYear(), at.getMonth() + 1, at.getDate(), at.getDay() || 7];
  return Int32Array.of(...date, at.getHours(), at.getMinutes(), Math.round(ago / 86400000));
}

/**
 * Calls back with visible, hidden, online, offline, tick (every second in view), beat (every 30 seconds in view), place,
 * others (another page has written), newer (a new version waits for the next start).
 */
export function watch(callback) {
  const tell = what => () => callback(what);
  const seen = () => callback(visible() ? 'visible' : 'hidden');
  document.addEventListener('visibilitychange', seen);
  addEventListener('pagehide', tell('hidden'));
  addEventListener('focus', tell('visible'));
  addEventListener('online', tell('online'));
  addEventListener('offline', tell('offline'));
  addEventListener('popstate', tell('place'));
  addEventListener('newer', tell('newer'));
  let written = 0;
  heard = () => {
    clearTimeout(written);
    written = setTimeout(tell('others'), 100);
  };
  keepFieldInView();
  goOnBySwipe();
  let beat = 0;
  setInterval(() => {
    if (!visible()) return;
    callback('tick');
    if (++beat % 30 === 0) callback('beat');
  }, 1000);
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (!link || link.target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (link.origin !== location.origin || !/^\/walk(?!\/plain)(\/|$)/.test(link.pathname)) return;
    event.preventDefault();
    go(link.pathname, false);
    callback('place');
  });
}

/**
 * On a step, a quick stroke far to the left is the button that goes on. The other way is the browser's own way back. On
 * a page that is enlarged, a stroke moves what is seen.
 */
function goOnBySwipe() {
  let from = null;
  const at = ({ changedTouches: [touch], timeStamp }) => ({ x: touch.clientX, y: touch.clientY, time: timeStamp });
  addEventListener('touchstart', event => {
    const whole = (globalThis.visualViewport?.scale ?? 1) < 1.01;
    from = whole && event.touches.length === 1 && event.target.closest('main:is(.step, .back)') ? at(event) : null;
  }, { passive: true });
  addEventListener('touchend', event => {
    if (!from) return;
    const { x, y, time } = at(event);
    const along = from.x - x > innerWidth * .4 && Math.abs(from.y - y) < 60 && time - from.time < 700;
    from = null;
    if (along) document.querySelector('.goes-on')?.click();
  });
}

/** The keyboard on the screen never covers the field in use: sheets stand above it, and the field comes into view. */
function keepFieldInView() {
  const field = () => document.activeElement?.matches('textarea, input, select') && document.activeElement;
  const show = () => field() && field().scrollIntoView({ block: 'nearest' });
  const view = globalThis.visualViewport;
  view?.addEventListener('resize', () => {
    const covered = view.scale > 1.01 ? 0 : Math.max(0, Math.round(innerHeight - view.height - view.offsetTop));
    document.documentElement.style.setProperty('--keyboard', `${covered}px`);
    requestAnimationFrame(show);
  });
  document.addEventListener('focusin', () => setTimeout(show, 300));
}

export const place = () => location.pathname;
export const search = () => location.search;

export function go(path, instead) {
  if (path === location.pathname) return;
  history[instead ? 'replaceState' : 'pushState'](null, '', path);
}

/** After the screen has changed: its name in the title, its top in view, its heading spoken. */
export function arrive(lang, first) {
  document.documentElement.lang = lang;
  if (!first) settle();
  requestAnimationFrame(() => {
    const heading = document.querySelector('h1');
    document.title = heading ? `${heading.textContent.trim()} · Firsthand` : 'Firsthand';
    if (first) return;
    scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  });
}

let settling = 0;

/** A second tap on the spot of one that changed the screen is meant for what was there before: a moment takes no taps. */
export function settle() {
  const { classList } = document.documentElement;
  classList.add('settling');
  clearTimeout(settling);
  settling = setTimeout(() => classList.remove('settling'), 400);
}

/** Opens a dialog, keeping Tab within it; answers with nothing. The browser does Escape and the backdrop. */
export function show(dialog) {
  if (!dialog.open) dialog.showModal();
  settle();
  dialog.querySelector('h2')?.focus();
  if (dialog.dataset.held) return;
  dialog.dataset.held = 'yes';
  dialog.addEventListener('close', settle);
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  if (dialog.matches('.sheet')) closeBySwipe(dialog);
  dialog.addEventListener('keydown', event => {
    if (event.key !== 'Tab') return;
    const stops = [...dialog.querySelectorAll('button, input, textarea, a[href], [tabindex="0"]')].filter(it => !it.disabled && it.offsetParent);
    const end = event.shiftKey ? stops[0] : stops.at(-1);
    const at = document.activeElement;
    if (at !== end && stops.includes(at)) return;
    event.preventDefault();
    stops.at(event.shiftKey ? -1 : 0)?.focus();
  });
}

/** Drawn down from its top, a sheet follows the finger; drawn far enough it closes, as its buttons do. */
function closeBySwipe(dialog) {
  let from = null;
  const at = event => event.changedTouches[0].clientY;
  const let_go = () => {
    from = null;
    dialog.style.translate = dialog.style.transition = '';
  };
  dialog.addEventListener('touchstart', event => {
    const inside = event.target.closest('.sheet-body, .thumbbar, textarea');
    from = event.touches.length === 1 && !(inside?.scrollTop > 0) ? at(event) : null;
  }, { passive: true });
  dialog.addEventListener('touchmove', event => {
    if (from === null) return;
    const down = at(event) - from;
    // The other way is reading on, which the browser does.
    if (down < 0) return let_go();
    if (event.cancelable) event.preventDefault();
    dialog.style.transition = 'none';
    dialog.style.translate = `0 ${down}px`;
  }, { passive: false });
  dialog.addEventListener('touchcancel', let_go);
  dialog.addEventListener('touchend', event => {
    const far = from !== null && at(event) - from > 120;
    let_go();
    if (far) dialog.close();
  });
}

export const focus = element => element.focus();
export const buzz = () => navigator.vibrate?.(10);

/** True where the app itself can be kept, to open with no signal. */
export const keeps_app = () => 'serviceWorker' in navigator;

/** True in a browser on an iPhone or iPad: what a website keeps there goes after 7 days without a visit. */
export function cleared_after_a_week() {
  const apple = /iP(hone|ad|od)/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  return apple && navigator.standalone === false;
}

/** Asks the browser not to throw our database away: 'yes', 'no' or 'unknown'. With `ask` false, only looks. */
export async function persist(ask) {
  try {
    const kept = await (ask ? navigator.storage.persist() : navigator.storage.persisted());
    return kept ? 'yes' : 'no';
  } catch {
    return 'unknown';
  }
}

/** Hands a text to the person as a file: by the phone's own sharing where there is one, else as a download. */
export async function hand_over(name, content, type = 'application/json') {
  const file = new File([content], name, { type });
  if (navigator.canShare?.({ files: [file] })) {
    try {
      return await navigator.share({ files: [file] });
    } catch (error) {
      if (error.name === 'AbortError') return;
    }
  }
  save_file(name, content, type);
}

function save_file(name, content, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
