/** The facts in a person's own store on this phone: `{ id, walk, json, state }`, of all walks. */
export function factsOnPhone(page) {
  return page.evaluate(withFacts, null);
}

/** Puts rows into that store, as a fault or an older version might have. */
export function putOnPhone(page, rows) {
  return page.evaluate(withFacts, rows);
}

// Runs in the page.
async function withFacts(rows) {
  const answer = request => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const { name } = (await indexedDB.databases()).find(it => it.name.startsWith('firsthand-'));
  const db = await answer(indexedDB.open(name));
  const facts = db.transaction('facts', rows ? 'readwrite' : 'readonly').objectStore('facts');
  for (const row of rows ?? []) await answer(facts.put(row));
  const all = await answer(facts.getAll());
  db.close();
  return all;
}
