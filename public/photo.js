// Photos on the phone: taken in, made small, covered, kept, sent. Read when a photo first matters.
//
// The picture as it came is in memory only: it is drawn once at its new size, let go of, and what the person covers
// is painted over before anything is kept. Drawing it anew leaves out where and when it was taken.

import { hand_over, held, settle, show as open, transact } from '/store.js';

/** The words of the screen, in the order the app hands them over. */
const WORDS = ['title', 'hint', 'close', 'add', 'undo', 'none', 'one', 'many', 'deleted', 'keys', 'area', 'remove', 'retake', 'another', 'skip', 'k_of_n', 'use', 'nothing_private', 'use_bare'];

/** The longest side of a photo, in pixels, and the most bytes of one: as in app/src/walk/photo.rs. */
const LONGEST = 2048;
const MOST_BYTES = 4 << 20;
/** A larger file is no photo of a phone. */
const MOST_FILE = 60 << 20;

// ---- Taking pictures in ----

/**
 * Listens in `section` of a sheet: its file fields, its Paste button, and pasting anywhere in the sheet.
 * `tell(what, photo)` hears `photo` with [sha256, how many bytes, width, height, bytes], `over` when all is done, or in a
 * word why there is no photo.
 */
export function gather(section, words, tell) {
  const into = { section, words, tell };
  // The section listens, not each field: fields come and go with the room there is.
  const hear = (name, then) => section.addEventListener(name, ({ target }) => then(target));
  hear('cancel', () => tell('over'));
  hear('change', field => chosen(into, field));
  hear('click', target => target.closest('[data-paste]') && paste(into));
  section.closest('dialog').addEventListener('paste', event => {
    if (!section.isConnected || !event.clipboardData.files.length) return;
    event.preventDefault();
    take(into, [...event.clipboardData.files]);
  });
  // Chosen before anybody listened.
  for (const field of section.querySelectorAll('input')) chosen(into, field);
}

/** Takes what a field holds out of it, so that one choice is taken once, and the same file can be chosen again. */
function chosen(into, field) {
  const files = [...field.files];
  field.value = '';
  if (files.length) take(into, files, field);
}

async function paste(into) {
  try {
    const items = await navigator.clipboard.read();
    const types = items.map(item => [item, item.types.find(type => type.startsWith('image/'))]);
    const files = types.filter(([, type]) => type).map(([item, type]) => item.getType(type));
    if (files.length) take(into, await Promise.all(files));
    else into.tell('nothing');
  } catch {
    into.tell('nothing');
  }
}

/** The pictures another app shared with us, which wait in the service worker; none when it was ended meanwhile. */
function fetchShared() {
  return new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = event => done(event.data);
    setTimeout(done, 5000, []);
    navigator.serviceWorker?.ready.then(({ active }) => active.postMessage('SHARED', [channel.port2]));
  });
}

/** Listens too, and takes in what was shared; without a section to take it to, only lets go of it. */
export async function shared(section, words, tell) {
  if (section) gather(section, words, tell);
  const files = await fetchShared();
  if (!section) return;
  if (files.length) take({ section, words, tell }, files);
  else tell('gone');
}

/** One picture after the other: made small, shown to be covered, handed over. */
async function take({ section, words, tell: hear }, files, field) {
  // Going back to another screen is wanting none of them; nobody there would know what to do with one.
  const tell = (...what) => section.isConnected && hear(...what);
  const room = Number(section.dataset.room);
  const some = files.slice(0, room);
  let wrong = files.length > room && 'many';
  for (const [at, file] of some.entries()) {
    if (!section.isConnected) return;
    tell('opening');
    const canvas = await draw(file).catch(why => (typeof why === 'string' ? why : 'unreadable'));
    if (typeof canvas === 'string') {
      tell((wrong = canvas));
      continue;
    }
    const boxes = await cover(canvas, words, field, [at + 1, some.length]);
    tell('drawn');
    if (boxes) tell('photo', await finish(canvas, boxes));
    canvas.width = canvas.height = 0;
    if (boxes === null) return;
  }
  if (wrong) tell(wrong);
  tell('over');
}

// ---- Making it small ----

async function draw(file) {
  if (file.type && !file.type.startsWith('image/')) throw 'not-image';
  if (file.size > MOST_FILE) throw 'large';
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await new Promise((done, fail) => Object.assign(image, { onload: done, onerror: () => fail('unreadable') }));
    // Upright already: the browser turns a picture as its camera was held.
    const { naturalWidth: across, naturalHeight: down } = image;
    const scale = Math.min(1, LONGEST / Math.max(across, down));
    const [width, height] = [across, down].map(side => Math.max(1, Math.round(side * scale)));
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    // Decoded at the small size where the browser can: 48 megapixels do not fit in every phone's memory.
    const small = await createImageBitmap(file, { imageOrientation: 'from-image', resizeWidth: width, resizeQuality: 'high' }).catch(() => null);
    const upright = small && Math.abs(small.height - height) < 2;
    context.imageSmoothingQuality = 'high';
    context.drawImage(upright ? small : image, 0, 0, width, height);
    small?.close();
    if (isEmpty(canvas)) throw 'unreadable';
    context.globalCompositeOperation = 'destination-over';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.globalCompositeOperation = 'source-over';
    return canvas;
  } finally {
    URL.revokeObjectURL(image.src);
    image.src = '';
  }
}

