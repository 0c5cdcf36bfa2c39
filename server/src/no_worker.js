// Takes away the worker and its copies of the app. What was noted on this phone is kept elsewhere and stays.

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(leave()));

async function leave() {
  const names = (await caches.keys()).filter(name => name.startsWith('firsthand-'));
  await Promise.all(names.map(name => caches.delete(name)));
  await registration.unregister();
}
