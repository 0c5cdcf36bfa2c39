// Leaving this phone: what was not sent is sealed, so that only the server can open it; all else is deleted; whoever
// opens the app here next sends what is sealed. Read at sign-out, and while something sealed waits.
//
// A seal is HPKE in base mode (RFC 9180): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. server/src/seal.rs opens it.

import { endSession, hand_over, leaving, remember, remembered, seat, show, transact, turn } from '/store.js';

/** The words of the dialog, in the order the app hands them over. */
const WORDS = ['title', 'one', 'many', 'sealed', 'own', 'own_why', 'save', 'refused', 'cannot', 'cannot_why', 'leave', 'stay', 'least_sure', 'alone'];

/** The most bytes of facts or of a photo in one seal, and the most facts: well below what the server takes. */
const MOST = 512 << 10;
const MOST_FACTS = 400;

/**
 * Signs out: asks first if something waits or would be lost, then seals, deletes, and shows what a new phone shows, or
 * the page `to`. With `whole` false there is something that this phone could not even keep.
 */
export async function leave(person, words, whole, to = '/walk') {
  const here = await look(person).catch(() => null);
  const seals = whole && here ? await seal(here).catch(() => null) : null;
  const asks = !seals || seals.length || here.own.length || here.refused;
  if (asks && !(await ask(words, here, seals))) return;
  try {
    await put(seals);
  } catch {
    await ask(words, here, null);
    return;
  }
  await gone(person, to);
}

/** Deletes all of a person here, ends the session, and goes `to` a page, without signal to the app. */
export async function gone(person, to) {
  remember('ending', seat() || 'any');
  remember('out', person);
  await forget(person);
  location.replace((await endSession()) ? to : '/walk');
}

/** Seals and deletes what these people left here, who cannot be asked. What cannot be sealed stays. */
export async function putAway(all) {
  for (const person of all) {
    try {
      await put(await seal(await look(person)));
    } catch {
      continue;
    }
    await drop(person, true);
  }
  if (all.length) send();
}

// ---- What is on this phone ----

const read = text => {
  try { return JSON.parse(text); } catch { return null; }
};
/** Words of somebody's own, which never leave the phone: as in app/src/walk/kind.rs. */
const staysHere = ({ kind, data }) => kind === 'reflected' && !data.keep;

async function look(person) {
  const asked = await transact(person, 'readonly', 'relaxed', (facts, kept, photos) => {
    const states = photos?.index('state');
    return [facts.getAll(), kept.getAll(), states?.getAll('saved'), states?.count('refused')];
  });
  const [facts, kept, photos = [], refused = 0] = asked.map(request => request?.result);
  const rows = facts.map(row => ({ ...row, fact: read(row.json) }));
  // What is being written, on this page or another, is as good as recorded.
  const drafts = kept.flatMap(row => read(row.value)).filter(fact => fact?.kind && fact.id && fact.walk);
  const waits = rows.filter(({ state, fact }) => state === 'saved' && fact).map(({ fact, json }) => [fact, json]);
  const walks = {};
  for (const [fact, json] of [...waits, ...drafts.map(fact => [fact, JSON.stringify(fact)])]) {
    if (!staysHere(fact)) (walks[fact.walk] ??= []).push(json);
  }
  return {
    sealing: read(kept.find(({ key }) => key === 'briefing')?.value)?.briefing.sealing,
    walks,
    photos,
    own: ownWords([...rows.map(({ fact }) => fact), ...drafts]),
    refused: refused + rows.filter(({ state, fact }) => state === 'refused' || (state === 'saved' && !fact)).length,
  };
}

/** What somebody wrote for themselves alone, as it stands. */
function ownWords(facts) {
  const last = {};
  for (const fact of facts) {
    const said = fact?.kind === 'reflected' && `${fact.walk} ${fact.data.question}`;
    if (said && !(last[said]?.id > fact.id)) last[said] = fact;
  }
  return Object.values(last).filter(fact => staysHere(fact) && fact.data.text.trim());
}

// ---- Asking ----

