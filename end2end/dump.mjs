/**
 * Everything a browser keeps for this site and shows on this page, as one text of bytes: caches with their addresses,
 * databases with their keys, what is remembered, cookies that scripts can read, and the page itself.
 */
export async function dump(page) {
  return Buffer.from(await page.evaluate(everything), 'latin1');
}

/** How often any of these words, or these bytes, are in a dump: written plainly, in UTF-16, or as JSON or an address has them. */
export function found(dumped, secrets) {
  const shapes = secret => Buffer.isBuffer(secret)
    ? [secret]
    : [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(encodeURIComponent(secret)), Buffer.from(JSON.stringify(secret).slice(1, -1))];
  return secrets.filter(secret => shapes(secret).some(shape => dumped.includes(shape))).map(String);
}

// Runs in the page.
async function everything() {
  const parts = [];
  const bytes = buffer => Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join('');
  const say = text => parts.push(bytes(new TextEncoder().encode(text)));
  const told = async value => {
    if (value instanceof ArrayBuffer) parts.push(bytes(value));
    else if (ArrayBuffer.isView(value)) parts.push(bytes(value.buffer));
    else if (value instanceof Blob) parts.push(bytes(await value.arrayBuffer()));
    else if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) { say(key); await told(inner); }
    else say(String(value));
  };
  const answer = request => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  for (const name of await caches.keys()) {
    say(name);
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      say(request.url);
      parts.push(bytes(await (await cache.match(request)).arrayBuffer()));
    }
  }
  for (const { name } of await indexedDB.databases()) {
    say(name);
    const db = await answer(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      say(store);
      const rows = db.transaction(store).objectStore(store);
      const [keys, values] = [rows.getAllKeys(), rows.getAll()];
      await told(await answer(keys));
      await told(await answer(values));
    }
    db.close();
  }
  for (const store of [localStorage, sessionStorage]) await told({ ...store });
  say(document.cookie);
  say(document.documentElement.outerHTML);
  say(document.title);
  return parts.join('\n');
}
