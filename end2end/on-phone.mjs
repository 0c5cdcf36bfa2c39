/** The facts in a person's own store on this phone: `{ id, walk, json, state }`, of all walks. */
export function factsOnPhone(page) {
  return page.evaluate(withFacts, null);
}

/** Puts rows into that store, as a fault or an older version might have. */
export function putOnPhone(page, rows) {
  return page.evaluate(withFacts, rows);
}

/** The bytes of every photo in that store. */
export async function photosOnPhone(page) {
  const all = await page.evaluate(photoBytes);
  return all.map(text => Buffer.from(text, 'latin1'));
}

// Run in the page.
async function withFacts(rows) {
  const answer = request => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const { name } = (await indexedDB.databases()).find(it => /^firsthand-(?!sealed)/.test(it.name));
  const db = await answer(indexedDB.open(name));
  const facts = db.transaction('facts', rows ? 'readwrite' : 'readonly').objectStore('facts');
  for (const row of rows ?? []) await answer(facts.put(row));
  const all = await answer(facts.getAll());
  db.close();
  return all;
}

async function photoBytes() {
  const { name } = (await indexedDB.databases()).find(it => /^firsthand-(?!sealed)/.test(it.name));
  const db = await new Promise(done => { const request = indexedDB.open(name); request.onsuccess = () => done(request.result); });
  const all = await new Promise(done => { const request = db.transaction('photos').objectStore('photos').getAll(); request.onsuccess = () => done(request.result); });
  db.close();
  return all.map(({ bytes }) => Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join(''));
}
