/**
 * Opens `path` and taps the control named `name` as soon as it is there, again and again, until the app moves on.
 * Seconds from the start of the navigation to the tap that worked.
 */
export async function timeUntilUsable(page, path, name) {
  await page.addInitScript(tapUntilItWorks, name);
  await page.goto(path, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => window.usableAt, null, { polling: 50, timeout: 60_000 });
  return (await handle.jsonValue()) / 1000;
}

// Runs in the page.
function tapUntilItWorks(name) {
  const start = location.pathname;
  let tapped = null;
  const look = () => {
    if (location.pathname !== start) {
      window.usableAt = tapped;
      return;
    }
    const control = [...document.querySelectorAll('a, button')].find(found => found.textContent.trim() === name);
    if (control) {
      window.firstSeenAt ??= performance.now();
      tapped = performance.now();
      control.click();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Watches the phone's own store. The function it returns does `act`, one tap, and answers with the milliseconds from
 * that tap to the end of the first transaction that was begun after it and wrote.
 */
export async function timeTransactions(page) {
  await page.addInitScript(watchTransactions);
  return async act => {
    await page.evaluate(() => { window.tapped = window.durable = null; });
    await act();
    const handle = await page.waitForFunction(() => window.durable && window.durable - window.tapped, null, { polling: 20 });
    return handle.jsonValue();
  };
}

// Runs in the page. Both clocks count from the start of the page.
function watchTransactions() {
  window.tapped = window.durable = null;
  window.taps = 0;
  addEventListener('click', event => {
    window.taps += 1;
    window.tapped ??= event.timeStamp;
  }, { capture: true });
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const transaction = begin.call(this, stores, mode, options);
    if (mode === 'readwrite' && window.tapped != null) {
      if (options?.durability !== 'strict') throw new Error('a transaction that writes is not strict');
      transaction.addEventListener('complete', () => { window.durable ??= performance.now(); });
    }
    return transaction;
  };
}
