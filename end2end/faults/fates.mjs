/** Where a message of `head` bytes of headers and `all` bytes in total may break off: one place for each kind of boundary. */
export const PLACES = {
  'before the first byte': () => 0,
  'in the headers': ({ head }, random) => random.whole(1, head - 1),
  'after the headers': ({ head }) => head,
  'after the first byte of the body': ({ head, all }) => Math.min(head + 1, all),
  'in the middle of the body': ({ head, all }, random) => random.whole(head, all),
  'before the last byte': ({ all }) => all - 1,
};

/**
 * What may befall one request and its reply. Each is told as a plan for the proxy:
 * `up`, `down`: after how many bytes (a place above) the request, the reply, is `cut` (both ways, at once) or `short` (this way only);
 * `twice`: delivered again, `at once` or `later`; `only: later`: delivered only later, the sender knows nothing of it;
 * `lost`: delivered whole, and nothing comes back; `held`: nothing comes back until the network heals; `late`: milliseconds on the way.
 */
const FATES = [
  random => ({ name: 'late', late: random.whole(5, 250) }),
  random => broken(random, 'up', 'cut'),
  random => broken(random, 'up', 'short'),
  random => broken(random, 'down', 'cut'),
  random => broken(random, 'down', 'short'),
  () => ({ name: 'reply lost', lost: true }),
  () => ({ name: 'twice', twice: 'at once' }),
  () => ({ name: 'again later', twice: 'later' }),
  () => ({ name: 'lost, then again later', lost: true, twice: 'later' }),
  () => ({ name: 'delivered only later', only: 'later' }),
  () => ({ name: 'reply held', held: true }),
];

export const GOES_THROUGH = { name: 'goes through' };

/** One of them for a request, or none: in `share` of all cases something goes wrong. */
export function fate({ line }, random, share) {
  const chosen = random.chance(share) ? random.one(FATES)(random) : GOES_THROUGH;
  // The service is somebody else's. Playwright tells of its tab once the page begins, and would wait for one that is held.
  if (chosen.held && line.includes(' /demo/service/')) return GOES_THROUGH;
  // Without TLS Chromium takes half a header for all of it, and would install an empty worker.
  return line.endsWith('/sw.js') && chosen.down?.how === 'short' ? { ...chosen, down: { ...chosen.down, how: 'cut' } } : chosen;
}

function broken(random, way, how) {
  const place = random.one(Object.keys(PLACES));
  return { name: `${way === 'up' ? 'request' : 'reply'} ${how} ${place}`, [way]: { how, at: message => PLACES[place](message, random) } };
}