/** A canvas too large for the phone stays empty without a word. */
function isEmpty(canvas) {
  const probe = Object.assign(document.createElement('canvas'), { width: 16, height: 16 }).getContext('2d');
  probe.drawImage(canvas, 0, 0, 16, 16);
  return probe.getImageData(0, 0, 16, 16).data.every(value => value === 0);
}

/** Paints the boxes over what is under them, outwards to whole pixels, and presses the picture. */
async function finish(canvas, boxes) {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  context.fillStyle = '#000';
  for (const { x, y, w, h } of boxes) {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    context.fillRect(left, top, Math.ceil(x + w) - left, Math.ceil(y + h) - top);
  }
  let blob;
  for (const quality of [.8, .6, .4]) {
    blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', quality));
    if (blob.size <= MOST_BYTES) break;
  }
  const bytes = await blob.arrayBuffer();
  return [await fingerprint(bytes), bytes.byteLength, width, height, bytes];
}

async function fingerprint(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}

// ---- Covering what is private ----

const ICONS = {
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  plus: 'M12 5v14M5 12h14',
  undo: 'M9 5L4.5 9.5 9 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3',
  lock: 'M7 11h10a3 3 0 0 1 3 3v4a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-4a3 3 0 0 1 3-3zM8 11V7.5a4 4 0 0 1 8 0V11',
};
const icon = name => `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;

/**
 * Shows the picture full screen, to be covered. Answers with the boxes in the picture's pixels, [{ x, y, w, h }]; with
 * undefined when the picture is not wanted, or null when another is to be taken instead of it.
 */
function cover(canvas, words, field, [at, of]) {
  const say = (name, gaps = {}) => words[WORDS.indexOf(name)].replace(/\{(\w+)\}/g, (_, gap) => gaps[gap]);
  const { width, height } = canvas;
  const dialog = document.createElement('dialog');
  dialog.className = 'cover';
  dialog.setAttribute('aria-labelledby', 'cover-title');
  dialog.lang = document.documentElement.lang;
  dialog.innerHTML = `<div>
    <header><button class="icon-button" type="button" data-do="close">${icon('close')}</button><h2 id="cover-title" tabindex="-1"></h2></header>
    <p class="cover-hint"></p>
    <div class="cover-area"><div class="cover-stage"></div></div>
    <div class="cover-tools"><button type="button" data-do="add">${icon('plus')}<span></span></button><button type="button" data-do="undo">${icon('undo')}<span></span></button></div>
    <p class="cover-said" role="status">${icon('lock')}<span><b></b> <span></span></span></p>
    <footer><button class="button" type="button" data-do="again"></button><button class="button primary" type="button" data-do="use"></button></footer>
    <p class="aside" id="cover-keys"></p></div>`;
  const find = selector => dialog.querySelector(selector);
  const button = name => find(`[data-do="${name}"]`);
  const stage = find('.cover-stage');
  find('h2').textContent = say('title');
  find('.cover-hint').textContent = (of > 1 ? `${say('k_of_n', { k: at, n: of })} ` : '') + say('hint');
  find('#cover-keys').textContent = say('keys');
  button('close').setAttribute('aria-label', say('close'));
  button('add').lastChild.textContent = say('add');
  button('undo').lastChild.textContent = say('undo');
  button('again').textContent = say(of > 1 ? 'skip' : field?.hasAttribute('capture') ? 'retake' : 'another');
  button('again').hidden = of < 2 && !field;
  stage.style.setProperty('--ratio', width / height);
  stage.append(canvas);

  let boxes = [];
  const before = [];
  let turn = null;
  let asked = false;

  // One change is one step back, however many key presses it took.
  function change(why) {
    if (why !== turn) before.push(boxes.map(({ x, y, w, h }) => ({ x, y, w, h })));
    turn = why;
    asked = false;
  }

  function make(box) {
    const cover = document.createElement('div');
    const off = document.createElement('button');
    cover.className = 'cover-box';
    off.className = 'cover-off';
    cover.tabIndex = 0;
    cover.setAttribute('role', 'application');
    off.type = 'button';
    cover.setAttribute('aria-describedby', 'cover-keys');
    off.innerHTML = icon('close');
    off.addEventListener('click', () => drop(box));
    cover.addEventListener('keydown', event => onKey(event, box));
    cover.box = box;
    box.nodes = [cover, off];
    stage.append(cover, off);
    boxes.push(box);
    return box;
  }

  function place(box) {
    const [cover, off] = box.nodes;
    const part = (size, whole) => `${(size / whole) * 100}%`;
    cover.style.left = part(box.x, width);
    cover.style.top = off.style.top = part(box.y, height);
    cover.style.width = part(box.w, width);
    cover.style.height = part(box.h, height);
    off.style.left = part(box.x + box.w, width);
  }

  function tellAll() {
    boxes.forEach((box, at) => {
      place(box);
      box.nodes[0].setAttribute('aria-label', say('area', { n: at + 1 }));
      box.nodes[1].setAttribute('aria-label', say('remove', { n: at + 1 }));
    });
    const count = boxes.length;
    const [said, means] = asked ? ['nothing_private', 'hint'] : [['none', 'one'][count] ?? 'many', 'deleted'];
    find('.cover-said b').textContent = say(said, { n: count });
    find('.cover-said span span').textContent = count || asked ? say(means) : '';
    button('use').textContent = say(asked ? 'use_bare' : 'use');
    button('undo').setAttribute('aria-disabled', before.length === 0);
  }

  function drop(box) {
    change('drop');
    turn = null;
    const at = boxes.indexOf(box);
    for (const node of box.nodes) node.remove();
    boxes.splice(at, 1);
    tellAll();
    (boxes[Math.min(at, boxes.length - 1)]?.nodes[0] ?? button('add')).focus();
  }

  function undo() {
    const last = before.pop();
    if (!last) return;
    turn = null;
    asked = false;
    for (const { nodes } of boxes) for (const node of nodes) node.remove();
    boxes = [];
    last.forEach(make);
    tellAll();
  }

  const within = (value, most) => Math.min(Math.max(value, 0), most);
  /** A box of the size of a line of text, around a place. */
  function usual(x, y) {
    const [w, h] = [width * .36, Math.min(height, Math.max(width, height) * .07)];
    return { x: within(x - w / 2, width - w), y: within(y - h / 2, height - h), w, h };
  }

  function add() {
    change('add');
    turn = null;
    // Below the one before it, so that two are not one.
    const [last] = boxes.slice(-1);
    const box = make(last ? usual(last.x + last.w / 2, (last.y + last.h * 2) % height) : usual(width / 2, height / 2));
    tellAll();
    box.nodes[0].focus();
  }

  function onKey(event, box) {
    const step = Math.max(width, height) / 100;
    const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [];
    if (event.key === 'Delete' || event.key === 'Backspace') drop(box);
    else if (dx === undefined) return;
    else {
      change(`${boxes.indexOf(box)} ${event.shiftKey}`);
      if (event.shiftKey) {
        box.w = Math.min(Math.max(box.w + dx, step), width - box.x);
        box.h = Math.min(Math.max(box.h + dy, step), height - box.y);
      } else {
        box.x = within(box.x + dx, width - box.w);
        box.y = within(box.y + dy, height - box.h);
      }
      tellAll();
    }
    event.preventDefault();
  }

  // A finger draws a box, moves one it begins on, or taps to put one where it taps.
  let stroke = null;
  stage.addEventListener('pointerdown', event => {
    if (!event.isPrimary || event.button || event.target.closest('.cover-off')) return;
    const spot = stage.getBoundingClientRect();
    const scale = width / spot.width;
    const at = { x: (event.clientX - spot.left) * scale, y: (event.clientY - spot.top) * scale };
    const moved = event.target.box;
    change(event);
    turn = null;
    const box = moved ?? make({ ...at, w: 0, h: 0 });
    box.nodes[0].classList.add('drawing');
    stroke = { id: event.pointerId, spot, scale, at, box, moved: moved && { x: moved.x, y: moved.y } };
    stage.setPointerCapture(event.pointerId);
    place(box);
  });
  stage.addEventListener('pointermove', event => {
    if (stroke?.id !== event.pointerId) return;
    const { spot, scale, at, box, moved } = stroke;
    const x = within((event.clientX - spot.left) * scale, width);
    const y = within((event.clientY - spot.top) * scale, height);
    stroke.far ||= Math.hypot(x - at.x, y - at.y) > 10 * scale;
    if (moved) {
      box.x = within(moved.x + x - at.x, width - box.w);
      box.y = within(moved.y + y - at.y, height - box.h);
    } else {
      Object.assign(box, { x: Math.min(x, at.x), y: Math.min(y, at.y), w: Math.abs(x - at.x), h: Math.abs(y - at.y) });
    }
    place(box);
  });
  const lift = event => {
    if (stroke?.id !== event.pointerId) return;
    const { box, at, moved, far, scale } = stroke;
    stroke = null;
    box.nodes[0].classList.remove('drawing');
    if (event.type === 'pointercancel') return undo();
    box.nodes[0].focus({ preventScroll: true });
    if (moved && !far) return before.pop();
    if (!far) Object.assign(box, usual(at.x, at.y));
    // No thinner than a finger can see.
    box.w = Math.max(box.w, 6 * scale);
    box.h = Math.max(box.h, 6 * scale);
    box.x = within(box.x, width - box.w);
    box.y = within(box.y, height - box.h);
    tellAll();
  };
  stage.addEventListener('pointerup', lift);
  stage.addEventListener('pointercancel', lift);

  button('add').addEventListener('click', add);
  button('undo').addEventListener('click', undo);
  tellAll();
  document.body.append(dialog);
  open(dialog);

  return new Promise(done => {
    let answer;
    button('close').addEventListener('click', () => dialog.close());
    const back = () => dialog.close();
    addEventListener('popstate', back);
    button('again').addEventListener('click', () => {
      if (of < 2) {
        answer = null;
        field.click();
      }
      dialog.close();
    });
    button('use').addEventListener('click', () => {
      if (boxes.length || asked) {
        answer = boxes;
        dialog.close();
      } else {
        asked = true;
        tellAll();
        settle();
      }
    });
    dialog.addEventListener('close', () => {
      removeEventListener('popstate', back);
      dialog.remove();
      done(answer);
    });
  });
}

// ---- What is kept ----

async function row(person, id) {
  const found = await transact(person, 'readonly', 'relaxed', (...stores) => stores[2]?.get(id));
  return found?.result ?? held.get(id);
}

async function change(person, id, state) {
  await transact(person, 'readwrite', 'strict', (...stores) => {
    const [, , photos] = stores;
    const found = photos?.get(id);
    if (found) found.onsuccess = () => {
      if (state && found.result) photos.put({ ...found.result, state });
      else photos.delete(id);
    };
  });
}

/** Gives every `img` that names a photo its picture: what is on this phone, else what the server has. */
export async function show(person) {
  for (const image of document.querySelectorAll('img[data-photo]')) {
    const id = image.dataset.photo;
    // When one is taken away, its element goes on as the next one's.
    if (image.shown === id) continue;
    image.shown = id;
    const bytes = (await row(person, id).catch(() => null))?.bytes;
    image.onload = image.onerror = () => bytes && URL.revokeObjectURL(image.src);
    image.src = bytes ? URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })) : `/api/v1/photos/${id}`;
  }
}

/** Hands a photo over as a file. */
export async function save(person, id) {
  const { bytes } = await row(person, id);
  await hand_over(`firsthand-${id}.jpg`, bytes, 'image/jpeg');
}

// ---- Sending ----

/** Sent at a time, so that words which are written meanwhile need not wait long. */
const SLICE = 128 << 10;
const have = new Map();
const again = new Map();

/**
 * Sends the next piece of a photo. `more`: go on; `sent`: the server has it for good; `later`: not now; `refused`: it
 * will never take it; `gone`: it was taken away, and is off this phone too.
 */
export async function send(person, id, now) {
  const { bytes, sha256 } = (await row(person, id)) ?? {};
  if (!bytes) return 'gone';
  // Where to go on from is the server's to say.
  const from = have.get(id);
  const body = from === undefined ? '' : bytes.slice(from, from + SLICE);
  if (from === undefined && sha256 && (await fingerprint(bytes)) !== sha256) return end(person, id, 'refused');
  let reply;
  try {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/octet-stream' };
    const signal = AbortSignal.timeout?.(60000);
    reply = await fetch(`/api/v1/photos/${id}?from=${from ?? 0}`, { method: 'PUT', headers, body, signal, cache: 'no-store', redirect: 'error' });
    if (reply.status === 200 || reply.status === 409) {
      const { have: next, done } = await reply.json();
      if (done) return await end(person, id, 'sent', `sent ${now}`);
      const stuck = next === from && reply.status === 200;
      have.set(id, next);
      return stuck ? 'later' : 'more';
    }
  } catch {
    have.delete(id);
    return 'later';
  }
  have.delete(id);
  // Something on the way may answer in the server's place: only what the server itself says counts.
  const problem = (await reply.json().catch(() => ({}))).error;
  if (problem === 'photo_gone') return end(person, id, 'gone', '');
  if (problem === 'photo_damaged') {
    // Damaged on its way: once more from the start, a few times.
    again.set(id, (again.get(id) ?? 0) + 1);
    return again.get(id) < 3 ? 'more' : end(person, id, 'refused');
  }
  return problem && [400, 413, 415, 422].includes(reply.status) ? end(person, id, 'refused') : 'later';
}

async function end(person, id, answer, state = answer) {
  have.delete(id);
  await change(person, id, state).catch(() => {});
  return answer;
}
