import { expect } from '@playwright/test';

/** The photos kept on this phone. */
export async function kept(page) {
  const all = await page.evaluate(async () => {
    const rows = await stored('photos');
    const text = bytes => {
      let all = '';
      for (const byte of new Uint8Array(bytes)) all += String.fromCharCode(byte);
      return btoa(all);
    };
    return rows.map(row => ({ ...row, bytes: text(row.bytes) }));

    async function stored(name) {
      const [{ name: database }] = (await indexedDB.databases()).filter(it => it.name.startsWith('firsthand-'));
      const db = await new Promise((done, fail) => Object.assign(indexedDB.open(database), { onsuccess: event => done(event.target.result), onerror: fail }));
      if (!db.objectStoreNames.contains(name)) return [];
      const request = db.transaction(name).objectStore(name).getAll();
      await new Promise(done => { request.onsuccess = done; });
      db.close();
      return request.result;
    }
  });
  return all.map(row => ({ ...row, bytes: Buffer.from(row.bytes, 'base64') }));
}

/** The photos kept on this phone, once there are so many. */
export async function keptSoon(page, count) {
  await expect.poll(async () => (await kept(page)).length).toBe(count);
  return kept(page);
}

/** Whether this phone notes that a photo is being taken. */
export function pending(page) {
  return page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()).filter(it => it.name.startsWith('firsthand-'));
    const db = await new Promise(done => { indexedDB.open(name).onsuccess = event => done(event.target.result); });
    const request = db.transaction('kept').objectStore('kept').getAllKeys();
    await new Promise(done => { request.onsuccess = done; });
    db.close();
    return request.result.some(key => key.startsWith('photo-pending'));
  });
}

/** The bytes of a photo as the server has them. */
export async function fromServer(page, id) {
  const response = await page.request.get(`/api/v1/photos/${id}`);
  expect(response.status()).toBe(200);
  return response.body();
}

/** How the server answers for a photo. */
export async function statusOf(page, id) {
  return (await page.request.get(`/api/v1/photos/${id}`)).status();
}