/** Says what will happen. True when that is wanted; without `seals` it cannot be. */
function ask(words, here, seals) {
  const say = name => words[WORDS.indexOf(name)];
  const make = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text, ...more });
  const dialog = make('dialog', '', { className: 'sheet', lang: document.documentElement.lang });
  const head = make('header', '', { className: 'sheet-head' });
  const body = make('div', '', { className: 'sheet-body' });
  const foot = make('footer', '', { className: 'thumbbar' });
  const part = (said, means) => {
    const part = make('div');
    part.append(make('p', '', { className: 'lead' }), make('p', means, { className: 'hint' }));
    part.firstChild.append(make('strong', said));
    body.append(part);
  };
  const button = (name, className, tap) => make('button', say(name), { type: 'button', className: `button ${className}`, onclick: tap });

  dialog.setAttribute('aria-labelledby', 'leave-title');
  head.append(make('div'));
  head.firstChild.append(make('h2', say('title'), { id: 'leave-title', tabIndex: -1 }));
  const walks = new Set(seals?.map(({ walk }) => walk)).size;
  if (!seals) part(say('cannot'), say('cannot_why'));
  if (walks) part(walks === 1 ? say('one') : say('many').replace('{n}', walks), say('sealed'));
  if (here?.own.length) {
    part(say('own'), say('own_why'));
    body.append(button('save', 'wide', () => hand_over('firsthand.txt', ownFile(here.own, say), 'text/plain')));
  }
  if (seals && here.refused) part(say('refused'), '');
  foot.append(button('stay', seals ? '' : 'primary wide', () => dialog.close()));
  if (seals) foot.append(button('leave', 'primary', () => dialog.close('leave')));
  dialog.append(head, body, foot);
  document.body.append(dialog);
  show(dialog);
  return new Promise(done => dialog.addEventListener('close', () => {
    dialog.remove();
    done(dialog.returnValue === 'leave');
  }));
}

function ownFile(own, say) {
  const when = at => new Date(at).toLocaleString(document.documentElement.lang);
  return own.map(({ at, data }) => `${when(at)}\n${say(data.question) ?? data.question}\n${data.text}\n`).join('\n');
}

// ---- Sealing ----

/** Everything that waits, sealed: { key, walk, sealed }, in the order to send it. Nothing of it tells whose or what it is. */
async function seal({ sealing, walks, photos }) {
  const seals = [];
  if (!Object.keys(walks).length && !photos.length) return seals;
  const { key, ticket } = sealing;
  const to = Uint8Array.from(atob(key.replace(/-/g, '+').replace(/_/g, '/')), char => char.charCodeAt(0));
  const add = async (walk, words, bytes = new Uint8Array()) => {
    const group = hex(await sha256(text(`${ticket} ${walk}`))).slice(0, 16);
    const json = text(`{"ticket":"${ticket}","sealed_at":${Date.now()},${words}}`);
    const sealed = await sealTo(to, join(number(json.length, 4), json, bytes));
    seals.push({ key: `${String(seals.length).padStart(6, '0')} ${group}`, walk: group, sealed });
  };
  for (const [walk, facts] of Object.entries(walks)) {
    while (facts.length) {
      let bytes = 0;
      const over = facts.findIndex((json, at) => at && ((bytes += text(json).length) > MOST - (64 << 10) || at >= MOST_FACTS));
      await add(walk, `"facts":[${facts.splice(0, over < 0 ? facts.length : over)}]`);
    }
  }
  for (const { id, walk, bytes } of photos) {
    for (let from = 0; from < bytes.byteLength; from += MOST) {
      await add(walk, `"photo":{"id":"${id}","from":${from}}`, new Uint8Array(bytes.slice(from, from + MOST)));
    }
  }
  return seals;
}

const text = string => new TextEncoder().encode(string);
const number = (value, bytes) => Uint8Array.from({ length: bytes }, (_, at) => value >>> (8 * (bytes - 1 - at)));
const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const KEM = join(text('KEM'), number(0x10, 2));
const SUITE = join(text('HPKE'), number(0x10, 2), number(1, 2), number(2, 2));
const NONE = new Uint8Array();

/** `FHS1`, the name of the key, our own public key of this one seal, the ciphertext; bound to the first two. */
async function sealTo(to, plain) {
  const head = join(text('FHS1'), (await sha256(to)).slice(0, 8));
  const ours = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const enc = new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey));
  const theirs = await crypto.subtle.importKey('raw', to, CURVE, false, []);
  const dh = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256));
  const shared = await expand(KEM, await extract(KEM, NONE, 'eae_prk', dh), 'shared_secret', join(enc, to), 32);
  const info = text('firsthand sealed outbox 1');
  const context = join(number(0, 1), await extract(SUITE, NONE, 'psk_id_hash', NONE), await extract(SUITE, NONE, 'info_hash', info));
  const secret = await extract(SUITE, shared, 'secret', NONE);
  const key = await crypto.subtle.importKey('raw', await expand(SUITE, secret, 'key', context, 32), 'AES-GCM', false, ['encrypt']);
  const iv = await expand(SUITE, secret, 'base_nonce', context, 12);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, key, plain);
  return join(head, enc, new Uint8Array(sealed)).buffer;
}

async function hmac(key, bytes) {
  // A key of no bytes is one of zeros, but not every browser takes it.
  const raw = key.length ? key : new Uint8Array(32);
  const imported = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes));
}

const extract = (suite, salt, label, bytes) => hmac(salt, join(text('HPKE-v1'), suite, text(label), bytes));
const expand = async (suite, key, label, info, length) =>
  (await hmac(key, join(number(length, 2), text('HPKE-v1'), suite, text(label), info, number(1, 1)))).slice(0, length);

// ---- What is sealed waits here, and nothing else does ----

const NAME = 'firsthand-sealed';

function outbox(mode, work) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(NAME);
    opening.onupgradeneeded = () => opening.result.createObjectStore('sealed', { keyPath: 'key' });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction('sealed', mode, { durability: 'strict' });
      const asked = work(tx.objectStore('sealed'));
      const end = () => { db.close(); tx.error ? failed(tx.error) : done(asked?.result); };
      tx.oncomplete = tx.onabort = end;
    };
  });
}

/** Beside what somebody left here before. */
async function put(seals) {
  if (!seals.length) return;
  await outbox('readwrite', store => seals.forEach(row => store.put(row)));
  await count();
}

/** How many walks wait, noted where the next start sees it. */
async function count() {
  const rows = (await outbox('readonly', store => store.getAll())).filter(row => !row.refused);
  const walks = new Set(rows.map(({ walk }) => walk)).size;
  remember('sealed', walks ? String(walks) : '');
  return walks;
}

const MONTH = 30 * 86400000;
const refusedNow = new Set();

/**
 * Sends what is sealed, without saying who is signed in, and answers how many walks still wait. What the server refuses
 * is tried again at later starts, for a month, and holds nothing else back.
 */
export async function send() {
  const end = await turn(NAME);
  if (!end) return Number(remembered('sealed'));
  try {
    for (const row of await outbox('readonly', store => store.getAll())) {
      if (refusedNow.has(row.key)) continue;
      const answer = await sendOne(row);
      if (answer === 'later') break;
      const gone = answer === 'taken' || row.refused < Date.now() - MONTH;
      if (!gone) refusedNow.add(row.key);
      await outbox('readwrite', store => (gone ? store.delete(row.key) : store.put({ ...row, refused: row.refused ?? Date.now() })));
    }
    return await count();
  } finally {
    end();
  }
}

async function sendOne({ sealed }) {
  try {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/octet-stream' };
    const signal = AbortSignal.timeout?.(60000);
    const reply = await fetch('/api/v1/sealed', { method: 'POST', headers, body: sealed, signal, credentials: 'omit', cache: 'no-store', redirect: 'error' });
    const said = await reply.json();
    // Something on the way may answer in the server's place: only what the server itself says counts.
    if (reply.status === 200 && said.taken) return 'taken';
    return reply.status === 422 && said.error === 'seal_refused' ? 'refused' : 'later';
  } catch {
    return 'later';
  }
}

// ---- Forgetting ----

/** Deletes all this phone knows of a person. Begun and broken off, it is done at the next start. */
export async function forget(person) {
  const stay = ['out', 'sealed', 'ending'].map(name => `firsthand-${name}`);
  for (const key of Object.keys(localStorage)) if (key.startsWith('firsthand-') && !stay.includes(key)) localStorage.removeItem(key);
  const only = remembered('ending');
  if (only) {
    document.cookie = 'seat=; Path=/; Max-Age=0; SameSite=Lax; Secure';
    // The worker cannot read what is remembered; it looks here.
    await globalThis.caches?.open('leaving').then(cache => cache.put('/sign-out', new Response(only))).catch(() => {});
  }
  navigator.serviceWorker?.controller?.postMessage('SHARED', [new MessageChannel().port2]);
  if (await drop(person)) remember('out', '');
}

/** Deletes a person's database. False when it could not be. */
async function drop(person, over) {
  await leaving(person, over);
  const deleting = indexedDB.deleteDatabase(`firsthand-${person}`);
  // A page that still has it open, and sleeps, must not hold this one up.
  await new Promise(done => {
    deleting.onsuccess = deleting.onerror = done;
    setTimeout(done, 3000);
  });
  return deleting.readyState === 'done';
}
